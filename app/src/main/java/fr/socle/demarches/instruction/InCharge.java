package fr.socle.demarches.instruction;

import fr.socle.demarches.dossier.Fiche;
import fr.socle.demarches.groupe.GroupeStore;
import fr.socle.demarches.groupe.Hidden;
import fr.socle.demarches.liste.Demande;
import fr.socle.directory.AgentId;
import fr.socle.directory.OrganisationId;
import fr.socle.directory.ServiceId;
import fr.socle.directory.Staff;
import fr.socle.ui.access.Visitor;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who is in charge of a dossier: the agents of its service who may examine dossiers, and of them
 * those of its group when that group has agents of its own.
 */
@Component
public class InCharge {

    private final Staff staff;
    private final GroupeStore groupes;

    InCharge(Staff staff, GroupeStore groupes) {
        this.staff = staff;
        this.groupes = groupes;
    }

    public Set<AgentId> of(Fiche fiche) {
        var agents = ofServices(fiche.guichet().services());
        var members = groupes.agentsOf(fiche.id());
        return members.isEmpty()
                ? agents
                : agents.stream().filter(members::contains).collect(Collectors.toSet());
    }

    /** The agents of these services who may examine dossiers, whichever their group. */
    public Set<AgentId> ofServices(Collection<ServiceId> services) {
        return services.stream()
                .flatMap(it -> staff.of(it, InstructionRights.INSTRUIRE).stream())
                .collect(Collectors.toSet());
    }

    public boolean includes(Fiche fiche, Visitor.Agent agent) {
        return belongs(fiche, agent)
                && agent.holds(InstructionRights.INSTRUIRE, agent.organisation())
                && !Collections.disjoint(servicesOf(agent), fiche.guichet().services())
                && inGroup(fiche, agent);
    }

    private boolean inGroup(Fiche fiche, Visitor.Agent agent) {
        var members = groupes.agentsOf(fiche.id());
        return members.isEmpty() || members.contains(new AgentId(agent.agent()));
    }

    /** Whether he acts now for the organisation that has the dossier. */
    public static boolean belongs(Fiche fiche, Visitor.Agent agent) {
        return fiche.guichet().organisation().value().equals(agent.organisation());
    }

    /** The services whose dossiers he examines now. */
    public List<ServiceId> servicesOf(Visitor.Agent agent) {
        return staff.servicesOf(
                new AgentId(agent.agent()), new OrganisationId(agent.organisation()));
    }

    /** What of a procedure's dossiers is his to see now; nothing once he may not examine them. */
    public Demande.Reader reader(Visitor.Agent agent) {
        var id = new AgentId(agent.agent());
        var services =
                servicesOf(agent).stream()
                        .filter(it -> staff.of(it, InstructionRights.INSTRUIRE).contains(id))
                        .toList();
        return new Demande.Reader(id, services, hiddenFrom(agent));
    }

    /** What of these services' dossiers is not his, because other groups have it. */
    public Hidden hiddenFrom(Visitor.Agent agent) {
        return groupes.hiddenFrom(
                new AgentId(agent.agent()), new OrganisationId(agent.organisation()));
    }
}
