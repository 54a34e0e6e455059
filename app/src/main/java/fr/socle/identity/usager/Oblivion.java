package fr.socle.identity.usager;

import fr.socle.identity.usager.UsagerAct.ComptesEffaces;
import fr.socle.identity.usager.store.AccountStore;
import fr.socle.journal.Journal;
import fr.socle.notifications.Notifications;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases accounts three years after their last use, at the end of that month. What the journal says
 * of a person has its own terms.
 */
@Component
class Oblivion {

    static final Period KEPT = Period.ofYears(3);

    private static final int BATCH = 200;

    private final AccountStore store;
    private final Notifications notifications;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Oblivion(
            AccountStore store,
            Notifications notifications,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.notifications = notifications;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** In small transactions; two nodes at once share the work. */
    @Scheduled(cron = "0 41 3 * * *", zone = "Europe/Paris")
    void purge() {
        int erased;
        do {
            erased = Objects.requireNonNull(transaction.execute(_ -> batch()));
        } while (erased == BATCH);
    }

    private int batch() {
        var persons = store.lockUnused(lastKept(), BATCH);
        persons.forEach(
                it -> {
                    store.erase(it);
                    notifications.forget(it.value());
                });
        if (!persons.isEmpty()) {
            journal.append(new ComptesEffaces(persons.size()));
        }
        return persons.size();
    }

    /** The first month of use that is still kept. */
    private LocalDate lastKept() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1).minus(KEPT);
    }
}
