package fr.socle.journal.append;

import fr.socle.journal.store.ContentStore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Holds this node's writer back while the log falls behind, so that what is written is in the log
 * within a second also when more is written than can be integrated. While the log keeps up it asks
 * the database nothing. Used by the writer's thread alone.
 */
@Component
class Backlog {

    /** How old the oldest entry of this node that is not in the log may become. */
    private static final Duration BEHIND = Duration.ofMillis(400);

    /** How long one batch is held back: a log that stands still stops nobody. */
    private static final Duration LONGEST = Duration.ofMillis(500);

    private static final Duration LOOK = Duration.ofMillis(20);

    /** After that an entry is waited for no longer: the log stands still, or was lost. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(1);

    private final Predicate<UUID> inTheLog;
    private final ArrayDeque<Mark> marks = new ArrayDeque<>();

    /** One entry of a batch, and when it was durable. */
    private record Mark(UUID entry, long at) {
        boolean olderThan(Duration age) {
            return System.nanoTime() - at > age.toNanos();
        }
    }

    @Autowired
    Backlog(ContentStore contents) {
        this(it -> contents.place(it).isPresent());
    }

    Backlog(Predicate<UUID> inTheLog) {
        this.inTheLog = inTheLog;
    }

    /** A batch that ends with this entry is durable. */
    void written(UUID entry) {
        if (marks.isEmpty() || marks.getLast().olderThan(LOOK)) {
            marks.add(new Mark(entry, System.nanoTime()));
        }
    }

    /** Returns once the log has caught up, after half a second, or interrupted. */
    void await() {
        var end = System.nanoTime() + LONGEST.toNanos();
        try {
            while (isBehind() && System.nanoTime() < end) {
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isBehind() {
        try {
            while (!marks.isEmpty() && marks.getFirst().olderThan(BEHIND)) {
                if (!marks.getFirst().olderThan(FORGOTTEN)
                        && !inTheLog.test(marks.getFirst().entry())) {
                    return true;
                }
                marks.removeFirst();
            }
            return false;
        } catch (DataAccessException silent) {
            // the batch itself will tell its callers, who wait for one silence only
            marks.clear();
            return false;
        }
    }
}
