package fr.socle.demarches.letter;

import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.groupe.AffectationStore;
import fr.socle.directory.Agent;
import fr.socle.directory.AgentId;
import fr.socle.directory.Agents;
import fr.socle.house.HouseSettings;
import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.Parsed;
import fr.socle.notifications.Category;
import fr.socle.notifications.Message;
import fr.socle.notifications.Notifications;
import fr.socle.notifications.Recipient;
import java.net.URI;
import java.util.HashSet;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Tells the agents who follow a dossier what happens to it, in the transaction of what happens. */
@Component
public class SuiviPost {

    private final Notifications notifications;
    private final HouseSettings house;
    private final AffectationStore affectations;
    private final Agents agents;

    SuiviPost(
            Notifications notifications,
            HouseSettings house,
            AffectationStore affectations,
            Agents agents) {
        this.notifications = notifications;
        this.house = house;
        this.affectations = affectations;
        this.agents = agents;
    }

    @Bean
    static Category suiviCategory() {
        return SuiviLetter.CATEGORY;
    }

    /** It was given to this agent. */
    public void assigned(Depose dossier, AgentId to) {
        tell(dossier, "attribue", to, UUID.randomUUID().toString());
    }

    /** The usager deposited a correction. */
    public void corrected(Depose dossier, long version) {
        followers(dossier, "correction", String.valueOf(version));
    }

    /** An expert gave the opinion for which this agent asked. */
    public void advised(Depose dossier, AgentId who, UUID avis) {
        tell(dossier, "avis-expert", who, avis.toString());
    }

    /** The usager wrote this message. */
    public void written(Depose dossier, UUID message) {
        followers(dossier, "message", message.toString());
    }

    /**
     * @param occasion names what happened: a follower is told once
     */
    private void followers(Depose dossier, String what, String occasion) {
        affectations
                .of(dossier.id())
                .ifPresent(
                        it -> {
                            var told = new HashSet<>(it.followers());
                            if (it.instructeur() != null) {
                                told.add(it.instructeur());
                            }
                            told.forEach(who -> tell(dossier, what, who, occasion));
                        });
    }

    private void tell(Depose dossier, String what, AgentId who, String occasion) {
        agents.find(who).filter(Agent::active).ifPresent(it -> tell(dossier, what, it, occasion));
    }

    private void tell(Depose dossier, String what, Agent agent, String occasion) {
        var email = agent.email();
        if (email != null
                && EmailAddress.parse(email) instanceof Parsed.Valid<EmailAddress>(var address)) {
            var link = URI.create(house.publicAddress() + "/agent/dossiers/" + dossier.id());
            notifications.send(
                    Message.everywhere(
                            new Recipient(agent.id().value(), address, agent.name(), "fr"),
                            new SuiviLetter(dossier, what, link),
                            dossier.id().reference()
                                    + "/"
                                    + what
                                    + "/"
                                    + occasion
                                    + "/"
                                    + agent.id()));
        }
    }
}
