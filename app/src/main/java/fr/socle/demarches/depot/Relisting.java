package fr.socle.demarches.depot;

import fr.socle.demarches.dossier.Dossier.Depose;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Puts into lists the dossiers that are not there: those that were deposited before there were
 * lists. Every node may run rounds; each dossier is one node's.
 */
@Component
class Relisting {

    private static final int BATCH = 200;

    private final JdbcClient db;
    private final Classement classement;
    private final Brouillons.House house;

    Relisting(JdbcClient db, Classement classement, Brouillons.House house) {
        this.db = db;
        this.classement = classement;
        this.house = house;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT20S")
    void everyMinute() {
        var more = true;
        while (more) {
            more = Boolean.TRUE.equals(house.transaction().execute(_ -> some()));
        }
    }

    private boolean some() {
        var missing = lock();
        for (var stored : missing) {
            if (stored.dossier() instanceof Depose dossier) {
                classement.list(dossier, stored.changedAt());
                listed(dossier);
            }
        }
        return !missing.isEmpty();
    }

    /** For nobody else until the transaction ends. */
    private List<Stored> lock() {
        return db.sql(
                        DossierRows.COLUMNS
                                + " WHERE NOT listed AND state <> 'brouillon' ORDER BY id LIMIT :most"
                                + " FOR UPDATE SKIP LOCKED")
                .param("most", BATCH)
                .query(DossierRows::stored)
                .list();
    }

    private void listed(Depose dossier) {
        db.sql("UPDATE demarches.dossier SET listed = true WHERE id = :id")
                .param("id", dossier.id().value())
                .update();
    }
}
