package fr.socle.directory;

import java.util.Optional;
import java.util.UUID;

/** Names an agent. It means nothing outside and stands in addresses of the administration only. */
public record AgentId(UUID value) {

    /** Empty when the text is no id. */
    public static Optional<AgentId> of(String text) {
        try {
            return text.length() == 36
                    ? Optional.of(new AgentId(UUID.fromString(text)))
                    : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
