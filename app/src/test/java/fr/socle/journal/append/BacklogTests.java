package fr.socle.journal.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** Writers wait for a log that falls behind, and for nothing else. */
@NullMarked
class BacklogTests {

    private static final Duration OLD = Duration.ofMillis(450);

    private final Set<UUID> log = ConcurrentHashMap.newKeySet();
    private final AtomicInteger questions = new AtomicInteger();
    private final Backlog backlog = new Backlog(this::inTheLog);

    private boolean inTheLog(UUID entry) {
        questions.incrementAndGet();
        return log.contains(entry);
    }

    @Test
    void whileTheLogKeepsUpNothingIsAsked() {
        for (int i = 0; i < 100; i++) {
            backlog.written(UUID.randomUUID());
            backlog.await();
        }
        assertThat(questions).hasValue(0);
    }

    @Test
    void aLogThatFellBehindHoldsABatchBackAndStopsNobody() throws InterruptedException {
        backlog.written(UUID.randomUUID());
        Thread.sleep(OLD);
        assertThat(waited()).isBetween(Duration.ofMillis(190), Duration.ofSeconds(2));
    }

    @Test
    void aLogThatCaughtUpHoldsNothingBack() throws InterruptedException {
        var entry = UUID.randomUUID();
        backlog.written(entry);
        Thread.sleep(OLD);
        log.add(entry);
        assertThat(waited()).isLessThan(Duration.ofMillis(150));
        backlog.await();
        assertThat(questions).hasValue(1);
    }

    @Test
    void aSilentDatabaseHoldsNothingBack() throws InterruptedException {
        var mute =
                new Backlog(
                        _ -> {
                            throw new DataAccessResourceFailureException("down");
                        });
        mute.written(UUID.randomUUID());
        Thread.sleep(OLD);
        var began = System.nanoTime();
        mute.await();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(150));
    }

    @Test
    void aSilentDatabaseIsAskedOnceAndNotBeforeEachBatch() throws InterruptedException {
        var mute =
                new Backlog(
                        _ -> {
                            questions.incrementAndGet();
                            throw new DataAccessResourceFailureException("down");
                        });
        mute.written(UUID.randomUUID());
        Thread.sleep(OLD);
        mute.await();
        mute.await();
        assertThat(questions).hasValue(1);
    }

    private Duration waited() {
        var began = System.nanoTime();
        backlog.await();
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
