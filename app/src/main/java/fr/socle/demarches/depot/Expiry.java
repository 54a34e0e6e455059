package fr.socle.demarches.depot;

import fr.socle.demarches.dossier.DossierId;
import java.sql.Timestamp;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes what is kept no longer, with its documents: drafts three months after their last change,
 * decided dossiers after the months that their procedure announced, forms that nobody came back
 * for. A dossier that waits for an answer never expires.
 */
@Component
class Expiry {

    static final Period DRAFTS = Period.ofMonths(3);

    private static final int BATCH = 200;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final JdbcClient db;
    private final DossierStore store;
    private final Joined joined;
    private final Reprises reprises;
    private final Brouillons.House house;

    Expiry(
            JdbcClient db,
            DossierStore store,
            Joined joined,
            Reprises reprises,
            Brouillons.House house) {
        this.db = db;
        this.store = store;
        this.joined = joined;
        this.reprises = reprises;
        this.house = house;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT9M")
    void everyHour() {
        reprises.purge();
        for (var due = due(); !due.isEmpty(); due = due()) {
            due.forEach(this::remove);
        }
    }

    /** One that may go, as it stood then: what was changed since has not run out any more. */
    private record Due(DossierId id, long version) {}

    private List<Due> due() {
        var drafts = house.now().atZone(PARIS).minus(DRAFTS).toInstant();
        return db.sql(
                        """
                        SELECT id, version FROM demarches.dossier
                         WHERE (state = 'brouillon' AND changed_at < :drafts)
                            OR expires_at < :now
                         LIMIT :batch
                        """)
                .param("drafts", Timestamp.from(drafts))
                .param("now", Timestamp.from(house.now()))
                .param("batch", BATCH)
                .query(
                        (row, _) ->
                                new Due(
                                        new DossierId(row.getObject("id", UUID.class)),
                                        row.getLong("version")))
                .list();
    }

    /** Two nodes may meet here: one removes, the other finds nothing. */
    private void remove(Due due) {
        var stored = store.find(due.id()).orElse(null);
        if (stored == null) {
            return;
        }
        house.transaction()
                .executeWithoutResult(
                        _ -> {
                            if (store.delete(due.id(), due.version())) {
                                joined.forgetAll(
                                        stored.dossier().fiche(),
                                        "fin de la durée de conservation");
                            }
                        });
    }
}
