package fr.socle.directory;

import fr.socle.ui.access.Visitor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, as the journal tells it.
 *
 * @param id of the agent or of the token; null for the console and for demonstration data
 * @param name for the data protection officer's part only
 */
public record Actor(Nature nature, @Nullable UUID id, String name) {

    /** Who acts without being an agent: whoever has the machine. */
    public static final Actor CONSOLE = new Actor(Nature.CONSOLE, null, "");

    static final Actor DEMONSTRATION = new Actor(Nature.DEMONSTRATION, null, "");

    /** How the actor came in. */
    public enum Nature {
        AGENT("agent"),
        JETON("jeton"),
        CONSOLE("console"),
        DEMONSTRATION("demonstration");

        private final String code;

        Nature(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public static Actor of(Visitor.Agent visitor) {
        var nature =
                visitor.organisation().equals(ApiTokens.NO_ORGANISATION)
                        ? Nature.JETON
                        : Nature.AGENT;
        return new Actor(nature, visitor.agent(), visitor.name());
    }

    public static Actor of(Agent agent) {
        return new Actor(Nature.AGENT, agent.id().value(), agent.name());
    }
}
