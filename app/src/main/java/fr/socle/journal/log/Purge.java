package fr.socle.journal.log;

import fr.socle.journal.append.JournalWriter;
import fr.socle.journal.format.Tiles;
import fr.socle.journal.store.CheckpointStore;
import fr.socle.journal.store.ContentStore;
import fr.socle.journal.store.LogHead;
import fr.socle.journal.store.LogStore;
import fr.socle.journal.store.PartitionStore;
import fr.socle.journal.store.TileStore;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Drops the parts whose time has come, and lets an operator remove the leaves of entries that are
 * all gone.
 */
@Component
public class Purge {

    private static final Logger LOG = LoggerFactory.getLogger(Purge.class);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final PartitionStore partitions;
    private final LogStore logs;
    private final ContentStore contents;
    private final TileStore tiles;
    private final CheckpointStore checkpoints;
    private final JournalWriter writer;
    private final Integrator integrator;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Purge(
            PartitionStore partitions,
            LogStore logs,
            ContentStore contents,
            TileStore tiles,
            CheckpointStore checkpoints,
            JournalWriter writer,
            Integrator integrator,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.partitions = partitions;
        this.logs = logs;
        this.contents = contents;
        this.tiles = tiles;
        this.checkpoints = checkpoints;
        this.writer = writer;
        this.integrator = integrator;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Once a day on some node; a month that is in use is left for the next time. */
    @Scheduled(cron = "0 17 4 * * *", zone = "Europe/Paris")
    void purgeDaily() {
        purge(month());
    }

    /** Drops every month up to this one, each with its Effacement in the same transaction. */
    public void purge(YearMonth now) {
        for (var month : partitions.due(now)) {
            try {
                transaction.executeWithoutResult(_ -> drop(month));
            } catch (DataAccessException busy) {
                LOG.warn("the parts of {} wait for the next purge: {}", month, busy.toString());
            }
        }
    }

    /**
     * Removes the leaves before the first entry whose parts are still kept, and the tiles that only
     * they needed. Proofs at or above that index stay possible for ever.
     *
     * @return the minimum index from now on
     */
    public long prune() {
        var minimum = transaction.execute(_ -> logs.lock().map(this::prune).orElse(0L));
        // because a check that finds no word of it yet calls it a loss, and no node may be running
        integrator.integrate();
        return minimum == null ? 0 : minimum;
    }

    private long prune(LogHead head) {
        var published =
                checkpoints.last(head.log()).map(CheckpointStore.Published::size).orElse(0L);
        var gone = Math.min(contents.firstKept(head.log(), month(), head.size()), published);
        var minimum = gone - gone % Tiles.WIDTH;
        if (minimum <= head.minimum()) {
            return head.minimum();
        }
        writer.append(new Elagage(head.log(), minimum));
        logs.raiseMinimum(head.log(), minimum);
        contents.pruneLeaves(head.log(), minimum);
        tiles.prune(head.log(), minimum);
        return minimum;
    }

    private void drop(YearMonth month) {
        partitions.drop(month);
        writer.append(
                new Effacement(
                        new Effacement.Scope.OfMonth(month), "durée de conservation écoulée"));
    }

    private YearMonth month() {
        return YearMonth.now(clock.withZone(PARIS));
    }
}
