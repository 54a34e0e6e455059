package fr.socle.demarches.instruction;

import fr.socle.demarches.dossier.Fiche;
import fr.socle.directory.AgentId;
import fr.socle.directory.OrganisationId;
import fr.socle.directory.ServiceId;
import fr.socle.directory.Staff;
import fr.socle.ui.access.Visitor;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who is in charge of a dossier: the agents of its service who may examine dossiers. */
@Component
public class InCharge {

    private final Staff staff;

    InCharge(Staff staff) {
        this.staff = staff;
    }

    public Set<AgentId> of(Fiche fiche) {
        return fiche.guichet().services().stream()
                .flatMap(it -> staff.of(it, InstructionRights.INSTRUIRE).stream())
                .collect(Collectors.toSet());
    }

    public boolean includes(Fiche fiche, Visitor.Agent agent) {
        return belongs(fiche, agent)
                && agent.holds(InstructionRights.INSTRUIRE, agent.organisation())
                && !Collections.disjoint(servicesOf(agent), fiche.guichet().services());
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
}
