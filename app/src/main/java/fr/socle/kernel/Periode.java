package fr.socle.kernel;

import org.jspecify.annotations.Nullable;

/**
 * A half-open interval of days ({@link java.time.LocalDate}) or moments ({@link
 * java.time.Instant}): the start belongs to it, the end does not. Two periods that follow each
 * other share no moment and leave none out.
 *
 * @param start the first day or moment
 * @param end the first one after it; {@code null} while the period has no end
 */
public record Periode<T extends Comparable<? super T>>(T start, @Nullable T end) {

    public Periode {
        Typed.demand(refusalOf(start, end));
    }

    /** A period without end. */
    public static <T extends Comparable<? super T>> Periode<T> from(T start) {
        return new Periode<>(start, null);
    }

    /** Reads two bounds: the end must come after the start. */
    public static <T extends Comparable<? super T>> Parsed<Periode<T>> of(T start, T end) {
        var refusal = refusalOf(start, end);
        return refusal == null
                ? Parsed.valid(new Periode<>(start, end))
                : new Parsed.Invalid<>(refusal);
    }

    public boolean contains(T moment) {
        return start.compareTo(moment) <= 0 && (end == null || moment.compareTo(end) < 0);
    }

    public boolean overlaps(Periode<T> other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(Periode<T> other) {
        return other.end == null || start.compareTo(other.end) < 0;
    }

    private static <T extends Comparable<? super T>> @Nullable Refusal refusalOf(
            T start, @Nullable T end) {
        return end == null || start.compareTo(end) < 0 ? null : Refusal.of("kernel.periode.order");
    }
}
