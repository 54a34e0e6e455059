package fr.socle.avis.observatoire.indicator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A quarter of the calendar, in Paris: a moment before midnight on 30 June belongs to the second
 * one, whatever the clock of the machine shows.
 *
 * @param number 1 to 4
 */
public record Quarter(int year, int number) implements Comparable<Quarter> {

    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final int MONTHS = 3;

    public Quarter {
        if (number < 1 || number > 4 || year < 2000 || year > 2999) {
            throw new IllegalArgumentException("no quarter " + year + "-T" + number);
        }
    }

    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
    }

    public static Quarter of(Instant moment) {
        return of(moment.atZone(PARIS).toLocalDate());
    }

    /** Reads {@link #code()}; empty for anything else. */
    public static Optional<Quarter> parse(String code) {
        return code.matches("2[0-9]{3}-T[1-4]")
                ? Optional.of(
                        new Quarter(Integer.parseInt(code.substring(0, 4)), code.charAt(6) - '0'))
                : Optional.empty();
    }

    /** As addresses and files write it: {@code 2026-T3}. */
    public String code() {
        return year + "-T" + number;
    }

    public LocalDate first() {
        return LocalDate.of(year, MONTHS * (number - 1) + 1, 1);
    }

    public LocalDate last() {
        return first().plusMonths(MONTHS).minusDays(1);
    }

    /** The first moment that is no longer in it. */
    public Instant end() {
        return last().plusDays(1).atStartOfDay(PARIS).toInstant();
    }

    public Quarter previous() {
        return of(first().minusDays(1));
    }

    @Override
    public int compareTo(Quarter other) {
        return first().compareTo(other.first());
    }
}
