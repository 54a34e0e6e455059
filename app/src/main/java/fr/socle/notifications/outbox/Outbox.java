package fr.socle.notifications.outbox;

import fr.socle.kernel.EmailAddress;
import fr.socle.notifications.Category;
import fr.socle.notifications.Recipient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Letters that wait for the mail server, and how a node takes, tries and settles them. Each move is
 * one statement, so nothing is held between two of them.
 */
@Repository
public class Outbox {

    private static final String COLUMNS =
            "id, recipient, address, name, language, category, subject, plain, html, unsubscribe, attempts";

    private final JdbcClient db;

    public Outbox(JdbcClient db) {
        this.db = db;
    }

    /** Puts a letter in, in the caller's transaction. */
    public void write(Letter letter, Instant now) {
        db.sql(
                        """
                        INSERT INTO notifications.outbox (id, recipient, address, name, language, category,
                            subject, plain, html, unsubscribe, written_at, due_at)
                        VALUES (:id, :recipient, :address, :name, :language, :category,
                            :subject, :plain, :html, :unsubscribe, :now, :now)
                        """)
                .param("id", letter.id())
                .param("recipient", letter.recipient().id())
                .param("address", letter.recipient().address().value())
                .param("name", letter.recipient().name())
                .param("language", letter.recipient().language())
                .param("category", letter.category())
                .param("subject", letter.subject())
                .param("plain", letter.plain())
                .param("html", letter.html())
                .param("unsubscribe", letter.unsubscribe())
                .param("now", Sql.at(now))
                .update();
    }

    /** Takes due letters that nobody holds, the oldest first. Two nodes never take the same one. */
    public List<Letter> take(Lease lease, Instant now, int limit) {
        return db.sql(
                        """
                        UPDATE notifications.outbox SET lease = :holder, leased_until = :until
                        WHERE id IN (
                            SELECT id FROM notifications.outbox
                            WHERE state = 'waiting' AND due_at <= :now
                              AND (leased_until IS NULL OR leased_until < :now)
                            ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED)
                        RETURNING\s"""
                                + COLUMNS)
                .param("holder", lease.holder())
                .param("until", Sql.at(lease.until()))
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query(Outbox::letter)
                .list();
    }

    /**
     * Counts an attempt and renews the lease for its time. False when another node holds the letter
     * by now, or somebody dropped it: then it must not be sent.
     */
    public boolean attempt(UUID letter, Lease lease) {
        return db.sql(
                                """
                                UPDATE notifications.outbox SET attempts = attempts + 1, leased_until = :until
                                WHERE id = :id AND lease = :holder AND state = 'waiting'
                                """)
                        .param("id", letter)
                        .param("holder", lease.holder())
                        .param("until", Sql.at(lease.until()))
                        .update()
                == 1;
    }

    /** The mail server has it; of a {@linkplain Category#FLEETING fleeting} one no text stays. */
    public boolean sent(UUID letter, Lease lease, Instant now) {
        return finish(letter, lease, "sent", now);
    }

    /** There is no mail server: the demonstration shows it instead. */
    public boolean kept(UUID letter, Lease lease, Instant now) {
        return finish(letter, lease, "kept", now);
    }

    /** It will be tried again. */
    public boolean defer(UUID letter, Lease lease, Instant due, Failure why) {
        return db.sql(
                                """
                                UPDATE notifications.outbox
                                SET due_at = :due, lease = NULL, leased_until = NULL, failure = :failure, reply = :reply
                                WHERE id = :id AND lease = :holder AND state = 'waiting'
                                """)
                        .param("id", letter)
                        .param("holder", lease.holder())
                        .param("due", Sql.at(due))
                        .param("failure", why.cause().word())
                        .param("reply", why.reply())
                        .update()
                == 1;
    }

    /** It will not be tried again unless somebody asks. */
    public boolean bury(UUID letter, Lease lease, Instant now, Failure why) {
        return db.sql(
                                """
                                UPDATE notifications.outbox
                                SET state = 'dead', finished_at = :now, lease = NULL, leased_until = NULL,
                                    failure = :failure, reply = :reply
                                WHERE id = :id AND lease = :holder AND state = 'waiting'
                                """)
                        .param("id", letter)
                        .param("holder", lease.holder())
                        .param("now", Sql.at(now))
                        .param("failure", why.cause().word())
                        .param("reply", why.reply())
                        .update()
                == 1;
    }

    private boolean finish(UUID letter, Lease lease, String state, Instant now) {
        return db.sql(
                                """
                                UPDATE notifications.outbox
                                SET state = :state, finished_at = :now, lease = NULL, leased_until = NULL,
                                    failure = NULL, reply = NULL,
                                    plain = CASE WHEN :state = 'sent' AND category LIKE :fleeting THEN '' ELSE plain END,
                                    html = CASE WHEN :state = 'sent' AND category LIKE :fleeting THEN '' ELSE html END
                                WHERE id = :id AND lease = :holder AND state = 'waiting'
                                """)
                        .param("id", letter)
                        .param("holder", lease.holder())
                        .param("state", state)
                        .param("now", Sql.at(now))
                        .param("fleeting", "%" + Category.FLEETING)
                        .update()
                == 1;
    }

    static Letter letter(ResultSet row, int index) throws SQLException {
        return new Letter(
                Sql.id(row, "id"),
                recipient(row),
                row.getString("category"),
                row.getString("subject"),
                row.getString("plain"),
                row.getString("html"),
                row.getString("unsubscribe"),
                row.getInt("attempts"));
    }

    static Recipient recipient(ResultSet row) throws SQLException {
        return new Recipient(
                Sql.id(row, "recipient"),
                EmailAddress.parse(row.getString("address")).orThrow(),
                row.getString("name"),
                row.getString("language"));
    }
}
