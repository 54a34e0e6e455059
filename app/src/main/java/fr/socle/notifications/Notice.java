package fr.socle.notifications;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message on a person's pages.
 *
 * @param text paragraphs, separated by an empty line
 * @param label of the link; null together with it
 * @param readAt null until it was read
 */
public record Notice(
        UUID id,
        Instant writtenAt,
        String subject,
        String text,
        @Nullable String label,
        @Nullable URI link,
        @Nullable Instant readAt) {}
