package fr.socle.citoyen.suivi;

import fr.socle.directory.OrganisationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program that says how far an organisation's procedures came.
 *
 * @param client the connected service whose subjects it may name, or null
 * @param revokedAt null while it may speak
 */
public record Emetteur(
        UUID id,
        OrganisationId organisation,
        String label,
        @Nullable String client,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {

    public boolean usableAt(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
