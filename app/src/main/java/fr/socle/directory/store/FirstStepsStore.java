package fr.socle.directory.store;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one way into an empty directory. */
@Component
public class FirstStepsStore {

    private final JdbcClient db;

    FirstStepsStore(JdbcClient db) {
        this.db = db;
    }

    /** Replaces the way: an address printed before opens nothing any more. */
    public void replace(byte[] secretHash, Instant now) {
        db.sql(
                        """
                        INSERT INTO directory.first_steps (secret_hash, issued_at) VALUES (:hash, :now)
                        ON CONFLICT (single) DO UPDATE SET secret_hash = excluded.secret_hash, issued_at = excluded.issued_at
                        """)
                .param("hash", secretHash)
                .param("now", Timestamp.from(now))
                .update();
    }

    public boolean opens(byte[] secretHash) {
        return db.sql(
                        "SELECT EXISTS (SELECT 1 FROM directory.first_steps WHERE secret_hash = :hash)")
                .param("hash", secretHash)
                .query(Boolean.class)
                .single();
    }

    /** Consumes the way: of two callers at once, one gets true. */
    public boolean use(byte[] secretHash) {
        return db.sql("DELETE FROM directory.first_steps WHERE secret_hash = :hash")
                        .param("hash", secretHash)
                        .update()
                == 1;
    }
}
