package fr.socle.identity.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which session of the directory came from which sign-in at the agents' federation. */
@Component
public class AgentEntryStore {

    private final JdbcClient db;

    AgentEntryStore(JdbcClient db) {
        this.db = db;
    }

    public void insert(byte[] secretHash, String sid, Instant ends) {
        db.sql(
                        """
                        INSERT INTO identity.agent_entry (secret_hash, sid, ends_at) VALUES (:hash, :sid, :ends)
                        ON CONFLICT DO NOTHING
                        """)
                .param("hash", secretHash)
                .param("sid", sid)
                .param("ends", Timestamp.from(ends))
                .update();
    }

    /** Under which name the session of this hash knows the federation's; forgotten with it. */
    public Optional<String> remove(byte[] secretHash) {
        return db.sql("DELETE FROM identity.agent_entry WHERE secret_hash = :hash RETURNING sid")
                .param("hash", secretHash)
                .query(String.class)
                .optional();
    }

    public void purge(Instant now) {
        db.sql("DELETE FROM identity.agent_entry WHERE ends_at <= :now")
                .param("now", Timestamp.from(now))
                .update();
    }
}
