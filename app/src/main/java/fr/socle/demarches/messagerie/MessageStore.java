package fr.socle.demarches.messagerie;

import fr.socle.demarches.dossier.DossierId;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The messages about dossiers. */
@Component
class MessageStore {

    private final JdbcClient db;

    MessageStore(JdbcClient db) {
        this.db = db;
    }

    /** The oldest first. */
    List<DossierMessage> of(DossierId dossier) {
        return db.sql(
                        """
                        SELECT id, agent IS NOT NULL AS from_agent, body, sent_at, read_at
                          FROM demarches.message WHERE dossier = :dossier ORDER BY sent_at, id
                        """)
                .param("dossier", dossier.value())
                .query(
                        (row, _) -> {
                            var read = row.getTimestamp("read_at");
                            return new DossierMessage(
                                    row.getObject("id", UUID.class),
                                    row.getBoolean("from_agent"),
                                    row.getString("body"),
                                    row.getTimestamp("sent_at").toInstant(),
                                    read == null ? null : read.toInstant());
                        })
                .list();
    }

    /** False when this form sent it before. */
    boolean insert(UUID id, DossierId dossier, @Nullable UUID agent, String body, Instant now) {
        return db.sql(
                                """
                                INSERT INTO demarches.message (id, dossier, agent, body, sent_at)
                                VALUES (:id, :dossier, :agent, :body, :now) ON CONFLICT (id) DO NOTHING
                                """)
                        .param("id", id)
                        .param("dossier", dossier.value())
                        .param("agent", agent, Types.OTHER)
                        .param("body", body)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** What the other side wrote. */
    void read(DossierId dossier, boolean fromAgent, Instant now) {
        db.sql(
                        """
                        UPDATE demarches.message SET read_at = greatest(:now, sent_at)
                         WHERE dossier = :dossier AND read_at IS NULL AND (agent IS NOT NULL) = :fromAgent
                        """)
                .param("now", Timestamp.from(now))
                .param("dossier", dossier.value())
                .param("fromAgent", fromAgent)
                .update();
    }
}
