package fr.socle.demarches.depot;

import fr.socle.demarches.dossier.DossierId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was typed in forms whose session had ended, sealed. */
@Component
class RepriseStore {

    private final JdbcClient db;

    RepriseStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * False when there is no such dossier, or too many forms of it wait already: the sender is not
     * known, and only who has the dossier's address can make us keep anything.
     */
    boolean insert(byte[] secretHash, DossierId dossier, byte[] content, int most, Instant now) {
        return db.sql(
                                """
                                INSERT INTO demarches.reprise (secret_hash, dossier, content, kept_at)
                                SELECT :hash, d.id, :content, :now FROM demarches.dossier d
                                 WHERE d.id = :dossier
                                   AND (d.state = 'brouillon' OR d.correction IS NOT NULL)
                                   AND (SELECT count(*) FROM demarches.reprise r WHERE r.dossier = d.id) < :most
                                """)
                        .param("hash", secretHash)
                        .param("dossier", dossier.value())
                        .param("content", content)
                        .param("most", most)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    Optional<byte[]> find(byte[] secretHash, DossierId dossier) {
        return db.sql(
                        """
                        SELECT content FROM demarches.reprise WHERE secret_hash = :hash AND dossier = :dossier
                        """)
                .param("hash", secretHash)
                .param("dossier", dossier.value())
                .query(byte[].class)
                .optional();
    }

    void delete(byte[] secretHash) {
        db.sql("DELETE FROM demarches.reprise WHERE secret_hash = :hash")
                .param("hash", secretHash)
                .update();
    }

    int deleteBefore(Instant moment) {
        return db.sql("DELETE FROM demarches.reprise WHERE kept_at < :moment")
                .param("moment", Timestamp.from(moment))
                .update();
    }
}
