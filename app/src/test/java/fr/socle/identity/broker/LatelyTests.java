package fr.socle.identity.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LatelyTests {

    private final List<String> asked = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private Optional<String> there = Optional.of("one");
    private final Lately<String> lately = new Lately<>(this::read, new Moving());

    /** A clock that this test moves. */
    private final class Moving extends Clock {

        @Override
        public ZoneOffset getZone() {
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
    }

    private Optional<String> read(String key) {
        asked.add(key);
        return there;
    }

    @Test
    void readsOnceInASecond() {
        assertThat(lately.of("a")).contains("one");
        there = Optional.of("two");
        now = now.plus(Duration.ofMillis(900));
        assertThat(lately.of("a")).contains("one");
        assertThat(asked).containsExactly("a");
    }

    @Test
    void readsAgainAfterwards() {
        lately.of("a");
        there = Optional.of("two");
        now = now.plus(Duration.ofMillis(1_100));
        assertThat(lately.of("a")).contains("two");
    }

    @Test
    void readsAtOnceWhatWasJustWritten() {
        lately.of("a");
        there = Optional.of("two");
        lately.forget("a");
        assertThat(lately.of("a")).contains("two");
    }

    @Test
    void forgetsWhatHasGone() {
        lately.of("a");
        there = Optional.empty();
        now = now.plus(Duration.ofMillis(1_100));
        assertThat(lately.of("a")).isEmpty();
    }

    @Test
    void asksAgainForWhatIsNotThere() {
        there = Optional.empty();
        assertThat(lately.of("a")).isEmpty();
        there = Optional.of("one");
        assertThat(lately.of("a")).contains("one");
        assertThat(asked).containsExactly("a", "a");
    }
}
