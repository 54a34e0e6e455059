package fr.socle.directory;

import java.time.Instant;
import java.util.UUID;

/**
 * A session of an agent, as he sees it in his account.
 *
 * @param lastUsed to the minute
 */
public record OpenSession(UUID id, Instant openedAt, Instant lastUsed, String organisation) {}
