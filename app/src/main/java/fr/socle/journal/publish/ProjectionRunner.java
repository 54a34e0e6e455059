package fr.socle.journal.publish;

import fr.socle.journal.Projection;
import fr.socle.journal.log.Effacement;
import fr.socle.journal.log.LogReader;
import fr.socle.journal.store.ContentStore;
import fr.socle.journal.store.FollowerStore;
import fr.socle.journal.store.LogStore;
import java.util.List;
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

    /** One that fails does not hold up the others. */
    void run() {
        for (var projection : projections) {
            try {
                while (Boolean.TRUE.equals(transaction.execute(_ -> advance(projection)))) {
                    // there may be more
                }
            } catch (RuntimeException failed) {
                LOG.warn(
                        "projection {} failed and tries again: {}",
                        projection.name(),
                        failed.toString());
            }
        }
    }

    /** Applies one batch if no other node does; true when there may be more. */
    private boolean advance(Projection projection) {
        followers.register(projection.name());
        return followers
                .tryLock(projection.name())
                .map(it -> advance(projection, it))
                .orElse(false);
    }

    private boolean advance(Projection projection, FollowerStore.Place place) {
        // because a log that has a successor grows no more: asked after reading, it might have
        var closed = logs.find(place.log() + 1).isPresent();
        var rows = contents.from(place.log(), place.next(), BATCH);
        if (rows.isEmpty()) {
            return closed && enterNextLog(projection, place);
        }
        var wanted = rows.stream().filter(row -> wants(projection, row)).toList();
        projection.apply(reader.open(place.log(), wanted));
        followers.move(projection.name(), place.log(), rows.getLast().index() + 1);
        return rows.size() == BATCH;
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
