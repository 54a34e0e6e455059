package fr.socle.pieces.scan;

/** What a scanner says of a content. */
public sealed interface Verdict {

    record Clean() implements Verdict {}

    /**
     * @param signature what the scanner calls what it found
     */
    record Infected(String signature) implements Verdict {}

    /**
     * It could not say: out of reach, too slow, or the content is larger than it takes. The piece
     * stays held.
     *
     * @param problem for the operator
     */
    record Undecided(String problem) implements Verdict {}

    /** There is no scanner in this house. */
    record Nobody() implements Verdict {}
}
