package fr.socle.journal;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * How long the parts of an entry are kept. They go at the end of the month in which the period
 * ends.
 *
 * @param statute the text that imposes the period, as people may read it ({@code CRPA, art.
 *     L114-8}); null when a person may have the parts erased sooner
 */
public record Retention(Period period, @Nullable String statute) {

    public Retention {
        if (period.isZero() || period.isNegative()) {
            throw new IllegalArgumentException("a retention is longer than nothing");
        }
    }

    public static Retention of(Period period) {
        return new Retention(period, null);
    }

    public static Retention imposed(Period period, String statute) {
        return new Retention(period, statute);
    }

    /** The first month in which the parts are no longer there. */
    public YearMonth purgeMonth(LocalDate written) {
        return YearMonth.from(written.plus(period)).plusMonths(1);
    }
}
