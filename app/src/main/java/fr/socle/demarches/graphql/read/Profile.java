package fr.socle.demarches.graphql.read;

import fr.socle.directory.Agent;
import fr.socle.directory.AgentId;
import java.util.Optional;
import java.util.UUID;

/**
 * Who uses or handles a dossier.
 *
 * @param email empty for an agent who has none
 */
public record Profile(String id, String email) {

    private static final String AGENT = "Instructeur";

    static Profile of(Agent agent) {
        var email = agent.email();
        return new Profile(TypedId.of(AGENT, agent.id()), email == null ? "" : email);
    }

    static Profile gone(AgentId id) {
        return new Profile(TypedId.of(AGENT, id), "");
    }

    /** The agent whom a client names. */
    public static Optional<AgentId> agent(String id) {
        try {
            return TypedId.read(AGENT, id).map(it -> new AgentId(UUID.fromString(it)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
