package fr.socle.pieces;

import java.time.Instant;

/** Where a piece stands. Only a {@link Lisible} one is ever served. */
public sealed interface PieceState {

    /**
     * Held until a scanner finds it clean.
     *
     * @param attempts how often the scanner was asked
     */
    record EnAttente(int attempts) implements PieceState {}

    /** May be served to whom the owner's guard lets in. */
    sealed interface Lisible extends PieceState {}

    /** A scanner found nothing. */
    record Saine(Instant since) implements Lisible {}

    /** This house has no scanner: nobody looked. Pages say so. */
    record NonAnalysee() implements Lisible {}

    /**
     * A scanner recognised something: never served, purged later.
     *
     * @param signature what the scanner calls it
     */
    record Infectee(String signature, Instant since) implements PieceState {}

    /** The key is erased, so no copy of the file can be opened, in backups neither. */
    record Purgee(String motif, Instant since) implements PieceState {}
}
