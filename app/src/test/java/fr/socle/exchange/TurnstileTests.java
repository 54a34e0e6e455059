package fr.socle.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.exchange.store.TurnstileStore;
import fr.socle.exchange.store.TurnstileStore.Entry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Counting calls that come at once, on one PostgreSQL. */
@NullMarked
class TurnstileTests extends ExchangeTest {

    private static final String SET = "essai";

    @Autowired TurnstileStore turnstile;

    private final UUID habilitation = UUID.randomUUID();
    private final Instant now = Instant.parse("2026-11-22T10:00:30Z");

    @Test
    void callsThatComeAtOnceAreCountedOneByOneAndOneOfTheSameIsAlone() throws Exception {
        var calls = new ArrayList<String>();
        IntStream.range(0, 150).forEach(it -> calls.add("appel " + it));
        IntStream.range(0, 50).forEach(_ -> calls.add("le même"));
        var entries = new ArrayList<Future<Entry>>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            calls.forEach(it -> entries.add(callers.submit(() -> enter(it, now))));
        }
        var numbers = new ArrayList<Integer>();
        var alone = new ArrayList<String>();
        for (int i = 0; i < calls.size(); i++) {
            numbers.add(entries.get(i).get().number());
            if (entries.get(i).get().alone()) {
                alone.add(calls.get(i));
            }
        }
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 200).boxed().toList());
        assertThat(alone).hasSize(151).contains("le même");
    }

    @Test
    void whoLeavesMakesRoomAndTheNextMinuteCountsAnew() {
        assertThat(enter("a", now)).isEqualTo(new Entry(1, true));
        assertThat(enter("a", now)).isEqualTo(new Entry(2, false));
        turnstile.leave(key("a"));
        assertThat(enter("a", now)).isEqualTo(new Entry(3, true));
        assertThat(enter("b", now.plusSeconds(40))).isEqualTo(new Entry(1, true));
        assertThat(enter("a", now.plusSeconds(50))).isEqualTo(new Entry(2, false));
    }

    /** Those who come, those who go and those who are looked up share statements. */
    @Test
    void theSameCallAgainAndAgainIsUnderWayOnceAtATimeWhateverComesTogether() throws Exception {
        var under = new AtomicInteger();
        var passed = new AtomicInteger();
        var both = new AtomicBoolean();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < 40; caller++) {
                callers.execute(
                        () -> {
                            for (int time = 0; time < 25; time++) {
                                assertThat(turnstile.program(habilitation)).isEmpty();
                                if (enter("le même", now).alone()) {
                                    both.compareAndSet(false, under.incrementAndGet() > 1);
                                    passed.incrementAndGet();
                                    under.decrementAndGet();
                                    turnstile.leave(key("le même"));
                                }
                            }
                        });
            }
        }
        assertThat(both).isFalse();
        assertThat(passed.get()).isPositive();
        assertThat(enter("le même", now)).isEqualTo(new Entry(1001, true));
    }

    @Test
    void aCallThatNeverEndedStopsToCountAfterAMinute() {
        assertThat(enter("a", now).alone()).isTrue();
        assertThat(enter("a", now.plusSeconds(59)).alone()).isFalse();
        assertThat(enter("a", now.plusSeconds(61)).alone()).isTrue();
    }

    @Test
    void oneHabilitationDoesNotCountForAnother() {
        enter("a", now);
        var other = turnstile.enter(UUID.randomUUID(), SET, key("z"), now);
        assertThat(other).isEqualTo(new Entry(1, true));
        assertThat(List.of(enter("c", now).number(), enter("d", now).number()))
                .containsExactly(2, 3);
    }

    private Entry enter(String call, Instant at) {
        return turnstile.enter(habilitation, SET, key(call), at);
    }

    private byte[] key(String call) {
        return (habilitation + call).getBytes(StandardCharsets.UTF_8);
    }
}
