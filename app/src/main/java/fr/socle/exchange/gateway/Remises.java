package fr.socle.exchange.gateway;

import fr.socle.exchange.trace.EchangesRemis;
import fr.socle.journal.Journal;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Gathers for a moment the exchanges whose answers arrived, and writes their ends in one entry: one
 * each would cost as much as the grant. Those of a node that dies within the moment, or that the
 * journal does not take, are told to the person as not confirmed.
 */
@Component
class Remises {

    private static final Logger LOG = LoggerFactory.getLogger(Remises.class);

    /** Short, because who follows the journal then meets most ends beside their beginnings. */
    private static final Duration MOMENT = Duration.ofMillis(50);

    /** Of one entry. */
    private static final int MOST = 1000;

    private final Journal journal;
    private final LinkedBlockingQueue<UUID> arrived = new LinkedBlockingQueue<>();
    private final AtomicBoolean gathering = new AtomicBoolean();

    Remises(Journal journal) {
        this.journal = journal;
    }

    /** Returns at once; the entry follows. */
    void arrived(UUID echange) {
        arrived.add(echange);
        if (!gathering.get() && gathering.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::gather);
        }
    }

    private void gather() {
        try {
            Thread.sleep(MOMENT);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        // before writing, so that whoever comes meanwhile starts the next moment
        gathering.set(false);
        write();
    }

    @PreDestroy
    void write() {
        var some = new ArrayList<UUID>();
        while (arrived.drainTo(some, MOST) > 0) {
            try {
                journal.appendAlone(new EchangesRemis(some));
            } catch (DataAccessException | TransactionException silent) {
                LOG.warn("the ends of {} exchanges were not written", some.size(), silent);
            }
            some.clear();
        }
    }
}
