package fr.socle.directory;

import java.util.Optional;
import java.util.UUID;

/** Names an organisation. */
public record OrganisationId(UUID value) {

    /** Empty when the text is no id. */
    public static Optional<OrganisationId> of(String text) {
        try {
            return text.length() == 36
                    ? Optional.of(new OrganisationId(UUID.fromString(text)))
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
