package fr.socle.avis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongBinaryOperator;

/**
 * What opinions say together. Marks are out of ten with one decimal, ties upward, by the formulas
 * of Je donne mon avis; a percentage is ten times the mark. A mark is empty while nobody answered.
 *
 * @param counts a count that is missing is zero
 */
public record Tally(Map<Count, Long> counts) {

    /** Below this number of opinions the Observatoire shows no mark. */
    public static final long ENOUGH = 100;

    public static final Tally NONE = new Tally(Map.of());

    public Tally {
        counts = Map.copyOf(counts);
    }

    public long of(Count count) {
        return counts.getOrDefault(count, 0L);
    }

    public long opinions() {
        return of(Count.OPINIONS);
    }

    public boolean enough() {
        return opinions() >= ENOUGH;
    }

    public Tally plus(Tally other) {
        return combined(other, Long::sum);
    }

    public Tally minus(Tally other) {
        return combined(other, (mine, theirs) -> mine - theirs);
    }

    public Map<Satisfaction, Long> satisfaction() {
        return read(Satisfaction.class, Count::of);
    }

    public Map<Grade, Long> clarity() {
        return read(Grade.class, Count::clarity);
    }

    public Map<Grade, Long> help() {
        return read(Grade.class, Count::help);
    }

    public Optional<BigDecimal> satisfactionMark() {
        return quotient(sum(satisfaction()), answers(satisfaction()));
    }

    public Optional<BigDecimal> clarityMark() {
        return quotient(sum(clarity()), answers(clarity()));
    }

    /** Of ten ways of reaching the administration that were tried, how many worked. */
    public Optional<BigDecimal> reachable() {
        return share(of(Count.REACHED), of(Count.REACHED) + of(Count.NOT_REACHED));
    }

    /** How good the help was that they obtained. */
    public Optional<BigDecimal> helpMark() {
        return quotient(sum(help()), answers(help()));
    }

    /** The older mark of help, in which help that nobody gave counts as zero. */
    public Optional<BigDecimal> helpAsked() {
        return quotient(sum(help()), answers(help()) + of(Count.NOT_REACHED));
    }

    /** Of ten who said whether they sought help, how many managed alone. */
    public Optional<BigDecimal> autonomy() {
        return share(of(Count.ALONE), of(Count.TRIED));
    }

    private Tally combined(Tally other, LongBinaryOperator operator) {
        var counts = new EnumMap<Count, Long>(Count.class);
        for (var count : Count.values()) {
            long value = operator.applyAsLong(of(count), other.of(count));
            if (value != 0) {
                counts.put(count, value);
            }
        }
        return new Tally(counts);
    }

    private <T extends Enum<T>> Map<T, Long> read(Class<T> type, Function<T, Count> column) {
        var found = new EnumMap<T, Long>(type);
        Arrays.stream(type.getEnumConstants()).forEach(it -> found.put(it, of(column.apply(it))));
        return found;
    }

    private static long answers(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static BigDecimal sum(Map<? extends Marked, Long> counts) {
        return counts.entrySet().stream()
                .map(it -> it.getKey().mark().multiply(BigDecimal.valueOf(it.getValue())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Optional<BigDecimal> share(long part, long all) {
        return quotient(BigDecimal.TEN.multiply(BigDecimal.valueOf(part)), all);
    }

    private static Optional<BigDecimal> quotient(BigDecimal sum, long all) {
        return all <= 0
                ? Optional.empty()
                : Optional.of(sum.divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP));
    }
}
