package fr.socle.journal.log;

import fr.socle.journal.format.Merkle;
import fr.socle.journal.store.Drained;
import fr.socle.journal.store.IntegrationStore;
import fr.socle.journal.store.IntegrationStore.Numbered;
import fr.socle.journal.store.IntegrationStore.Waiting;
import fr.socle.journal.store.LogHead;
import fr.socle.journal.store.LogStore;
import fr.socle.journal.store.PartitionStore;
import fr.socle.journal.store.TileStore;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives indexes. Any node may do it, one at a time: the log's row is the fence, so a node that was
 * paused cannot write twice. Rows, leaves, links, tiles and head change in one transaction.
 */
@Component
public class Integrator {

    static final int BATCH = 8192;

    private final LogStore logs;
    private final IntegrationStore rows;
    private final TileStore tiles;
    private final PartitionStore partitions;
    private final Regression regression;
    private final TransactionTemplate transaction;
    private final Linker linker;

    Integrator(
            LogStore logs,
            IntegrationStore rows,
            TileStore tiles,
            PartitionStore partitions,
            Regression regression,
            PlatformTransactionManager transactions,
            Linker linker) {
        this.logs = logs;
        this.rows = rows;
        this.tiles = tiles;
        this.partitions = partitions;
        this.regression = regression;
        this.transaction = new TransactionTemplate(transactions);
        this.linker = linker;
    }

    /** Integrates what is pending, at most one batch; gives how many entries got an index. */
    public int integrate() {
        var integrated = transaction.execute(_ -> integrateUnderLock());
        return integrated == null ? 0 : integrated;
    }

    private int integrateUnderLock() {
        rows.begin();
        return anyWaits() ? logs.tryLock().map(this::integrate).orElse(0) : 0;
    }

    /** A lock is a write, and a house where nothing happens has nothing to write. */
    private boolean anyWaits() {
        return logs.current().filter(it -> rows.anyWaits(Drained.parse(it.drained()))).isPresent();
    }

    private int integrate(LogHead head) {
        if (!regression.allows(head)) {
            return 0;
        }
        var waiting = rows.waiting(Drained.parse(head.drained()), BATCH);
        if (waiting.isEmpty()) {
            return 0;
        }
        var drained = waiting.size() < BATCH ? waiting.getFirst().snapshot() : head.drained();
        integrate(head, waiting, drained);
        return waiting.size();
    }

    /** Puts these rows into the log, in the transaction that holds the head's lock. */
    void integrate(LogHead head, List<Waiting> waiting, String drained) {
        waiting.stream().map(Waiting::purgeMonth).distinct().forEach(partitions::ensure);
        var tree = new GrowingTree(tiles.of(head.log()), head.size());
        var linking = linker.begin(head, waiting);
        var numbered = number(waiting, tree, linking);
        if (rows.move(head.log(), numbered) != waiting.size()) {
            throw new IllegalStateException(
                    "rows of journal.pending went away under the head's lock");
        }
        linker.finish(head, linking);
        tiles.write(head.log(), tree.changed());
        logs.move(head, tree.size(), tree.root(), drained);
    }

    private static List<Numbered> number(List<Waiting> waiting, GrowingTree tree, Linking linking) {
        var numbered = new ArrayList<Numbered>(waiting.size());
        for (var row : waiting) {
            var entry = linking.next(row.commitment(), tree.size(), row.purgeMonth()).bytes();
            numbered.add(new Numbered(row, tree.size(), entry));
            tree.add(Merkle.leaf(entry));
        }
        return numbered;
    }
}
