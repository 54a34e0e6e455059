package fr.socle.journal.check;

import fr.socle.house.BrokenSeal;
import fr.socle.journal.check.CheckReport.Tally;
import fr.socle.journal.format.Checkpoint;
import fr.socle.journal.format.LogEntry;
import fr.socle.journal.format.Merkle;
import fr.socle.journal.format.Tiles;
import fr.socle.journal.log.LogReader;
import fr.socle.journal.store.CheckpointStore;
import fr.socle.journal.store.ContentStore;
import fr.socle.journal.store.ContentStore.Row;
import fr.socle.journal.store.LogHead;
import fr.socle.journal.store.LogStore;
import fr.socle.journal.store.StoredPart;
import fr.socle.journal.store.TileStore;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.SecretKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads every log from its first entry and proves that nothing is missing and nothing was changed:
 * indexes without a gap, each part against its commitment, each commitment against its log entry,
 * the tree against the entries, the signed checkpoint against the tree. A part that is missing must
 * be named by an Effacement. One snapshot is read, so the journal may be written meanwhile.
 */
@Component
public class JournalCheck {

    private static final int BATCH = 2000;

    private final LogStore logs;
    private final ContentStore contents;
    private final TileStore tiles;
    private final CheckpointStore checkpoints;
    private final LogReader reader;
    private final JdbcClient db;
    private final TransactionTemplate snapshot;

    JournalCheck(
            LogStore logs,
            ContentStore contents,
            TileStore tiles,
            CheckpointStore checkpoints,
            LogReader reader,
            JdbcClient db,
            PlatformTransactionManager transactions) {
        this.logs = logs;
        this.contents = contents;
        this.tiles = tiles;
        this.checkpoints = checkpoints;
        this.reader = reader;
        this.db = db;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    public CheckReport check() {
        return java.util.Objects.requireNonNull(snapshot.execute(_ -> read()));
    }

    private CheckReport read() {
        var tally = new Tally();
        var erasures = erasures();
        for (var head : logs.all()) {
            tally.logs++;
            check(head, erasures, tally);
        }
        return tally.report(
                db.sql("SELECT count(*) FROM journal.pending").query(Long.class).single());
    }

    /** An Effacement stands behind what it erased, so all of them are read first. */
    private Erasures erasures() {
        var erasures = new Erasures();
        for (var head : logs.all()) {
            for (var next = head.minimum(); next < head.size(); next += BATCH) {
                erasures.read(reader.from(head.log(), next, BATCH));
            }
        }
        return erasures;
    }

    private void check(LogHead head, Erasures erasures, Tally tally) {
        var tree = new TreeCheck(head, tiles, tally);
        var expected = head.minimum();
        while (expected < head.size()) {
            var rows = contents.from(head.log(), expected, BATCH);
            if (rows.isEmpty() || rows.getFirst().index() != expected) {
                tally.fault("entry " + expected + " of " + head.origin() + " is missing");
                return;
            }
            var available = reader.keysOf(rows);
            for (var row : rows) {
                if (row.index() != expected++) {
                    tally.fault("entry " + (expected - 1) + " of " + head.origin() + " is missing");
                    return;
                }
                tree.add(row.entry().leaf());
                check(head, row, available, erasures, tally);
            }
        }
        tree.finish();
        checkPublished(head, tally);
    }

    private void check(
            LogHead head, Row row, Map<Long, SecretKey> available, Erasures erasures, Tally tally) {
        tally.entries++;
        if (row.content() == null) {
            var motif = erasures.ofEntry(head.log(), row.index(), row.purge());
            motif.ifPresentOrElse(
                    tally::erased,
                    () ->
                            tally.fault(
                                    "entry "
                                            + row.index()
                                            + " has no parts, and no Effacement says why"));
            return;
        }
        var parts = row.content().parts();
        if (!LogEntry.commit(parts.stream().map(StoredPart::commitment).toList())
                .equals(row.entry().commitment())) {
            tally.fault("entry " + row.index() + " holds other parts than it committed to");
        }
        parts.forEach(part -> check(row.index(), part, available, erasures, tally));
    }

    private void check(
            long index,
            StoredPart part,
            Map<Long, SecretKey> available,
            Erasures erasures,
            Tally tally) {
        if (part.key() != 0 && !available.containsKey(part.key())) {
            tally.sealedAway++;
            if (!erasures.ofKey(part.key())) {
                tally.fault(
                        "a part of entry " + index + " lost its key, and no Effacement says why");
            }
            return;
        }
        tally.parts++;
        if (!holds(part, available)) {
            tally.fault("a part of entry " + index + " is not what was committed to");
        }
    }

    private boolean holds(StoredPart part, Map<Long, SecretKey> available) {
        try {
            var opened = reader.opened(part, available).orElseThrow();
            return LogEntry.commitPart(
                            Arrays.copyOf(opened, LogEntry.SALT_BYTES),
                            Arrays.copyOfRange(opened, LogEntry.SALT_BYTES, opened.length))
                    .equals(part.commitment());
        } catch (BrokenSeal changed) {
            return false;
        }
    }

    private void checkPublished(LogHead head, Tally tally) {
        var published = checkpoints.last(head.log());
        if (published.isEmpty()) {
            return;
        }
        var checkpoint = Checkpoint.parse(published.get().note().text());
        if (!published.get().note().signedBy(head.verifier())) {
            tally.fault(
                    "the checkpoint of "
                            + head.origin()
                            + " at "
                            + checkpoint.size()
                            + " is not signed by its key");
        }
        if (checkpoint.size() > head.size()) {
            tally.fault(
                    "a checkpoint over "
                            + checkpoint.size()
                            + " entries was published, there are "
                            + head.size());
        } else if (!Merkle.root(new Tiles(tiles.of(head.log())), checkpoint.size())
                .equals(checkpoint.root())) {
            tally.fault("the tree at " + checkpoint.size() + " is not the one that was published");
        }
    }
}
