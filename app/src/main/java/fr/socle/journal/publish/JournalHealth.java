package fr.socle.journal.publish;

import fr.socle.journal.format.Checkpoint;
import fr.socle.journal.log.Regression.Standing;
import fr.socle.journal.store.Drained;
import fr.socle.journal.store.IntegrationStore;
import fr.socle.journal.store.LogStore;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the operator whether the journal signs, and if not why, and for how long the oldest entry
 * has been waiting for its index. It is out of service, not down: entries are still taken and kept.
 */
@Component("journal")
class JournalHealth implements HealthIndicator {

    private final Publisher publisher;
    private final LogStore logs;
    private final IntegrationStore rows;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JournalHealth(
            Publisher publisher,
            LogStore logs,
            IntegrationStore rows,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.publisher = publisher;
        this.logs = logs;
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public Health health() {
        var health =
                switch (publisher.standing()) {
                    case Standing.Sound _ -> Health.up();
                    case Standing.Behind(var published, var found) ->
                            refused("behind", published, found);
                    case Standing.Forked(var published, var found) ->
                            refused("forked", published, found);
                };
        return health.withDetail("oldestPendingSeconds", oldestPending().toSeconds()).build();
    }

    private static Health.Builder refused(String why, Checkpoint published, Checkpoint found) {
        return Health.outOfService()
                .withDetail("reason", why)
                .withDetail("publishedLog", published.origin())
                .withDetail("publishedSize", published.size())
                .withDetail("foundLog", found.origin())
                .withDetail("foundSize", found.size());
    }

    private Duration oldestPending() {
        var age =
                transaction.execute(
                        _ -> {
                            rows.begin();
                            return logs.current()
                                    .flatMap(it -> rows.oldest(Drained.parse(it.drained())))
                                    .map(it -> Duration.between(it, clock.instant()))
                                    .orElse(Duration.ZERO);
                        });
        return age == null || age.isNegative() ? Duration.ZERO : age;
    }
}
