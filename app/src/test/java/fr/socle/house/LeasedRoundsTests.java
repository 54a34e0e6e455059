package fr.socle.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** Whatever an outbox holds leaves, and a slow receiver keeps nobody waiting. */
@NullMarked
class LeasedRoundsTests {

    private final ConcurrentLinkedQueue<String> waiting = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> sent = new ConcurrentLinkedQueue<>();

    @Test
    void aSlowReceiverDelaysNoOther() throws InterruptedException {
        var patience = new CountDownLatch(1);
        var rounds = rounds(it -> send(it, patience));
        waiting.addAll(List.of("slow", "first", "second"));
        rounds.run();
        await().until(() -> sent.containsAll(List.of("first", "second")));
        assertThat(sent).doesNotContain("slow");
        patience.countDown();
        await().until(() -> sent.contains("slow"));
    }

    @Test
    void noMoreIsTakenThanThereIsRoomFor() {
        var patience = new CountDownLatch(1);
        var rounds = rounds(it -> send(it, patience));
        waiting.addAll(List.of("slow 1", "slow 2", "slow 3", "later"));
        rounds.run();
        assertThat(waiting).containsExactly("later");
        rounds.run();
        assertThat(waiting).containsExactly("later");
        patience.countDown();
        await().untilAsserted(
                        () -> {
                            rounds.run();
                            assertThat(sent).contains("later");
                        });
    }

    @Test
    void aSilentDatabaseEndsNoRoundForEver() {
        var failing = new ArrayList<>(List.of("down"));
        var rounds =
                rounds(
                        it -> {
                            if (!failing.isEmpty()) {
                                throw new DataAccessResourceFailureException(failing.removeFirst());
                            }
                            sent.add(it);
                        });
        waiting.add("lost once");
        rounds.run();
        await().until(failing::isEmpty);
        for (var each : List.of("a", "b", "c", "d")) {
            waiting.add(each);
        }
        await().untilAsserted(
                        () -> {
                            rounds.run();
                            assertThat(sent).containsExactlyInAnyOrder("a", "b", "c", "d");
                        });
    }

    @Test
    void attemptsAreSpreadOverADayAndThenEnd() {
        assertThat(Waits.after(1)).contains(Duration.ofSeconds(5));
        assertThat(Waits.after(7)).contains(Duration.ofHours(18));
        assertThat(Waits.after(8)).isEmpty();
    }

    private LeasedRounds<String> rounds(Consumer<String> sender) {
        return new LeasedRounds<>("pieces", 3, Clock.systemUTC(), this::take, sender);
    }

    private List<String> take(Instant now, Instant lease, int most) {
        assertThat(lease).isAfter(now);
        var taken = new ArrayList<String>();
        while (taken.size() < most && !waiting.isEmpty()) {
            taken.add(waiting.remove());
        }
        return taken;
    }

    private void send(String it, CountDownLatch patience) {
        try {
            if (it.startsWith("slow")) {
                patience.await();
            }
            sent.add(it);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
