package fr.socle.journal.check;

import fr.socle.house.BrokenSeal;
import fr.socle.journal.check.CheckReport.Tally;
import fr.socle.journal.format.CanonicalJson;
import fr.socle.journal.format.Checkpoint;
import fr.socle.journal.format.Heading;
import fr.socle.journal.format.LogEntry;
import fr.socle.journal.log.LogReader;
import fr.socle.journal.store.ContentStore.ContentRow;
import fr.socle.journal.store.ContentStore.Row;
import fr.socle.journal.store.LogHead;
import fr.socle.journal.store.LogStore;
import fr.socle.journal.store.PersonKeys.PersonKey;
import fr.socle.journal.store.StoredPart;
import fr.socle.journal.store.TileStore;
import fr.socle.journal.store.TileStore.MissingTile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads every log from its first entry and proves that nothing is missing and nothing was changed:
 * indexes without a gap, each part against its commitment, each commitment against its log entry,
 * the tree against the entries, each link against the previous entry of the same person, the signed
 * checkpoint against the tree. A part that is missing must be named by an Effacement. One snapshot
 * is read, so the journal may be written meanwhile.
 */
@Component
public class JournalCheck {

    private static final int BATCH = 2000;

    private final LogStore logs;
    private final RowReader rows;
    private final TileStore tiles;
    private final PublishedCheck published;
    private final LogReader reader;
    private final LinkCheck links;
    private final JdbcClient db;
    private final TransactionTemplate snapshot;

    JournalCheck(
            LogStore logs,
            RowReader rows,
            TileStore tiles,
            PublishedCheck published,
            LogReader reader,
            LinkCheck links,
            JdbcClient db,
            PlatformTransactionManager transactions) {
        this.logs = logs;
        this.rows = rows;
        this.tiles = tiles;
        this.published = published;
        this.reader = reader;
        this.links = links;
        this.db = db;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    public CheckReport check() {
        // before the snapshot, which then holds at least that
        var remembered = published.remembered();
        return Objects.requireNonNull(snapshot.execute(_ -> read(remembered)));
    }

    private CheckReport read(Optional<Checkpoint> remembered) {
        var tally = new Tally();
        try {
            var heads = logs.all();
            remembered.ifPresent(it -> published.checkMemory(it, heads, tally));
            var erasures = erasures(heads);
            heads.forEach(head -> checkAsFarAsReadable(head, erasures, tally));
        } catch (IllegalArgumentException | IllegalStateException damaged) {
            tally.fault("the heads of the logs cannot be read: " + damaged.getMessage());
        }
        return tally.report(
                db.sql("SELECT count(*) FROM journal.pending").query(Long.class).single());
    }

    /** They stand behind what is gone, so all of them are read first. */
    private Erasures erasures(List<LogHead> heads) {
        var erasures = new Erasures();
        for (var head : heads) {
            for (var next = head.minimum(); next < head.size(); next += BATCH) {
                rows.from(head.log(), next, BATCH)
                        .forEach(it -> readErasure(head.log(), it, erasures));
            }
        }
        return erasures;
    }

    /** One that was changed tells nothing; the walk through its log reports it. */
    private void readErasure(int log, ReadRow read, Erasures erasures) {
        if (read instanceof ReadRow.Readable(var row)
                && row.content() instanceof ContentRow content
                && Erasures.tells(content.kind())
                && content.parts().stream().allMatch(part -> holds(content, part, Map.of()))) {
            erasures.read(reader.open(log, List.of(row)).getFirst());
        }
    }

    private void checkAsFarAsReadable(LogHead head, Erasures erasures, Tally tally) {
        tally.logs++;
        try {
            check(head, erasures, tally);
        } catch (MissingTile
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException damaged) {
            tally.fault(head.origin() + " cannot be read further: " + damaged.getMessage());
        }
    }

    private void check(LogHead head, Erasures erasures, Tally tally) {
        if (head.minimum() > erasures.pruned(head.log())) {
            tally.fault(
                    "%s begins at entry %d, and no Elagage says so"
                            .formatted(head.origin(), head.minimum()));
        }
        tally.pruned += head.minimum();
        var tree = new TreeCheck(head, tiles, tally);
        var expected = head.minimum();
        while (expected < head.size()) {
            var read = rows.from(head.log(), expected, BATCH);
            var available = reader.keysOf(readable(read));
            for (var next : read) {
                if (next.index() != expected || next instanceof ReadRow.Damaged) {
                    break;
                }
                if (next instanceof ReadRow.Readable(var row)) {
                    tree.add(row.entry().leaf());
                    check(head, row, available, erasures, tally);
                }
                expected++;
            }
            if (stops(head, expected, read, tally)) {
                return;
            }
        }
        tree.finish();
        links.check(head, tally);
        published.check(head, tally);
    }

    /** Whether the walk ends here before the log does, and why. */
    private static boolean stops(LogHead head, long expected, List<ReadRow> read, Tally tally) {
        if (!read.isEmpty() && read.getLast().index() == expected - 1) {
            return false;
        }
        var damaged = read.contains(new ReadRow.Damaged(expected));
        tally.fault(
                "entry %d of %s %s"
                        .formatted(
                                expected,
                                head.origin(),
                                damaged ? "cannot be read" : "is missing"));
        return true;
    }

    private static List<Row> readable(List<ReadRow> read) {
        return read.stream()
                .filter(ReadRow.Readable.class::isInstance)
                .map(it -> ((ReadRow.Readable) it).row())
                .toList();
    }

    private void check(
            LogHead head, Row row, Map<Long, PersonKey> available, Erasures erasures, Tally tally) {
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
        var content = row.content();
        parts.forEach(part -> check(row.index(), content, part, available, erasures, tally));
    }

    private void check(
            long index,
            ContentRow content,
            StoredPart part,
            Map<Long, PersonKey> available,
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
        if (!holds(content, part, available)) {
            tally.fault("a part of entry " + index + " is not what was committed to");
        }
    }

    /** The bytes against the commitment, and what the database says of them against the bytes. */
    private boolean holds(ContentRow content, StoredPart part, Map<Long, PersonKey> available) {
        try {
            var opened = reader.unsealed(part, available).orElseThrow();
            var salt = Arrays.copyOf(opened, LogEntry.SALT_BYTES);
            var bytes = Arrays.copyOfRange(opened, LogEntry.SALT_BYTES, opened.length);
            return LogEntry.commitPart(salt, bytes).equals(part.commitment())
                    && Heading.of(content.kind(), content.writtenAt(), part.audiences())
                            .heads(CanonicalJson.read(bytes));
        } catch (BrokenSeal | NoSuchElementException | IllegalArgumentException changed) {
            return false;
        }
    }
}
