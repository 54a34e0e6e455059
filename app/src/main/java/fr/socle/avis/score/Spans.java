package fr.socle.avis.score;

import fr.socle.kernel.Periode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * An interval of days as few whole years, months and days: ten years of any service are some fifty
 * rows.
 */
record Spans(List<Span> list) {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /**
     * @param grain {@code year}, {@code month} or {@code day}
     */
    record Span(String grain, LocalDate start) {}

    /**
     * @param end the first day after the last opinion there can be, where the period has no end
     */
    static Spans of(Periode<LocalDate> days, LocalDate end) {
        var last = days.end() == null ? end : days.end();
        var spans = new ArrayList<Span>();
        var at = days.start();
        while (at.isBefore(last)) {
            var unit = unit(at, last);
            spans.add(new Span(name(unit), at));
            at = at.plus(1, unit);
        }
        return new Spans(spans);
    }

    private static ChronoUnit unit(LocalDate at, LocalDate last) {
        if (at.getDayOfYear() == 1 && !at.plusYears(1).isAfter(last)) {
            return ChronoUnit.YEARS;
        }
        return at.getDayOfMonth() == 1 && !at.plusMonths(1).isAfter(last)
                ? ChronoUnit.MONTHS
                : ChronoUnit.DAYS;
    }

    private static String name(ChronoUnit unit) {
        return switch (unit) {
            case YEARS -> "year";
            case MONTHS -> "month";
            default -> "day";
        };
    }

    String[] grains() {
        return list.stream().map(Span::grain).toArray(String[]::new);
    }

    String[] starts() {
        return list.stream().map(it -> it.start().toString()).toArray(String[]::new);
    }
}
