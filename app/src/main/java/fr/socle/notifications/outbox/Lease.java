package fr.socle.notifications.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * The right of one node to deliver some letters, until a moment. After it any node may take them.
 *
 * @param holder random, one per batch
 */
public record Lease(UUID holder, Instant until) {}
