package fr.socle.demarches.depot;

import fr.socle.demarches.dossier.Correction.Raison;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.Dossier.EnConstruction;
import fr.socle.demarches.dossier.DossierId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every correction that was asked of a dossier, and when it was answered. */
@Component
public class CorrectionStore {

    private final JdbcClient db;

    CorrectionStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param resolvedAt when the usager answered or the agent went on without, or null
     */
    public record Asked(Raison reason, Instant askedAt, @Nullable Instant resolvedAt) {}

    /** The oldest first. */
    public List<Asked> of(DossierId dossier) {
        return db.sql(
                        """
                        SELECT reason, asked_at, resolved_at FROM demarches.correction
                         WHERE dossier = :dossier ORDER BY rank
                        """)
                .param("dossier", dossier.value())
                .query(
                        (row, _) -> {
                            var resolved = row.getTimestamp("resolved_at");
                            return new Asked(
                                    Raison.of(row.getString("reason")),
                                    row.getTimestamp("asked_at").toInstant(),
                                    resolved == null ? null : resolved.toInstant());
                        })
                .list();
    }

    /** In the transaction of the step: whatever was awaited is over, unless it is asked now. */
    void note(Depose after, Instant now) {
        var asked = after instanceof EnConstruction it ? it.correction() : null;
        if (asked != null && !asked.askedAt().equals(now)) {
            return;
        }
        db.sql(
                        """
                        UPDATE demarches.correction SET resolved_at = greatest(:now, asked_at)
                         WHERE dossier = :dossier AND resolved_at IS NULL
                        """)
                .param("now", Timestamp.from(now))
                .param("dossier", after.id().value())
                .update();
        if (asked != null) {
            db.sql(
                            """
                            INSERT INTO demarches.correction (dossier, reason, asked_at)
                            VALUES (:dossier, :reason, :now)
                            """)
                    .param("dossier", after.id().value())
                    .param("reason", asked.raison().code())
                    .param("now", Timestamp.from(now))
                    .update();
        }
    }
}
