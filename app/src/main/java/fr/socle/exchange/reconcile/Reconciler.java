package fr.socle.exchange.reconcile;

import fr.socle.exchange.store.StepStore;
import fr.socle.exchange.store.StepStore.Left;
import fr.socle.journal.Journal;
import fr.socle.journal.LoggedEntry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the end of exchanges that a node began and could not end, because it was killed or could
 * not write. Each gets one end, whichever node finds it: the row is marked in the transaction that
 * writes the entry.
 */
@Component
class Reconciler {

    /** Far longer than an exchange lasts: the provider has ten seconds. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final int BATCH = 100;

    private final StepStore store;
    private final Retelling retelling;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reconciler(
            StepStore store,
            Retelling retelling,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.retelling = retelling;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void everyMinute() {
        while (round() == BATCH) {
            // a full batch: there may be more
        }
    }

    private int round() {
        Integer ended =
                transaction.execute(
                        _ -> {
                            var left = store.take(clock.instant().minus(PATIENCE), BATCH);
                            left.forEach(this::end);
                            return left.size();
                        });
        return ended == null ? 0 : ended;
    }

    /** What was erased meanwhile has nobody left to tell. */
    private void end(Left left) {
        journal.find(left.entry())
                .flatMap(LoggedEntry::content)
                .map(it -> retelling.of(it, left.granted()))
                .ifPresent(it -> it.forEach(journal::append));
    }
}
