package fr.socle.habilitations.store;

import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.echeance.Step;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which terms come near, and what was told of them. */
@Component
public class EcheanceStore {

    private static final int BATCH = 200;

    private final JdbcClient db;

    EcheanceStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * The newest versions of which this step is due and was not told. Who asked for a new version
     * already needs no reminder.
     */
    public List<HabilitationId> due(Step step, LocalDate today) {
        return db.sql(
                        """
                        SELECT d.id FROM habilitations.demande d
                          JOIN habilitations.version v ON v.id = d.id AND v.version = d.granted
                         WHERE d.state NOT IN ('revoquee', 'archivee')
                           AND (:step = 'expiree' OR d.state <> 'soumise')
                           AND v.valid_until > :after AND v.valid_until <= :upTo
                           AND v.valid_from < v.valid_until - :days
                           AND NOT EXISTS (SELECT 1 FROM habilitations.echeance e
                                            WHERE e.id = v.id AND e.version = v.version AND e.step = :step)
                         LIMIT :batch
                        """)
                .param("step", step.code())
                .param("after", step.after(today))
                .param("upTo", step.upTo(today))
                .param("days", step.days())
                .param("batch", BATCH)
                .query((row, _) -> new HabilitationId(row.getObject("id", UUID.class)))
                .list();
    }

    /** False when somebody told it before. */
    public boolean tell(HabilitationId id, int version, Step step, Instant now) {
        return db.sql(
                                """
                                INSERT INTO habilitations.echeance (id, version, step, at)
                                VALUES (:id, :version, :step, :at) ON CONFLICT DO NOTHING
                                """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("step", step.code())
                        .param("at", Timestamp.from(now))
                        .update()
                == 1;
    }
}
