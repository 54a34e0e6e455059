package fr.socle.directory.store;

import fr.socle.kernel.PersonRef;
import fr.socle.kernel.Siren;
import fr.socle.kernel.Siret;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Companies as subjects of the journal, and who signed in for one. */
@Component
public class EntrepriseStore {

    private final JdbcClient db;

    EntrepriseStore(JdbcClient db) {
        this.db = db;
    }

    public Optional<PersonRef> find(Siren siren) {
        return db.sql("SELECT subject FROM directory.entreprise WHERE siren = :siren")
                .param("siren", siren.value())
                .query(UUID.class)
                .optional()
                .map(PersonRef::new);
    }

    /** Of two callers at once, one writes. */
    public void insert(Siren siren, PersonRef subject) {
        db.sql(
                        """
                        INSERT INTO directory.entreprise (siren, subject) VALUES (:siren, :subject)
                        ON CONFLICT (siren) DO NOTHING
                        """)
                .param("siren", siren.value())
                .param("subject", subject.value())
                .update();
    }

    public void open(byte[] secretHash, Siret siret, Instant expires) {
        db.sql(
                        """
                        INSERT INTO directory.compte_professionnel (secret_hash, siret, expires_at)
                        VALUES (:hash, :siret, :expires)
                        """)
                .param("hash", secretHash)
                .param("siret", siret.value())
                .param("expires", Timestamp.from(expires))
                .update();
    }

    /** The account of this secret, which is this person's from the first use on; else empty. */
    public Optional<Siret> use(byte[] secretHash, PersonRef person, Instant now) {
        return db.sql(
                        """
                        UPDATE directory.compte_professionnel SET person = :person
                         WHERE secret_hash = :hash AND expires_at > :now AND (person IS NULL OR person = :person)
                        RETURNING siret
                        """)
                .param("person", person.value())
                .param("hash", secretHash)
                .param("now", Timestamp.from(now))
                .query(String.class)
                .optional()
                .map(Siret::new);
    }

    public void close(byte[] secretHash) {
        db.sql("DELETE FROM directory.compte_professionnel WHERE secret_hash = :hash")
                .param("hash", secretHash)
                .update();
    }

    public void purge(Instant now) {
        db.sql("DELETE FROM directory.compte_professionnel WHERE expires_at <= :now")
                .param("now", Timestamp.from(now))
                .update();
    }
}
