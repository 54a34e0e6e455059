package fr.socle.directory;

import java.util.Optional;
import java.util.UUID;

/** Names a token; it opens nothing, unlike the token’s secret. */
public record ApiTokenId(UUID value) {

    /** Empty when the text is no id. */
    public static Optional<ApiTokenId> of(String text) {
        try {
            return text.length() == 36
                    ? Optional.of(new ApiTokenId(UUID.fromString(text)))
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
