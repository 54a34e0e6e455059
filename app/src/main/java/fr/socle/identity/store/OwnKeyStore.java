package fr.socle.identity.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sealed keys for which providers encrypt what they tell us. */
@Component
public class OwnKeyStore {

    private final JdbcClient db;

    OwnKeyStore(JdbcClient db) {
        this.db = db;
    }

    public Optional<byte[]> find(String owner) {
        return db.sql("SELECT sealed FROM identity.client_key WHERE owner = :owner")
                .param("owner", owner)
                .query(byte[].class)
                .optional();
    }

    /** Of several nodes that make them at once, the first one's stay. */
    public void insert(String owner, byte[] sealed, Instant now) {
        db.sql(
                        """
                        INSERT INTO identity.client_key (owner, sealed, created_at)
                        VALUES (:owner, :sealed, :now)
                        ON CONFLICT (owner) DO NOTHING
                        """)
                .param("owner", owner)
                .param("sealed", sealed)
                .param("now", Timestamp.from(now))
                .update();
    }
}
