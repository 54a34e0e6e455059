package fr.socle.demarches.delai;

import fr.socle.demarches.delai.Automatisme.Acte;
import fr.socle.demarches.dossier.DossierId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is to happen to dossiers by itself, at most one thing for each. */
@Component
public class AutomatismeStore {

    private final JdbcClient db;

    AutomatismeStore(JdbcClient db) {
        this.db = db;
    }

    /** In the transaction of the step after which it holds. */
    public void set(Automatisme next) {
        db.sql(
                        """
                        INSERT INTO demarches.automatisme (dossier, act, due_at) VALUES (:dossier, :act, :due)
                        ON CONFLICT (dossier) DO UPDATE SET act = excluded.act, due_at = excluded.due_at
                        """)
                .param("dossier", next.dossier().value())
                .param("act", next.acte().code())
                .param("due", Timestamp.from(next.due()))
                .update();
    }

    /** In the transaction of the step after which nothing happens by itself. */
    public void clear(DossierId dossier) {
        db.sql("DELETE FROM demarches.automatisme WHERE dossier = :dossier")
                .param("dossier", dossier.value())
                .update();
    }

    /**
     * Those whose time has come, the oldest first.
     *
     * @param after the last one that was tried, or null to begin
     */
    public List<Automatisme> due(Instant now, @Nullable Automatisme after, int most) {
        return db.sql(
                        """
                        SELECT dossier, act, due_at FROM demarches.automatisme
                         WHERE due_at <= :now AND (due_at, dossier) > (:due, :dossier)
                         ORDER BY due_at, dossier LIMIT :most
                        """)
                .param("now", Timestamp.from(now))
                .param("due", Timestamp.from(after == null ? Instant.EPOCH : after.due()))
                .param("dossier", after == null ? new UUID(0, 0) : after.dossier().value())
                .param("most", most)
                .query(
                        (row, _) ->
                                new Automatisme(
                                        new DossierId(row.getObject("dossier", UUID.class)),
                                        Acte.of(row.getString("act")),
                                        row.getTimestamp("due_at").toInstant()))
                .list();
    }

    /** Whether it is still to happen now. */
    public boolean holds(Automatisme due) {
        return db.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM demarches.automatisme
                                        WHERE dossier = :dossier AND act = :act AND due_at <= :due)
                        """)
                .param("dossier", due.dossier().value())
                .param("act", due.acte().code())
                .param("due", Timestamp.from(due.due()))
                .query(Boolean.class)
                .single();
    }

    /** Whether a decision was ever rendered on the dossier: then silence means nothing any more. */
    public boolean spoken(DossierId dossier) {
        return db.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM demarches.etape
                                        WHERE dossier = :dossier
                                          AND event IN ('accepte', 'refuse', 'sans-suite', 'accepte-automatiquement',
                                                        'refuse-automatiquement'))
                        """)
                .param("dossier", dossier.value())
                .query(Boolean.class)
                .single();
    }
}
