package fr.socle.exchange.reconcile;

/**
 * What the gateway's own entries tell of the exchanges of one day.
 *
 * @param received how many answers were written to their last byte
 * @param violations exchanges that were accorded without having been requested, or received without
 *     having been accorded; the rule that the four steps keep makes it 0
 */
public record Counts(long requested, long accorded, long received, long violations) {

    public static final Counts NONE = new Counts(0, 0, 0, 0);

    public Counts plus(Counts other) {
        return new Counts(
                requested + other.requested,
                accorded + other.accorded,
                received + other.received,
                violations + other.violations);
    }
}
