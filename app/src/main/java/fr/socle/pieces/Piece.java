package fr.socle.pieces;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a piece.
 *
 * @param name as its sender called it, cleaned; empty once purged
 * @param type the media type found in its bytes
 * @param size in bytes, of the content
 * @param sha256 of the content, 64 hexadecimal digits; empty once purged
 * @param keptUntil the last day on which it is kept, in Paris; null: until its owner says
 */
public record Piece(
        PieceId id,
        Owner owner,
        String name,
        String type,
        long size,
        String sha256,
        PieceState state,
        Instant depositedAt,
        @Nullable LocalDate keptUntil) {}
