package fr.socle.notifications.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters that could not be delivered and wait for somebody to decide. */
@Repository
public class DeadLetters {

    /**
     * A letter that could not be delivered, as an operator needs to see it: without its content.
     *
     * @param failure a word of {@link Failure.Cause}
     * @param reply what the mail server said; may be empty
     */
    public record DeadLetter(
            UUID id,
            String address,
            String category,
            String failure,
            String reply,
            int attempts,
            Instant since) {}

    private final JdbcClient db;

    public DeadLetters(JdbcClient db) {
        this.db = db;
    }

    public long count() {
        return count("state = 'dead'");
    }

    /** Letters that will still be tried. */
    public long waiting() {
        return count("state = 'waiting'");
    }

    /** Since when the letter that waits longest should have left. */
    public Optional<Instant> oldestDue() {
        return db.sql(
                        """
                        SELECT written_at FROM notifications.outbox WHERE state = 'waiting'
                        ORDER BY due_at LIMIT 1
                        """)
                .query((row, _) -> Sql.instant(row, "written_at"))
                .optional();
    }

    /** The latest first. */
    public List<DeadLetter> page(long offset, int size) {
        return db.sql(
                        """
                        SELECT id, address, category, failure, reply, attempts, finished_at
                        FROM notifications.outbox WHERE state = 'dead'
                        ORDER BY finished_at DESC, id OFFSET :offset LIMIT :size
                        """)
                .param("offset", offset)
                .param("size", size)
                .query(DeadLetters::deadLetter)
                .list();
    }

    /** Has it tried again from the start; its category, or empty when it is not dead any more. */
    public Optional<String> revive(UUID letter, Instant now) {
        return db.sql(
                        """
                        UPDATE notifications.outbox
                        SET state = 'waiting', due_at = :now, finished_at = NULL, attempts = 0
                        WHERE id = :id AND state = 'dead' RETURNING category
                        """)
                .param("id", letter)
                .param("now", Sql.at(now))
                .query((row, _) -> row.getString("category"))
                .optional();
    }

    /** Gives it up; its category, or empty when it is not dead any more. */
    public Optional<String> drop(UUID letter, Instant now) {
        return db.sql(
                        """
                        UPDATE notifications.outbox SET state = 'dropped', finished_at = :now
                        WHERE id = :id AND state = 'dead' RETURNING category
                        """)
                .param("id", letter)
                .param("now", Sql.at(now))
                .query((row, _) -> row.getString("category"))
                .optional();
    }

    /** The condition is ours, never a caller's words. */
    private long count(String condition) {
        return db.sql("SELECT count(*) FROM notifications.outbox WHERE " + condition)
                .query(Long.class)
                .single();
    }

    private static DeadLetter deadLetter(ResultSet row, int index) throws SQLException {
        return new DeadLetter(
                Sql.id(row, "id"),
                row.getString("address"),
                row.getString("category"),
                row.getString("failure"),
                row.getString("reply"),
                row.getInt("attempts"),
                Sql.instant(row, "finished_at"));
    }
}
