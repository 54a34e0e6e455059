package fr.socle.citoyen.store;

import fr.socle.kernel.PersonRef;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose file is protected, and since when. */
@Component
public class ProtectionStore {

    private final JdbcClient db;

    ProtectionStore(JdbcClient db) {
        this.db = db;
    }

    /** False when it was protected already. Locks the version until the transaction ends. */
    public boolean insert(PersonRef person, Instant now) {
        next();
        return db.sql(
                                """
                                INSERT INTO citoyen.protection (person, since) VALUES (:person, :now)
                                ON CONFLICT (person) DO NOTHING
                                """)
                        .param("person", person.value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** False when it was not. */
    public boolean delete(PersonRef person) {
        next();
        return db.sql("DELETE FROM citoyen.protection WHERE person = :person")
                        .param("person", person.value())
                        .update()
                == 1;
    }

    private void next() {
        db.sql("UPDATE citoyen.protection_version SET version = version + 1").update();
    }

    public Optional<Instant> since(PersonRef person) {
        return db.sql("SELECT since FROM citoyen.protection WHERE person = :person")
                .param("person", person.value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** Grows with each change, in the order in which changes become visible. */
    public long version() {
        return db.sql("SELECT version FROM citoyen.protection_version").query(Long.class).single();
    }

    public Set<PersonRef> all() {
        return Set.copyOf(
                db.sql("SELECT person FROM citoyen.protection")
                        .query((row, _) -> new PersonRef(row.getObject("person", UUID.class)))
                        .list());
    }
}
