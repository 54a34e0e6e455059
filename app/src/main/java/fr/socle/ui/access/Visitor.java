package fr.socle.ui.access;

import fr.socle.kernel.PersonRef;
import java.util.Set;
import java.util.UUID;

/** Who asks. */
public sealed interface Visitor {

    Visitor ANONYMOUS = new Anonymous();

    /** Nobody that we know. */
    record Anonymous() implements Visitor {}

    /**
     * An agent, signed in by browser or calling with a token, in one organisation at a time.
     *
     * @param agent the agent's id in the directory
     * @param name as shown on pages
     * @param organisation the organisation for which he acts now
     * @param rights what he may do in that organisation
     * @param platformRights what he may do everywhere: the operator's rights
     */
    record Agent(
            UUID agent,
            String name,
            UUID organisation,
            String organisationName,
            Set<Right> rights,
            Set<Right> platformRights)
            implements Visitor {

        public Agent {
            rights = Set.copyOf(rights);
            platformRights = Set.copyOf(platformRights);
        }
    }

    /**
     * A usager, signed in through the federation. Holds no right: what is theirs is theirs.
     *
     * @param session the session's id, by which its block finds what the federation said
     * @param name as shown on pages
     */
    record Usager(UUID session, PersonRef person, String name) implements Visitor {}

    default boolean holds(Right right) {
        return switch (this) {
            case Anonymous _, Usager _ -> false;
            case Agent agent ->
                    agent.rights().contains(right) || agent.platformRights().contains(right);
        };
    }

    default boolean holds(Right right, UUID organisation) {
        return switch (this) {
            case Anonymous _, Usager _ -> false;
            case Agent agent ->
                    agent.platformRights().contains(right)
                            || (agent.organisation().equals(organisation)
                                    && agent.rights().contains(right));
        };
    }
}
