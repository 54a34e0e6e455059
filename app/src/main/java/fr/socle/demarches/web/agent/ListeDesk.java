package fr.socle.demarches.web.agent;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.builder.PublishedRevision;
import fr.socle.demarches.builder.Revisions;
import fr.socle.demarches.instruction.InCharge;
import fr.socle.demarches.liste.Demande;
import fr.socle.directory.Agent;
import fr.socle.directory.AgentId;
import fr.socle.directory.Agents;
import fr.socle.ui.access.Visitor;
import java.net.URI;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Which procedures' lists an agent reaches, and what of them is his. */
@Component
class ListeDesk {

    private final Revisions revisions;
    private final InCharge inCharge;
    private final Agents agents;

    ListeDesk(Revisions revisions, InCharge inCharge, Agents agents) {
        this.revisions = revisions;
        this.inCharge = inCharge;
        this.agents = agents;
    }

    /** A procedure of which his services handle dossiers; to anyone else it does not exist. */
    PublishedRevision asked(String demarche, Visitor.Agent agent) {
        var asked = DemarcheId.of(demarche).flatMap(revisions::latest).orElseThrow(Desk::notFound);
        var his = inCharge.servicesOf(agent);
        if (!asked.organisation().value().equals(agent.organisation())
                || Collections.disjoint(his, asked.facts().services())) {
            throw Desk.notFound();
        }
        return asked;
    }

    Demande.Reader reader(Visitor.Agent agent) {
        return new Demande.Reader(
                new AgentId(agent.agent()), inCharge.servicesOf(agent), inCharge.hiddenFrom(agent));
    }

    /** The agents to whom dossiers of the procedure can be given, by name. */
    List<Agent> colleagues(PublishedRevision asked) {
        return inCharge.ofServices(asked.facts().services()).stream()
                .flatMap(it -> agents.find(it).stream())
                .sorted(Comparator.comparing(Agent::name))
                .toList();
    }

    static String path(PublishedRevision asked) {
        return "/agent/demarches/" + asked.demarche() + "/dossiers";
    }

    static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
    }
}
