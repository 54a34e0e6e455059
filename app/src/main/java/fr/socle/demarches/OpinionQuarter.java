package fr.socle.demarches;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A quarter of the calendar, in Paris, for which one key of a procedure signs.
 *
 * @param number year × 4 + 0 to 3
 */
public record OpinionQuarter(int number) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int QUARTERS = 4;
    private static final int MONTHS = 3;

    public static OpinionQuarter now(Clock clock) {
        return of(LocalDate.now(clock.withZone(PARIS)));
    }

    public static OpinionQuarter of(LocalDate day) {
        return new OpinionQuarter(day.getYear() * QUARTERS + (day.getMonthValue() - 1) / MONTHS);
    }

    /** Reads {@link #code()}; empty for anything else. */
    public static Optional<OpinionQuarter> parse(String code) {
        return code.matches("2[0-9]{3}-T[1-4]")
                ? Optional.of(
                        new OpinionQuarter(
                                Integer.parseInt(code.substring(0, 4)) * QUARTERS
                                        + code.charAt(6)
                                        - '1'))
                : Optional.empty();
    }

    /** As addresses write it: {@code 2026-T3}. */
    public String code() {
        return number / QUARTERS + "-T" + (number % QUARTERS + 1);
    }

    public OpinionQuarter previous() {
        return new OpinionQuarter(number - 1);
    }
}
