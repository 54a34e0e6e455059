package fr.socle.demarches.messagerie;

import fr.socle.demarches.dossier.DossierId;
import fr.socle.pieces.PieceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        return of(List.of(dossier)).getOrDefault(dossier, List.of());
    }

    /** Of each of these, the oldest first, in one statement. */
    Map<DossierId, List<DossierMessage>> of(Collection<DossierId> dossiers) {
        var found = new HashMap<DossierId, List<DossierMessage>>();
        db.sql(
                        """
                        SELECT dossier, id, agent IS NOT NULL AS from_agent, body, sent_at, read_at, piece, discarded_at
                          FROM demarches.message WHERE dossier = ANY(:ids) ORDER BY sent_at, id
                        """)
                .param("ids", dossiers.stream().map(DossierId::value).toArray(UUID[]::new))
                .query(
                        row -> {
                            var dossier = new DossierId(row.getObject("dossier", UUID.class));
                            found.computeIfAbsent(dossier, _ -> new ArrayList<>())
                                    .add(message(row));
                        });
        return found;
    }

    private static DossierMessage message(ResultSet row) throws SQLException {
        return new DossierMessage(
                row.getObject("id", UUID.class),
                row.getBoolean("from_agent"),
                row.getString("body"),
                row.getTimestamp("sent_at").toInstant(),
                moment(row.getTimestamp("read_at")),
                piece(row),
                moment(row.getTimestamp("discarded_at")));
    }

    private static @Nullable PieceId piece(ResultSet row) throws SQLException {
        var piece = row.getObject("piece", UUID.class);
        return piece == null ? null : new PieceId(piece);
    }

    private static @Nullable Instant moment(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /** About which dossier it was written. */
    Optional<DossierId> dossierOf(UUID message) {
        return db.sql("SELECT dossier FROM demarches.message WHERE id = :id")
                .param("id", message)
                .query(UUID.class)
                .optional()
                .map(DossierId::new);
    }

    /** What is joined to a message. */
    Optional<PieceId> pieceOf(UUID message) {
        return db.sql("SELECT piece FROM demarches.message WHERE id = :id AND piece IS NOT NULL")
                .param("id", message)
                .query(UUID.class)
                .optional()
                .map(PieceId::new);
    }

    /** False for a message that the usager wrote, or that was taken back before. */
    boolean discard(UUID message, DossierId dossier, Instant now) {
        return db.sql(
                                """
                                UPDATE demarches.message SET body = '', piece = NULL, discarded_at = greatest(:now, sent_at)
                                 WHERE id = :id AND dossier = :dossier AND agent IS NOT NULL AND discarded_at IS NULL
                                """)
                        .param("now", Timestamp.from(now))
                        .param("id", message)
                        .param("dossier", dossier.value())
                        .update()
                == 1;
    }

    /** False when this form sent it before. */
    boolean insert(
            UUID id,
            DossierId dossier,
            @Nullable UUID agent,
            String body,
            @Nullable PieceId piece,
            Instant now) {
        return db.sql(
                                """
                                INSERT INTO demarches.message (id, dossier, agent, body, piece, sent_at)
                                VALUES (:id, :dossier, :agent, :body, :piece, :now) ON CONFLICT (id) DO NOTHING
                                """)
                        .param("id", id)
                        .param("dossier", dossier.value())
                        .param("agent", agent, Types.OTHER)
                        .param("body", body)
                        .param("piece", piece == null ? null : piece.value(), Types.OTHER)
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
