package fr.socle.journal.witness;

import fr.socle.journal.format.SignedNote;

/** What a witness answers, each with its HTTP status in c2sp.org/tlog-witness. */
public sealed interface WitnessAnswer {

    /** 200. */
    record Cosigned(SignedNote.Line line) implements WitnessAnswer {}

    /** 400: the request makes no sense. */
    record Malformed(String why) implements WitnessAnswer {}

    /** 403: no signature of a key that it trusts. */
    record NotSigned() implements WitnessAnswer {}

    /** 404: it does not watch this log. */
    record UnknownLog() implements WitnessAnswer {}

    /** 409: it cosigned another state last, of this size. */
    record Conflict(long size) implements WitnessAnswer {}

    /** 422: the proof does not show that the log only grew. */
    record BadProof() implements WitnessAnswer {}
}
