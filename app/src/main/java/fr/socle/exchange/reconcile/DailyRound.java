package fr.socle.exchange.reconcile;

import fr.socle.exchange.store.RapprochementStore;
import fr.socle.exchange.store.StepStore;
import fr.socle.exchange.trace.Rapproche;
import fr.socle.journal.Journal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares the counts of each day, from noon of the next one on: until then consumers and providers
 * declare theirs. Every node looks every hour; the row of the day lets one of them do it, together
 * with its entry.
 */
@Component
class DailyRound {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final LocalTime NOON = LocalTime.NOON;

    private final StepStore steps;
    private final RapprochementStore store;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DailyRound(
            StepStore steps,
            RapprochementStore store,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.steps = steps;
        this.store = store;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT6M")
    void everyHour() {
        var now = LocalDateTime.ofInstant(clock.instant(), PARIS);
        var today = now.toLocalDate();
        round(now.toLocalTime().isBefore(NOON) ? today.minusDays(1) : today);
    }

    /** Every day before this one that was not compared yet, yesterday even if nothing happened. */
    void round(LocalDate before) {
        var due = new TreeSet<>(steps.daysBefore(before));
        due.add(before.minusDays(1));
        due.forEach(day -> transaction.executeWithoutResult(_ -> compare(day)));
        steps.forgetBefore(before.minusDays(2));
    }

    private void compare(LocalDate day) {
        if (!store.begin(day, clock.instant())) {
            return;
        }
        var lines = Rapprochement.of(steps.counts(day), store.declared(day));
        lines.forEach(it -> store.add(day, it));
        journal.append(entry(day, lines));
    }

    private static Rapproche entry(LocalDate day, List<Line> lines) {
        var own =
                lines.stream()
                        .filter(it -> it.side() != Line.Side.FOURNISSEUR)
                        .map(Line::counts)
                        .reduce(Counts.NONE, Counts::plus);
        return new Rapproche(
                day,
                own.requested(),
                own.accorded(),
                own.received(),
                lines.size(),
                lines.stream().filter(Line::differs).count());
    }
}
