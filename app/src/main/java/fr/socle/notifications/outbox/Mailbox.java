package fr.socle.notifications.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was sent, for the demonstration to show. */
@Repository
public class Mailbox {

    /** A letter in the list. */
    public record Line(UUID id, String address, String subject, Instant writtenAt) {}

    /** A letter, opened. */
    public record Opened(Letter letter, Instant writtenAt) {}

    private static final String FOUND =
            """
            state IN ('sent', 'kept') AND (strpos(lower(address), lower(:words)) > 0
                OR strpos(lower(subject), lower(:words)) > 0 OR strpos(lower(plain), lower(:words)) > 0)
            """;

    private final JdbcClient db;

    public Mailbox(JdbcClient db) {
        this.db = db;
    }

    /** How many letters hold these words in address, subject or text; all when there are none. */
    public long count(String words) {
        return db.sql("SELECT count(*) FROM notifications.outbox WHERE " + FOUND)
                .param("words", words)
                .query(Long.class)
                .single();
    }

    /** Those letters, the latest first. */
    public List<Line> page(String words, long offset, int size) {
        return db.sql(
                        "SELECT id, address, subject, written_at FROM notifications.outbox WHERE "
                                + FOUND
                                + " ORDER BY written_at DESC, id OFFSET :offset LIMIT :size")
                .param("words", words)
                .param("offset", offset)
                .param("size", size)
                .query(
                        (row, _) ->
                                new Line(
                                        Sql.id(row, "id"),
                                        row.getString("address"),
                                        row.getString("subject"),
                                        Sql.instant(row, "written_at")))
                .list();
    }

    public Optional<Opened> open(UUID letter) {
        return db.sql(
                        """
                        SELECT id, recipient, address, name, language, category, subject, plain, html, unsubscribe,
                            attempts, written_at
                        FROM notifications.outbox WHERE id = :id AND state IN ('sent', 'kept')
                        """)
                .param("id", letter)
                .query(
                        (row, index) ->
                                new Opened(
                                        Outbox.letter(row, index), Sql.instant(row, "written_at")))
                .optional();
    }
}
