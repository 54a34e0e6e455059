package fr.socle.notifications.outbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys under which something was said, as hashes: a key may name a person's case. */
@Repository
public class UsedKeys {

    private final JdbcClient db;

    public UsedKeys(JdbcClient db) {
        this.db = db;
    }

    /**
     * Takes the key, in the caller's transaction; false when it was taken before. While another
     * transaction is taking it, this one waits to learn how that ends.
     */
    public boolean take(String key, Instant now) {
        return db.sql(
                                """
                                INSERT INTO notifications.used_key (hash, used_at) VALUES (:hash, :now)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("hash", hash(key))
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
