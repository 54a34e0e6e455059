package fr.socle.identity.store;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The secrets of services: the present one, and the one before it for a while. */
@Component
public class ClientSecretStore {

    private final JdbcClient db;

    ClientSecretStore(JdbcClient db) {
        this.db = db;
    }

    /** The present secret becomes the previous one; without a moment nothing is kept of it. */
    public void replace(
            String clientId,
            byte[] hash,
            byte @Nullable [] sealed,
            @Nullable Instant previousUntil) {
        var until = previousUntil == null ? null : Timestamp.from(previousUntil);
        db.sql(
                        """
                        UPDATE identity.client
                           SET previous_secret_hash = CASE WHEN :until::timestamptz IS NULL THEN NULL ELSE secret_hash END,
                               previous_secret_until = :until, secret_hash = :hash, sealed_secret = :sealed
                         WHERE client_id = :id
                        """)
                .param("id", clientId)
                .param("hash", hash)
                .param("sealed", sealed, Types.BINARY)
                .param("until", until, Types.TIMESTAMP)
                .update();
    }

    public void dropPrevious(String clientId) {
        db.sql(
                        """
                        UPDATE identity.client SET previous_secret_hash = NULL, previous_secret_until = NULL
                         WHERE client_id = :id
                        """)
                .param("id", clientId)
                .update();
    }

    /** The hash of the secret before the present one, while that is accepted. */
    public Optional<byte[]> previous(String clientId, Instant now) {
        return db.sql(
                        """
                        SELECT previous_secret_hash FROM identity.client
                         WHERE client_id = :id AND previous_secret_until > :now
                        """)
                .param("id", clientId)
                .param("now", Timestamp.from(now))
                .query(byte[].class)
                .optional();
    }
}
