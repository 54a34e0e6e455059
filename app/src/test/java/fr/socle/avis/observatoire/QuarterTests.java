package fr.socle.avis.observatoire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.avis.observatoire.indicator.Quarter;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quarters are those of Paris. */
class QuarterTests {

    @Test
    void aQuarterEndsAtMidnightInParisInSummerAsInWinter() {
        assertThat(Quarter.of(Instant.parse("2026-06-30T21:59:59Z")).code()).isEqualTo("2026-T2");
        assertThat(Quarter.of(Instant.parse("2026-06-30T22:00:00Z")).code()).isEqualTo("2026-T3");
        assertThat(Quarter.of(Instant.parse("2026-12-31T22:59:59Z")).code()).isEqualTo("2026-T4");
        assertThat(Quarter.of(Instant.parse("2026-12-31T23:00:00Z")).code()).isEqualTo("2027-T1");
        assertThat(new Quarter(2026, 2).end()).isEqualTo(Instant.parse("2026-06-30T22:00:00Z"));
        assertThat(new Quarter(2026, 4).end()).isEqualTo(Instant.parse("2026-12-31T23:00:00Z"));
    }

    @Test
    void quartersFollowEachOtherAndLeaveNoDayOut() {
        var quarter = new Quarter(2026, 1);
        assertThat(quarter.first()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(quarter.last()).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(quarter.previous()).isEqualTo(new Quarter(2025, 4));
        assertThat(quarter.previous().last().plusDays(1)).isEqualTo(quarter.first());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026", "2026-T5", "2026-T0", "1999-T1", "2026-T1 ", "2026-T11"})
    void whatIsNoQuarterIsNone(String code) {
        assertThat(Quarter.parse(code)).isEmpty();
        assertThat(Quarter.parse("2026-T3")).contains(new Quarter(2026, 3));
    }
}
