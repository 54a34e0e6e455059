package fr.socle.demarches.jeton;

/** What becomes of a wish for a signature. */
public sealed interface SigningOutcome {

    /**
     * @param signature of what cannot be read, as long as the key
     */
    record Signed(byte[] signature) implements SigningOutcome {}

    /** The dossier had its token, or waits for it by letter. */
    record AlreadyGiven() implements SigningOutcome {}

    /** Nobody decided yet. */
    record NotDecided() implements SigningOutcome {}

    /** The quarter changed since the browser asked for the key. */
    record OtherQuarter() implements SigningOutcome {}

    /** What came is no number below the modulus. */
    record NoNumber() implements SigningOutcome {}
}
