package fr.socle.pieces;

/**
 * A held piece was scanned: it is {@link PieceState.Saine} or {@link PieceState.Infectee} now.
 * Published in the transaction that says so.
 */
public record PieceAnalysee(PieceId piece, Owner owner, PieceState state) {}
