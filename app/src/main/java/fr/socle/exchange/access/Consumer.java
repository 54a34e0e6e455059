package fr.socle.exchange.access;

import fr.socle.directory.OrganisationId;
import fr.socle.habilitations.HabilitationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program that asks on the ground of one habilitation. It holds no right of its own: what it may
 * have is read from the habilitation at each call.
 *
 * @param keys its public keys as a JWK set; null for one that holds a token of the older form
 */
public record Consumer(
        UUID id,
        HabilitationId habilitation,
        OrganisationId organisation,
        String label,
        @Nullable String keys,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {

    /** The word of its state for people. */
    public String stateAt(Instant now) {
        if (revokedAt != null) {
            return "revoque";
        }
        return now.isBefore(expiresAt) ? "actif" : "expire";
    }
}
