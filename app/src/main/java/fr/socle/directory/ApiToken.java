package fr.socle.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token with which a program calls the APIs, without its secret.
 *
 * @param rights codes of rights that it holds everywhere
 * @param lastUsed the day, in UTC
 */
public record ApiToken(
        UUID id,
        String label,
        List<String> rights,
        Instant createdAt,
        Instant expiresAt,
        @Nullable LocalDate lastUsed,
        @Nullable Instant revokedAt) {

    public ApiToken {
        rights = List.copyOf(rights);
    }

    public boolean usable(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    /** The word of its state for people and machines. */
    public String stateAt(Instant now) {
        if (revokedAt != null) {
            return "revoque";
        }
        return usable(now) ? "actif" : "expire";
    }
}
