package fr.socle.house;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Sends what an outbox holds, each piece in a thread of its own, with nothing of the database held
 * meanwhile: a slow receiver delays no other. Every node may run rounds; a lease keeps a piece to
 * one of them, and brings back what a dead node took.
 *
 * @param <T> one piece that is due
 */
public final class LeasedRounds<T> {

    private static final Logger LOG = LoggerFactory.getLogger(LeasedRounds.class);

    /** Longer than {@link OutsideHttp} ever waits, so that no two nodes send the same piece. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final String what;
    private final Clock clock;
    private final Shelf<T> shelf;
    private final Consumer<T> sender;
    private final Semaphore room;

    /** Where pieces wait. */
    @FunctionalInterface
    public interface Shelf<T> {

        /** At most so many that are due now, nobody else's until the lease is over. */
        List<T> take(Instant now, Instant lease, int most);
    }

    /**
     * @param what waits, for the log
     * @param atOnce pieces that this node sends together
     * @param sender sends one and settles what becomes of it
     */
    public LeasedRounds(String what, int atOnce, Clock clock, Shelf<T> shelf, Consumer<T> sender) {
        this.what = what;
        this.clock = clock;
        this.shelf = shelf;
        this.sender = sender;
        this.room = new Semaphore(atOnce);
    }

    /** Starts to send what is due, as far as there is room. */
    public void run() {
        patiently(
                () -> {
                    var now = clock.instant();
                    var free = room.availablePermits();
                    if (free > 0) {
                        shelf.take(now, now.plus(LEASE), free).forEach(this::start);
                    }
                });
    }

    private void start(T due) {
        room.acquireUninterruptibly();
        Thread.startVirtualThread(
                () -> {
                    try {
                        patiently(() -> sender.accept(due));
                    } finally {
                        room.release();
                    }
                });
    }

    /** Without database there is nothing to do but come back; the lease will be over then. */
    private void patiently(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException unavailable) {
            LOG.warn("{} wait for the database", what);
        }
    }
}
