package fr.socle.journal.publish;

import fr.socle.journal.LoggedEntry;
import fr.socle.journal.Projection;
import fr.socle.journal.log.Effacement;
import fr.socle.journal.log.LogReader;
import fr.socle.journal.store.ContentStore;
import fr.socle.journal.store.FollowerStore;
import fr.socle.journal.store.LogStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Feeds every projection from the log. Its place moves in the transaction in which it applied the
 * entries.
 */
@Component
class ProjectionRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionRunner.class);
    private static final int BATCH = 500;

    private final List<Projection> projections;
    private final FollowerStore followers;
    private final LogStore logs;
    private final ContentStore contents;
    private final LogReader reader;
    private final TransactionTemplate transaction;

    ProjectionRunner(
            List<Projection> projections,
            FollowerStore followers,
            LogStore logs,
            ContentStore contents,
            LogReader reader,
            PlatformTransactionManager transactions) {
        this.projections = projections;
        this.followers = followers;
        this.logs = logs;
        this.contents = contents;
        this.reader = reader;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * One that fails does not hold up the others. They advance side by side, because then what one
     * has read and opened serves the next.
     */
    void run() {
        var left = new ArrayList<>(projections);
        while (!left.isEmpty()) {
            var batch = new Batch();
            var places = followers.places();
            left.removeIf(it -> !mayGoOn(it, places.get(it.name()), batch));
        }
    }

    /**
     * @param seen where it stood a moment ago; null before its first entry
     */
    private boolean mayGoOn(
            Projection projection, FollowerStore.@Nullable Place seen, Batch batch) {
        try {
            // because the lock of its place is a write, even when there is nothing to apply
            return (seen == null || batch.leadsOn(seen))
                    && Boolean.TRUE.equals(transaction.execute(_ -> advance(projection, batch)));
        } catch (RuntimeException failed) {
            LOG.warn(
                    "projection {} failed and tries again: {}",
                    projection.name(),
                    failed.toString());
            return false;
        }
    }

    /** Applies one batch if no other node does; true when there may be more. */
    private boolean advance(Projection projection, Batch batch) {
        followers.register(projection.name());
        return followers
                .tryLock(projection.name())
                .map(it -> advance(projection, it, batch))
                .orElse(false);
    }

    private boolean advance(Projection projection, FollowerStore.Place place, Batch batch) {
        var rows = batch.from(place);
        if (rows.isEmpty()) {
            return batch.closed && enterNextLog(projection, place);
        }
        var wanted = rows.stream().filter(row -> wants(projection, row)).toList();
        projection.apply(batch.opened(wanted));
        followers.move(projection.name(), place.log(), rows.getLast().index() + 1);
        return rows.size() == BATCH;
    }

    /** Some rows of the log as they were read a moment ago, and what was opened of them. */
    private final class Batch {

        private FollowerStore.@Nullable Place place;
        private boolean closed;
        private List<ContentStore.Row> rows = List.of();
        private final Map<Long, LoggedEntry> opened = new HashMap<>();

        boolean leadsOn(FollowerStore.Place wanted) {
            return !from(wanted).isEmpty() || closed;
        }

        List<ContentStore.Row> from(FollowerStore.Place wanted) {
            if (!wanted.equals(place)) {
                // until all of it was read it is no batch, of this place or of another
                place = null;
                // because a log that has a successor grows no more: asked after reading, it might
                closed = logs.find(wanted.log() + 1).isPresent();
                rows = contents.from(wanted.log(), wanted.next(), BATCH);
                opened.clear();
                place = wanted;
            }
            return rows;
        }

        List<LoggedEntry> opened(List<ContentStore.Row> wanted) {
            var log = Objects.requireNonNull(place).log();
            var missing = wanted.stream().filter(it -> !opened.containsKey(it.index())).toList();
            reader.open(log, missing).forEach(it -> opened.put(it.index(), it));
            return wanted.stream()
                    .map(it -> Objects.requireNonNull(opened.get(it.index())))
                    .toList();
        }
    }

    /** What was erased, and what tells of an erasure, concerns every projection. */
    private static boolean wants(Projection projection, ContentStore.Row row) {
        var content = row.content();
        return content == null
                || content.kind().equals(Effacement.KIND.code())
                || projection.wants(content.kind());
    }

    private boolean enterNextLog(Projection projection, FollowerStore.Place place) {
        followers.move(projection.name(), place.log() + 1, 0);
        return true;
    }
}
