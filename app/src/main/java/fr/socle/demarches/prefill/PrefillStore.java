package fr.socle.demarches.prefill;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.dossier.DossierId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What programs sent ahead of usagers. */
@Component
class PrefillStore {

    private final JdbcClient db;

    PrefillStore(JdbcClient db) {
        this.db = db;
    }

    void insert(byte[] hash, DemarcheId demarche, byte[] content, Instant now) {
        db.sql(
                        """
                        INSERT INTO demarches.preremplissage (token_hash, demarche, content, made_at)
                        VALUES (:hash, :demarche, :content, :now)
                        """)
                .param("hash", hash)
                .param("demarche", demarche.value())
                .param("content", content)
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<byte[]> find(byte[] hash, DemarcheId demarche, Instant limit) {
        return db.sql(
                        """
                        SELECT content FROM demarches.preremplissage
                         WHERE token_hash = :hash AND demarche = :demarche AND dossier IS NULL AND made_at > :limit
                        """)
                .param("hash", hash)
                .param("demarche", demarche.value())
                .param("limit", Timestamp.from(limit))
                .query(byte[].class)
                .optional();
    }

    /** Of two who begin at once the second waits here, and finds it taken. */
    boolean claim(byte[] hash, DemarcheId demarche, DossierId dossier) {
        return db.sql(
                                """
                                UPDATE demarches.preremplissage SET dossier = :dossier, content = NULL
                                 WHERE token_hash = :hash AND demarche = :demarche AND dossier IS NULL
                                """)
                        .param("hash", hash)
                        .param("demarche", demarche.value())
                        .param("dossier", dossier.value())
                        .update()
                == 1;
    }

    /** Empty for a token that is not there; else the dossier, if one was begun. */
    Optional<Optional<DossierId>> follow(byte[] hash, DemarcheId demarche, Instant limit) {
        return db.sql(
                        """
                        SELECT dossier FROM demarches.preremplissage
                         WHERE token_hash = :hash AND demarche = :demarche
                           AND (dossier IS NOT NULL OR made_at > :limit)
                        """)
                .param("hash", hash)
                .param("demarche", demarche.value())
                .param("limit", Timestamp.from(limit))
                .query((row, _) -> dossier(row.getObject("dossier", UUID.class)))
                .optional();
    }

    void deleteBefore(Instant limit) {
        db.sql("DELETE FROM demarches.preremplissage WHERE dossier IS NULL AND made_at < :limit")
                .param("limit", Timestamp.from(limit))
                .update();
    }

    private static Optional<DossierId> dossier(@Nullable UUID id) {
        return Optional.ofNullable(id).map(DossierId::new);
    }
}
