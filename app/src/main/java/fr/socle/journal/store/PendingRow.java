package fr.socle.journal.store;

import fr.socle.journal.Hash;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A row of {@code journal.pending} to be written.
 *
 * @param persons whom it concerns, 16 bytes each
 */
public record PendingRow(
        UUID id,
        String kind,
        Instant writtenAt,
        LocalDate purgeMonth,
        Hash commitment,
        byte[] persons,
        byte[] parts) {}
