package fr.socle.demarches.attestation;

import fr.socle.demarches.dossier.DossierId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The attestations, as they were made on the day of the decision. */
@Component
public class AttestationStore {

    private final JdbcClient db;

    AttestationStore(JdbcClient db) {
        this.db = db;
    }

    /** In the transaction of the decision. */
    public void keep(DossierId dossier, byte[] pdf) {
        db.sql("INSERT INTO demarches.attestation (dossier, content) VALUES (:dossier, :content)")
                .param("dossier", dossier.value())
                .param("content", pdf)
                .update();
    }

    /** The decision that gave it is taken back, in the caller's transaction. */
    public void forget(DossierId dossier) {
        db.sql("DELETE FROM demarches.attestation WHERE dossier = :dossier")
                .param("dossier", dossier.value())
                .update();
    }

    public Optional<byte[]> find(DossierId dossier) {
        return db.sql("SELECT content FROM demarches.attestation WHERE dossier = :dossier")
                .param("dossier", dossier.value())
                .query(byte[].class)
                .optional();
    }
}
