package fr.socle.identity.store;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Assertions that were used, until they would be refused anyway. */
@Component
public class AssertionStore {

    private final JdbcClient db;

    AssertionStore(JdbcClient db) {
        this.db = db;
    }

    /** False when this assertion was used before, at any node. */
    public boolean use(String clientId, byte[] jtiHash, Instant until) {
        return db.sql(
                                """
                                INSERT INTO identity.assertion (client_id, jti_hash, expires_at)
                                VALUES (:client, :jti, :until)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("client", clientId)
                        .param("jti", jtiHash)
                        .param("until", Timestamp.from(until))
                        .update()
                == 1;
    }

    public void purge(Instant now) {
        db.sql("DELETE FROM identity.assertion WHERE expires_at <= :now")
                .param("now", Timestamp.from(now))
                .update();
    }
}
