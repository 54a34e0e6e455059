package fr.socle.identity.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What providers publish is at hand: nobody waits for it while a copy holds. */
@NullMarked
class RefreshedTests {

    /** Time as the test sets it. */
    private static final class Hands extends Clock {
        private volatile Instant now = Instant.parse("2026-11-22T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    private final Hands clock = new Hands();
    private final AtomicInteger reads = new AtomicInteger();
    private volatile boolean down;
    private volatile Thread lastReader = Thread.currentThread();

    private final Refreshed<Integer> refreshed =
            new Refreshed<>(
                    _ -> {
                        lastReader = Thread.currentThread();
                        int read = reads.incrementAndGet();
                        if (down) {
                            throw new UpstreamFailure(UpstreamFault.TOKEN_DOWN, "down");
                        }
                        return read;
                    },
                    clock);

    @Test
    void aFreshCopyIsNotReadAgain() throws UpstreamFailure {
        refreshed.of("a");
        clock.pass(Refreshed.FRESH.minusSeconds(1));
        assertThat(refreshed.of("a")).isEqualTo(1);
        assertThat(reads).hasValue(1);
    }

    @Test
    void anOldCopyIsGivenAtOnceAndReadAgainBehindTheBack() throws Exception {
        refreshed.of("a");
        clock.pass(Refreshed.FRESH.plusSeconds(1));
        assertThat(refreshed.of("a")).isEqualTo(1);
        assertThat(refreshed.of("a")).isLessThanOrEqualTo(2);
        for (int i = 0; i < 500 && reads.get() < 2; i++) {
            Thread.sleep(Duration.ofMillis(10));
        }
        assertThat(reads).hasValue(2);
        assertThat(lastReader).isNotSameAs(Thread.currentThread());
    }

    @Test
    void theOldCopyHoldsADayWhenReadingFails() throws Exception {
        refreshed.of("a");
        down = true;
        clock.pass(Refreshed.HOLDS.minusSeconds(1));
        assertThat(refreshed.of("a")).isEqualTo(1);
        clock.pass(Duration.ofSeconds(2));
        assertThatThrownBy(() -> refreshed.of("a")).isInstanceOf(UpstreamFailure.class);
    }

    @Test
    void anUnknownKeyMakesItReadAgainAtMostOnceInTenSeconds() throws UpstreamFailure {
        refreshed.of("a");
        assertThat(refreshed.again("a")).isEqualTo(1);
        clock.pass(Refreshed.NOT_SOONER.plusSeconds(1));
        assertThat(refreshed.again("a")).isEqualTo(2);
        clock.pass(Refreshed.NOT_SOONER.plusSeconds(1));
        down = true;
        assertThat(refreshed.again("a")).isEqualTo(2);
    }
}
