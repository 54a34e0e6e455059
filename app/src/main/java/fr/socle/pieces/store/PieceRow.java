package fr.socle.pieces.store;

import fr.socle.pieces.Piece;
import org.jspecify.annotations.Nullable;

/**
 * A piece, and what opens it.
 *
 * @param sealedKey under the master key; null once purged
 */
public record PieceRow(Piece piece, byte @Nullable [] sealedKey) {}
