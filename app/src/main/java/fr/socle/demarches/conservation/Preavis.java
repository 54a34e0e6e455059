package fr.socle.demarches.conservation;

import fr.socle.demarches.conservation.PreavisStore.Due;
import fr.socle.demarches.depot.DossierStore;
import fr.socle.demarches.letter.DossierPost;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes to the usager two weeks before a draft or a decided dossier goes, so that nothing
 * disappears unannounced. A draft that is changed afterwards stays three more months, and its next
 * end is told again.
 */
@Component
class Preavis {

    static final Period NOTICE = Period.ofDays(14);

    /** As long as an unchanged draft is kept. */
    private static final Period DRAFTS = Period.ofMonths(3);

    private static final Logger LOG = LoggerFactory.getLogger(Preavis.class);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int BATCH = 200;

    private final PreavisStore store;
    private final DossierStore dossiers;
    private final DossierPost post;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Preavis(
            PreavisStore store,
            DossierStore dossiers,
            DossierPost post,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.dossiers = dossiers;
        this.post = post;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One batch each time: whoever fails is tried again, and keeps no round from its end. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT7M")
    void everyTenMinutes() {
        var now = clock.instant();
        var before = now.atZone(PARIS).plus(NOTICE);
        store.due(before.minus(DRAFTS).toInstant(), before.toInstant(), BATCH)
                .forEach(it -> tried(it, now));
    }

    private void tried(Due due, Instant now) {
        try {
            transaction.executeWithoutResult(_ -> tell(due, now));
        } catch (RuntimeException failed) {
            LOG.warn("the end of dossier {} is not told yet", due.dossier(), failed);
        }
    }

    private void tell(Due due, Instant now) {
        var stored = dossiers.find(due.dossier()).orElse(null);
        if (stored != null && store.tell(due.dossier(), now)) {
            post.expiring(stored.dossier(), day(due));
        }
    }

    /** The last day on which it is there for sure. */
    private static LocalDate day(Due due) {
        var end = due.expiresAt().atZone(PARIS);
        return (due.draft() ? end.plus(DRAFTS) : end).toLocalDate();
    }
}
