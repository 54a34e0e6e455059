package fr.socle.directory.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What POST requests of the API were answered. */
@Component
public class IdempotencyStore {

    /**
     * A request that came before.
     *
     * @param request digest of what it asked
     * @param answer sealed
     */
    @SuppressWarnings("ArrayRecordComponent") // because it goes from a row to its reader
    public record Before(byte[] request, byte @Nullable [] answer) {

        public boolean asked(byte[] other) {
            return Arrays.equals(request, other);
        }
    }

    private final JdbcClient db;

    IdempotencyStore(JdbcClient db) {
        this.db = db;
    }

    /** Takes the key; a second request with it waits here until the first one has ended. */
    public boolean take(UUID caller, String key, byte[] request, Instant now) {
        return db.sql(
                                """
                                INSERT INTO directory.idempotency (caller, key, request, stored_at)
                                VALUES (:caller, :key, :request, :now)
                                ON CONFLICT (caller, key) DO NOTHING
                                """)
                        .param("caller", caller)
                        .param("key", key)
                        .param("request", request)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    public void answered(UUID caller, String key, byte[] answer) {
        db.sql(
                        "UPDATE directory.idempotency SET answer = :answer WHERE caller = :caller AND key = :key")
                .param("caller", caller)
                .param("key", key)
                .param("answer", answer)
                .update();
    }

    public Before before(UUID caller, String key) {
        return db.sql(
                        """
                        SELECT request, answer FROM directory.idempotency WHERE caller = :caller AND key = :key
                        """)
                .param("caller", caller)
                .param("key", key)
                .query((row, _) -> new Before(row.getBytes("request"), row.getBytes("answer")))
                .single();
    }

    public int purge(Instant before) {
        return db.sql("DELETE FROM directory.idempotency WHERE stored_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }
}
