package fr.socle.identity.usager;

import fr.socle.kernel.Refusal;

/** What becomes of a decision. */
public sealed interface Decided {

    record Done() implements Decided {}

    /** The person decided otherwise meanwhile, in another window. */
    record Stale() implements Decided {}

    /** What they would block is what they use right now. */
    record InUse(Refusal refusal) implements Decided {}
}
