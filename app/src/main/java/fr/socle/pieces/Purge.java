package fr.socle.pieces;

import fr.socle.journal.Journal;
import fr.socle.pieces.depot.Depot;
import fr.socle.pieces.store.PieceStore;
import fr.socle.pieces.trace.PiecePurgee;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases pieces. The key goes first, in one transaction with the journal's entry: from then on no
 * copy of the file opens, in a backup neither. The file goes after the commit; the row remembers
 * that it has to, so a crash between the two only delays it.
 */
@Component
class Purge {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final String DUE = "échéance";

    private static final Logger LOG = LoggerFactory.getLogger(Purge.class);
    private static final int BATCH = 500;

    private final PieceStore store;
    private final Depot depot;
    private final Journal journal;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Purge(
            PieceStore store,
            Depot depot,
            Journal journal,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.depot = depot;
        this.journal = journal;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    boolean now(PieceId id, String motif) {
        return Boolean.TRUE.equals(transactions.execute(_ -> erase(id, motif)));
    }

    /** Everything whose last day is over; gives the number. */
    int due() {
        var today = LocalDate.ofInstant(clock.instant(), PARIS);
        int purged = 0;
        for (var some = store.due(today, BATCH); !some.isEmpty(); some = store.due(today, BATCH)) {
            for (var id : some) {
                purged += now(id, DUE) ? 1 : 0;
            }
        }
        return purged;
    }

    /**
     * Deletes the files of what was purged and notes that they are gone: those too that a crash, or
     * a depot out of reach, left behind.
     */
    void files() {
        for (var id : store.filesToDelete(BATCH)) {
            if (deleteFile(id)) {
                store.fileDeleted(id, clock.instant());
            }
        }
    }

    private boolean erase(PieceId id, String motif) {
        var owner = store.purge(id, motif, clock.instant());
        owner.ifPresent(
                it -> {
                    journal.append(new PiecePurgee(id, it, motif));
                    afterCommit(() -> deleteFile(id));
                });
        return owner.isPresent();
    }

    private boolean deleteFile(PieceId id) {
        try {
            depot.delete(id);
            return true;
        } catch (IOException outOfReach) {
            LOG.warn("the file of the purged piece {} will be deleted later", id, outOfReach);
            return false;
        }
    }

    private static void afterCommit(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int status) {
                        if (status == STATUS_COMMITTED) {
                            action.run();
                        }
                    }
                });
    }
}
