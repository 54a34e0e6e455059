package fr.socle.demarches.graphql.write;

import fr.socle.demarches.dossier.DossierId;
import fr.socle.pieces.PieceId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files that were announced, and what became of them. */
@Component
class DirectUploadStore {

    private final JdbcClient db;

    DirectUploadStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param id also the secret of its address: random
     * @param checksum MD5 in base64
     */
    record Announced(
            UUID id,
            DossierId dossier,
            String filename,
            String contentType,
            int size,
            String checksum) {}

    void announce(Announced announced, UUID jeton, Instant until) {
        db.sql(
                        """
                        INSERT INTO demarches.depot_direct
                            (id, jeton, dossier, filename, content_type, size, checksum, expires_at)
                        VALUES (:id, :jeton, :dossier, :filename, :type, :size, :checksum, :until)
                        """)
                .param("id", announced.id())
                .param("jeton", jeton)
                .param("dossier", announced.dossier().value())
                .param("filename", announced.filename())
                .param("type", announced.contentType())
                .param("size", announced.size())
                .param("checksum", announced.checksum())
                .param("until", Timestamp.from(until))
                .update();
    }

    /** Empty when it was never announced, came before, or comes too late. */
    Optional<Announced> begin(UUID id, Instant now) {
        return db.sql(
                        """
                        UPDATE demarches.depot_direct d SET begun_at = :now
                          FROM demarches.jeton j
                         WHERE d.id = :id AND d.begun_at IS NULL AND d.expires_at > :now
                           AND j.id = d.jeton AND j.revoked_at IS NULL AND j.expires_at > :now
                        RETURNING d.id, d.dossier, d.filename, d.content_type, d.size, d.checksum
                        """)
                .param("id", id)
                .param("now", Timestamp.from(now))
                .query(
                        (row, _) ->
                                new Announced(
                                        row.getObject("id", UUID.class),
                                        new DossierId(row.getObject("dossier", UUID.class)),
                                        row.getString("filename"),
                                        row.getString("content_type"),
                                        row.getInt("size"),
                                        row.getString("checksum")))
                .optional();
    }

    /** The file, for the dossier for which it was announced; empty when there is none to use. */
    Optional<PieceId> use(UUID id, UUID jeton, DossierId dossier, Instant now) {
        return db.sql(
                        """
                        UPDATE demarches.depot_direct SET used_at = :now
                         WHERE id = :id AND jeton = :jeton AND dossier = :dossier
                           AND piece IS NOT NULL AND used_at IS NULL
                        RETURNING piece
                        """)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .param("jeton", jeton)
                .param("dossier", dossier.value())
                .query(UUID.class)
                .optional()
                .map(PieceId::new);
    }

    void received(UUID id, PieceId piece) {
        db.sql("UPDATE demarches.depot_direct SET piece = :piece WHERE id = :id")
                .param("id", id)
                .param("piece", piece.value())
                .update();
    }
}
