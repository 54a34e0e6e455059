package fr.socle.avis.score;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.kernel.Periode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SpansTests {

    private static final LocalDate END = LocalDate.of(2026, 11, 24);

    @Test
    void aQuarterIsThreeMonths() {
        var spans = Spans.of(days("2026-01-01", "2026-04-01"), END);
        assertThat(spans.grains()).containsExactly("month", "month", "month");
        assertThat(spans.starts()).containsExactly("2026-01-01", "2026-02-01", "2026-03-01");
    }

    @Test
    void edgesAreDays() {
        var spans = Spans.of(days("2026-03-31", "2026-05-02"), END);
        assertThat(spans.grains()).containsExactly("day", "month", "day");
        assertThat(spans.starts()).containsExactly("2026-03-31", "2026-04-01", "2026-05-01");
    }

    @Test
    void everyIntervalIsCoveredOnce() {
        for (var start = day("2023-11-20");
                start.isBefore(day("2024-03-05"));
                start = start.plusDays(1)) {
            var at = start;
            for (var span : Spans.of(new Periode<>(start, END), END).list()) {
                assertThat(span.start()).isEqualTo(at);
                at =
                        switch (span.grain()) {
                            case "year" -> at.plusYears(1);
                            case "month" -> at.plusMonths(1);
                            default -> at.plusDays(1);
                        };
            }
            assertThat(at).isEqualTo(END);
        }
    }

    @Test
    void tenYearsAreFewRows() {
        assertThat(Spans.of(days("2016-11-25", "2026-11-24"), END).list()).hasSizeLessThan(60);
    }

    private static Periode<LocalDate> days(String start, String end) {
        return new Periode<>(day(start), day(end));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
