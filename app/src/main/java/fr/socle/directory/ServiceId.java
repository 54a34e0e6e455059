package fr.socle.directory;

import java.util.Optional;
import java.util.UUID;

/** Names a service of an organisation. */
public record ServiceId(UUID value) {

    /** Empty when the text is no id. */
    public static Optional<ServiceId> of(String text) {
        try {
            return text.length() == 36
                    ? Optional.of(new ServiceId(UUID.fromString(text)))
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
