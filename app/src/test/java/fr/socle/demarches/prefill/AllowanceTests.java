package fr.socle.demarches.prefill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** How often one address may call. */
@NullMarked
class AllowanceTests {

    private Instant now = Instant.parse("2026-05-04T10:00:00Z");

    private final Clock clock =
            new Clock() {
                @Override
                public java.time.ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(java.time.ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            };

    @SuppressWarnings("NullAway") // because what is asked here names its origin itself
    private final Allowance allowance = new Allowance(null, clock);

    @Test
    void fifteenCallsAtOnceAndThenOneEachSecond() {
        for (int i = 0; i < Allowance.CALLS; i++) {
            assertThat(allowance.taken("192.0.2.1")).isZero();
        }
        assertThat(allowance.taken("192.0.2.1")).isEqualTo(Duration.ofSeconds(1));
        assertThat(allowance.taken("192.0.2.2")).as("another address").isZero();
        now = now.plusSeconds(1);
        assertThat(allowance.taken("192.0.2.1")).isZero();
        assertThat(allowance.taken("192.0.2.1")).isPositive();
        now = now.plus(Allowance.WITHIN);
        for (int i = 0; i < Allowance.CALLS; i++) {
            assertThat(allowance.taken("192.0.2.1")).isZero();
        }
    }
}
