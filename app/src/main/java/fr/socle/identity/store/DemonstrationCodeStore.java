package fr.socle.identity.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Codes of the demonstration providers. */
@Component
public class DemonstrationCodeStore {

    private final JdbcClient db;

    DemonstrationCodeStore(JdbcClient db) {
        this.db = db;
    }

    /** Also removes what nobody came for. */
    public void insert(byte[] codeHash, String content, Instant expires) {
        db.sql(
                        "DELETE FROM identity.demonstration_code WHERE expires_at < now() - interval '1 day'")
                .update();
        db.sql(
                        """
                        INSERT INTO identity.demonstration_code (code_hash, content, expires_at)
                        VALUES (:hash, :content, :expires)
                        """)
                .param("hash", codeHash)
                .param("content", content)
                .param("expires", Timestamp.from(expires))
                .update();
    }

    /** Consumes the code: of two callers at once, one gets its content. */
    public Optional<String> use(byte[] codeHash, Instant now) {
        return db.sql(
                        """
                        DELETE FROM identity.demonstration_code WHERE code_hash = :hash AND expires_at > :now
                        RETURNING content
                        """)
                .param("hash", codeHash)
                .param("now", Timestamp.from(now))
                .query(String.class)
                .optional();
    }
}
