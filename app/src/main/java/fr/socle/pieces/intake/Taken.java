package fr.socle.pieces.intake;

import fr.socle.pieces.Reception;

/** What came out of a stream. */
public sealed interface Taken {

    /**
     * It lies in the depot, durable; nothing knows of it yet.
     *
     * @param sealedKey as the row will hold it
     * @param sha256 of the content, in hexadecimal
     */
    record InDepot(byte[] sealedKey, String type, long size, String sha256) implements Taken {}

    /** Nothing was left behind. */
    record Not(Reception.Refused refusal) implements Taken {}
}
