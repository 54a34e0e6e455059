package fr.socle.exchange.desk;

import fr.socle.kernel.Refusal;

/** What became of an operator's change. */
public sealed interface Saved {

    record Done(String code) implements Saved {}

    /** Somebody else changed it meanwhile. */
    record Stale() implements Saved {}

    record Unknown() implements Saved {}

    /** It cannot be: the member and why. */
    record Refused(String field, Refusal why) implements Saved {}
}
