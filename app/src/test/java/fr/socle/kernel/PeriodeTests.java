package fr.socle.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodeTests {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    @Test
    void itsStartBelongsToItAndItsEndDoesNot() {
        var january = Periode.of(JANUARY, FEBRUARY).orThrow();
        assertThat(january.contains(JANUARY)).isTrue();
        assertThat(january.contains(FEBRUARY.minusDays(1))).isTrue();
        assertThat(january.contains(FEBRUARY)).isFalse();
        assertThat(january.contains(JANUARY.minusDays(1))).isFalse();
    }

    @Test
    void twoThatFollowEachOtherDoNotOverlap() {
        var january = new Periode<>(JANUARY, FEBRUARY);
        var february = new Periode<>(FEBRUARY, MARCH);
        var both = new Periode<>(JANUARY, MARCH);
        assertThat(january.overlaps(february)).isFalse();
        assertThat(february.overlaps(january)).isFalse();
        assertThat(both.overlaps(january)).isTrue();
        assertThat(january.overlaps(both)).isTrue();
    }

    @Test
    void oneWithoutEndContainsEverythingAfterItsStart() {
        var open = Periode.from(Instant.EPOCH);
        assertThat(open.contains(Instant.MAX)).isTrue();
        assertThat(open.contains(Instant.EPOCH.minusNanos(1))).isFalse();
        assertThat(open.overlaps(Periode.from(Instant.MAX))).isTrue();
        assertThat(open.overlaps(new Periode<>(Instant.MIN, Instant.EPOCH))).isFalse();
    }

    @Test
    void oneThatEndsBeforeItStartsIsRefused() {
        assertThat(Refused.key(Periode.of(FEBRUARY, JANUARY))).isEqualTo("kernel.periode.order");
        assertThat(Refused.key(Periode.of(JANUARY, JANUARY))).isEqualTo("kernel.periode.order");
        assertThatIllegalArgumentException().isThrownBy(() -> new Periode<>(MARCH, JANUARY));
    }
}
