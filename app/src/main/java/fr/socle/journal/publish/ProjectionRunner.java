package fr.socle.journal.publish;

import fr.socle.journal.Projection;
import fr.socle.journal.log.LogReader;
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
    private final LogReader reader;
    private final TransactionTemplate transaction;

    ProjectionRunner(
            List<Projection> projections,
            FollowerStore followers,
            LogStore logs,
            LogReader reader,
            PlatformTransactionManager transactions) {
        this.projections = projections;
        this.followers = followers;
        this.logs = logs;
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
        var entries = reader.from(place.log(), place.next(), BATCH);
        if (entries.isEmpty()) {
            return closed && enterNextLog(projection, place);
        }
        projection.apply(entries);
        followers.move(projection.name(), place.log(), entries.getLast().index() + 1);
        return entries.size() == BATCH;
    }

    private boolean enterNextLog(Projection projection, FollowerStore.Place place) {
        followers.move(projection.name(), place.log() + 1, 0);
        return true;
    }
}
