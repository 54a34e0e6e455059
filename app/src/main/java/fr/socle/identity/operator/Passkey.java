package fr.socle.identity.operator;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key by which an operator proves who he is.
 *
 * @param credential the authenticator's name for it
 * @param usedAt null when it never was
 */
public record Passkey(
        UUID id,
        UUID agent,
        byte[] credential,
        String label,
        Instant enrolledAt,
        @Nullable Instant usedAt) {}
