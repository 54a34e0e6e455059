package fr.socle.avis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/**
 * What the opinions on one service, or on all, say together. Marks are out of ten, with one
 * decimal, by the formulas of Je donne mon avis; a mark is empty while nobody answered.
 *
 * @param decisions how many dossiers were decided: those who were asked
 * @param tried how many said whether they had sought help
 * @param alone how many of those had needed none
 */
public record Indicators(
        long opinions,
        long decisions,
        Map<Satisfaction, Long> satisfaction,
        Map<Grade, Long> clarity,
        long reached,
        long notReached,
        Map<Grade, Long> help,
        long tried,
        long alone) {

    /** Below this number of opinions the Observatoire shows no mark. */
    public static final long ENOUGH = 100;

    private static final BigDecimal TEN = BigDecimal.TEN;

    public Indicators {
        satisfaction = Map.copyOf(satisfaction);
        clarity = Map.copyOf(clarity);
        help = Map.copyOf(help);
    }

    /** Both kinds of opinions together. */
    static Indicators of(Tally tally, long decisions) {
        return new Indicators(
                tally.opinions(),
                decisions,
                tally.satisfaction(),
                tally.clarity(),
                tally.of(Count.REACHED),
                tally.of(Count.NOT_REACHED),
                tally.help(),
                tally.of(Count.TRIED),
                tally.of(Count.ALONE));
    }

    /** A service on which nobody said anything. */
    public static Indicators none() {
        return new Indicators(0, 0, Map.of(), Map.of(), 0, 0, Map.of(), 0, 0);
    }

    public Optional<BigDecimal> satisfactionMark() {
        return mark(satisfaction);
    }

    public Optional<BigDecimal> clarityMark() {
        return mark(clarity);
    }

    /** How good the help was that they obtained. */
    public Optional<BigDecimal> helpMark() {
        return mark(help);
    }

    /** Out of ten who called the administration, how many got an answer. */
    public Optional<BigDecimal> reachable() {
        return share(reached, reached + notReached);
    }

    /** Out of ten, how many managed alone. */
    public Optional<BigDecimal> autonomy() {
        return share(alone, tried);
    }

    /** Whether the Observatoire would show the marks. */
    public boolean enough() {
        return opinions >= ENOUGH;
    }

    /** Percent of those who were asked and answered; empty while nobody was asked. */
    public Optional<Long> responseRate() {
        return decisions == 0
                ? Optional.empty()
                : Optional.of(Math.min(100, Math.round(100.0 * opinions / decisions)));
    }

    private static Optional<BigDecimal> mark(Map<? extends Marked, Long> counts) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        var sum =
                counts.entrySet().stream()
                        .map(it -> it.getKey().mark().multiply(BigDecimal.valueOf(it.getValue())))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return quotient(sum, all);
    }

    private static Optional<BigDecimal> share(long part, long all) {
        return quotient(TEN.multiply(BigDecimal.valueOf(part)), all);
    }

    private static Optional<BigDecimal> quotient(BigDecimal sum, long all) {
        return all == 0
                ? Optional.empty()
                : Optional.of(sum.divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP));
    }
}
