package fr.socle.exchange.decision;

/**
 * What else a decision stands on.
 *
 * @param placed whether the agent who asks, if one does, acts for the organisation now
 * @param guarded whether the file of the person is protected
 */
public record Circumstances(boolean placed, boolean guarded) {

    /** Nothing that speaks against it. */
    public static final Circumstances ORDINARY = new Circumstances(true, false);
}
