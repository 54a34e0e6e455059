package fr.socle.pieces;

import java.util.Optional;
import java.util.UUID;

/** The name of a piece: random, so that it cannot be guessed; it still opens nothing by itself. */
public record PieceId(UUID value) {

    public static PieceId random() {
        return new PieceId(UUID.randomUUID());
    }

    /** Reads what {@link #toString} wrote; empty for anything else. */
    public static Optional<PieceId> read(String text) {
        try {
            var id = new PieceId(UUID.fromString(text));
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
