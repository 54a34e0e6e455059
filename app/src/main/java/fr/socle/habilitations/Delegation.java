package fr.socle.habilitations;

import fr.socle.directory.OrganisationId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets a software editor call on the ground of somebody else's habilitation.
 *
 * @param holder the organisation that holds the habilitation
 * @param revokedAt present once it was taken back
 */
public record Delegation(
        UUID id,
        HabilitationId habilitation,
        OrganisationId holder,
        OrganisationId editor,
        Instant since,
        Optional<Instant> revokedAt) {}
