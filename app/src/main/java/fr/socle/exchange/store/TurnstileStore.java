package fr.socle.exchange.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Calls under way, and how many there were, for all nodes together. */
@Component
public class TurnstileStore {

    private final JdbcClient db;

    TurnstileStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param number how many calls this minute had, this one included
     * @param alone whether no same call is under way
     */
    public record Entry(int number, boolean alone) {}

    /**
     * Counts a call and notes that it is under way, in one statement.
     *
     * @param key of the same habilitation and parameters
     * @param stale when a call that never ended stops to count
     */
    public Entry enter(UUID habilitation, String dataSet, byte[] key, Instant now, Instant stale) {
        return db.sql(
                        """
                        WITH rate AS (
                            INSERT INTO exchange.rate AS present (habilitation, data_set, minute, number)
                            VALUES (:habilitation, :set, :minute, 1)
                            ON CONFLICT (habilitation, data_set) DO UPDATE
                               SET number = CASE WHEN present.minute = excluded.minute THEN present.number + 1 ELSE 1 END,
                                   minute = excluded.minute
                            RETURNING number),
                        flight AS (
                            INSERT INTO exchange.flight AS present (key, since) VALUES (:key, :now)
                            ON CONFLICT (key) DO UPDATE SET since = excluded.since WHERE present.since < :stale
                            RETURNING 1)
                        SELECT (SELECT number FROM rate) AS number, EXISTS (SELECT FROM flight) AS alone
                        """)
                .param("habilitation", habilitation)
                .param("set", dataSet)
                .param("minute", now.getEpochSecond() / 60)
                .param("key", key)
                .param("now", Timestamp.from(now))
                .param("stale", Timestamp.from(stale))
                .query((row, _) -> new Entry(row.getInt("number"), row.getBoolean("alone")))
                .single();
    }

    public void leave(byte[] key) {
        db.sql("DELETE FROM exchange.flight WHERE key = :key").param("key", key).update();
    }
}
