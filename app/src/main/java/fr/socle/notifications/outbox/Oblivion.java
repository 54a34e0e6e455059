package fr.socle.notifications.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Erases what is no longer needed, or what a person has erased. */
@Repository
public class Oblivion {

    /** How long what left, or was dropped, can still be looked up. */
    public static final Duration SENT = Duration.ofDays(30);

    /** How long what could not be delivered waits for somebody to look at it. */
    public static final Duration DEAD = Duration.ofDays(90);

    /** How long messages stay on people's pages. */
    public static final Duration NOTICES = Duration.ofDays(365);

    /** How long a key prevents a second message. */
    public static final Duration KEYS = Duration.ofDays(400);

    private static final int BATCH = 5_000;

    private final JdbcClient db;

    public Oblivion(JdbcClient db) {
        this.db = db;
    }

    /** Erases a batch of everything that is too old; false when nothing was. */
    public boolean purge(Instant now) {
        return letters(now)
                        + older("notice", "written_at", now.minus(NOTICES))
                        + older("used_key", "used_at", now.minus(KEYS))
                > 0;
    }

    /** Erases all about one person; numbers remain. */
    public void forget(UUID recipient) {
        db.sql(
                        """
                        WITH letters AS (DELETE FROM notifications.outbox WHERE recipient = :recipient),
                             items AS (DELETE FROM notifications.digest_item WHERE recipient = :recipient),
                             notices AS (DELETE FROM notifications.notice WHERE recipient = :recipient)
                        DELETE FROM notifications.preference WHERE recipient = :recipient
                        """)
                .param("recipient", recipient)
                .update();
    }

    private int letters(Instant now) {
        return db.sql(
                        """
                        WITH old AS (
                            SELECT id FROM notifications.outbox
                            WHERE state IN ('sent', 'kept', 'dropped') AND finished_at < :sent
                               OR state = 'dead' AND finished_at < :dead
                            LIMIT :batch FOR UPDATE SKIP LOCKED),
                        gone AS (
                            DELETE FROM notifications.outbox WHERE id IN (SELECT id FROM old)
                            RETURNING category, state, finished_at)
                        INSERT INTO notifications.tally AS t (month, category, outcome, letters)
                        SELECT date_trunc('month', finished_at AT TIME ZONE 'UTC')::date, category, state, count(*)
                        FROM gone GROUP BY 1, 2, 3
                        ON CONFLICT (month, category, outcome) DO UPDATE SET letters = t.letters + excluded.letters
                        """)
                .param("sent", Sql.at(now.minus(SENT)))
                .param("dead", Sql.at(now.minus(DEAD)))
                .param("batch", BATCH)
                .update();
    }

    /** Table and column are ours, never a caller's words. */
    private int older(String table, String column, Instant limit) {
        return db.sql(
                        """
                        DELETE FROM notifications.%1$s WHERE ctid = ANY (ARRAY(
                            SELECT ctid FROM notifications.%1$s WHERE %2$s < :limit
                            LIMIT :batch FOR UPDATE SKIP LOCKED))
                        """
                                .formatted(table, column))
                .param("limit", Sql.at(limit))
                .param("batch", BATCH)
                .update();
    }
}
