package fr.socle.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a person was born, as the civil status knows it: a day, only a month or only a year. What is
 * not known stays unknown: a date is kept as it was given.
 */
public sealed interface BirthDate {

    /** Nobody alive was born before. */
    int EARLIEST_YEAR = 1850;

    /** A day of the calendar. */
    record Day(LocalDate date) implements BirthDate {
        public Day {
            demandLate(date.getYear());
        }

        @Override
        public LocalDate earliest() {
            return date;
        }

        @Override
        public LocalDate latest() {
            return date;
        }

        @Override
        public String iso() {
            return date.toString();
        }
    }

    /** The day is not known: {@code 1962-08-00}. */
    record Month(YearMonth month) implements BirthDate {
        public Month {
            demandLate(month.getYear());
        }

        @Override
        public LocalDate earliest() {
            return month.atDay(1);
        }

        @Override
        public LocalDate latest() {
            return month.atEndOfMonth();
        }

        @Override
        public String iso() {
            return month + "-00";
        }
    }

    /** Neither the day nor the month is known: {@code 1962-00-00}. */
    record OnlyYear(Year year) implements BirthDate {
        public OnlyYear {
            demandLate(year.getValue());
        }

        @Override
        public LocalDate earliest() {
            return year.atDay(1);
        }

        @Override
        public LocalDate latest() {
            return year.atMonth(12).atEndOfMonth();
        }

        @Override
        public String iso() {
            return year + "-00-00";
        }
    }

    /** The first day on which the person may have been born. */
    LocalDate earliest();

    /** The last day on which the person may have been born. */
    LocalDate latest();

    /** As given: {@code YYYY-MM-DD}, with {@code 00} for what is not known. */
    String iso();

    /** Whether a part of the date is not known. */
    default boolean presumed() {
        return !earliest().equals(latest());
    }

    /**
     * What FranceConnect hands to services in {@code birthdate}: always a day, the first possible
     * one ({@code 1962-08-01}, {@code 1962-01-01}); {@link #iso()} goes in {@code idp_birthdate}.
     */
    default String completed() {
        return earliest().toString();
    }

    /**
     * Reads {@code YYYY-MM-DD}, {@code YYYY-MM-00} or {@code YYYY-00-00}, and the short forms of
     * the RNIPP ({@code YYYY-MM}, {@code YYYY}).
     *
     * @param today nobody is born later
     */
    static Parsed<BirthDate> parse(String typed, LocalDate today) {
        var value = Typed.trim(typed);
        if (value.isEmpty()) {
            return Parsed.invalid("kernel.birthdate.missing");
        }
        var form = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?").matcher(value);
        if (!form.matches()) {
            return Parsed.invalid("kernel.birthdate.form");
        }
        return of(number(form.group(1)), number(form.group(2)), number(form.group(3)), today);
    }

    private static Parsed<BirthDate> of(int year, int month, int day, LocalDate today) {
        if (month == 0 && day > 0) {
            return Parsed.invalid("kernel.birthdate.form");
        }
        if (year < EARLIEST_YEAR) {
            return Parsed.invalid("kernel.birthdate.early", Integer.toString(EARLIEST_YEAR));
        }
        try {
            var date = of(year, month, day);
            return date.earliest().isAfter(today)
                    ? Parsed.invalid("kernel.birthdate.future")
                    : Parsed.valid(date);
        } catch (DateTimeException e) {
            return Parsed.invalid("kernel.birthdate.calendar");
        }
    }

    private static BirthDate of(int year, int month, int day) {
        if (month == 0) {
            return new OnlyYear(Year.of(year));
        }
        return day == 0
                ? new Month(YearMonth.of(year, month))
                : new Day(LocalDate.of(year, month, day));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static void demandLate(int year) {
        if (year < EARLIEST_YEAR) {
            throw new IllegalArgumentException("kernel.birthdate.early");
        }
    }
}
