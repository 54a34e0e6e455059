package fr.socle.directory;

import fr.socle.kernel.EmailAddress;
import fr.socle.ui.form.Form;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be corrected of an agent.
 *
 * @param email where to write to him, or null
 */
public record AgentDraft(String name, @Nullable EmailAddress email) {

    /** Reads {@code name} and {@code email}; empty when one is wrong. */
    public static Optional<AgentDraft> read(Form form) {
        var name = form.read("name", Names::parse);
        var email = form.readOptional("email", EmailAddress::parse);
        return form.ok()
                ? Optional.of(new AgentDraft(name.orElseThrow(), email.orElse(null)))
                : Optional.empty();
    }

    public static Map<String, String> typed(Agent agent) {
        var email = agent.email();
        return Map.of("name", agent.name(), "email", email == null ? "" : email);
    }
}
