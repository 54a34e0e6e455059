package fr.socle.directory;

import java.util.Optional;
import java.util.UUID;

/** Names an invitation; it opens nothing, unlike the invitation’s secret. */
public record InvitationId(UUID value) {

    /** Empty when the text is no id. */
    public static Optional<InvitationId> of(String text) {
        try {
            return text.length() == 36
                    ? Optional.of(new InvitationId(UUID.fromString(text)))
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
