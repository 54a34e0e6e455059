package fr.socle.demarches.conservation;

import fr.socle.demarches.dossier.DossierId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was told that his dossier goes. */
@Component
class PreavisStore {

    private final JdbcClient db;

    PreavisStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param expiresAt when it goes
     */
    record Due(DossierId dossier, boolean draft, Instant expiresAt) {}

    /**
     * Drafts that nobody changed since, and decided dossiers that go before, of which the usager
     * was not told. What was told before the last change told of another day.
     */
    List<Due> due(Instant unchangedSince, Instant before, int most) {
        return db.sql(
                        """
                        SELECT d.id, d.state = 'brouillon' AS draft, coalesce(d.expires_at, d.changed_at) AS at
                          FROM demarches.dossier d LEFT JOIN demarches.preavis p ON p.dossier = d.id
                         WHERE ((d.state = 'brouillon' AND d.changed_at < :unchanged) OR d.expires_at < :before)
                           AND (p.told_at IS NULL OR p.told_at < d.changed_at)
                         LIMIT :most
                        """)
                .param("unchanged", Timestamp.from(unchangedSince))
                .param("before", Timestamp.from(before))
                .param("most", most)
                .query(
                        (row, _) ->
                                new Due(
                                        new DossierId(row.getObject("id", UUID.class)),
                                        row.getBoolean("draft"),
                                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** False when another node told it, or the dossier has gone. */
    boolean tell(DossierId dossier, Instant now) {
        return db.sql(
                                """
                                INSERT INTO demarches.preavis AS p (dossier, told_at)
                                SELECT id, :now FROM demarches.dossier WHERE id = :dossier FOR KEY SHARE
                                ON CONFLICT (dossier) DO UPDATE SET told_at = excluded.told_at
                                 WHERE p.told_at < (SELECT changed_at FROM demarches.dossier WHERE id = :dossier)
                                """)
                        .param("dossier", dossier.value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }
}
