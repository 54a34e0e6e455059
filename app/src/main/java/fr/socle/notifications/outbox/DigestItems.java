package fr.socle.notifications.outbox;

import fr.socle.notifications.Recipient;
import fr.socle.notifications.letter.Said;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits for the one e-mail of the day. */
@Repository
public class DigestItems {

    /** One thing that was said, to whom and when. */
    public record Item(Recipient recipient, Said said, Instant writtenAt) {}

    private final JdbcClient db;

    public DigestItems(JdbcClient db) {
        this.db = db;
    }

    public void write(UUID id, Recipient to, String category, Said said, Instant now, Instant due) {
        db.sql(
                        """
                        INSERT INTO notifications.digest_item (id, recipient, address, name, language, category,
                            subject, body, label, link, written_at, due_at)
                        VALUES (:id, :recipient, :address, :name, :language, :category,
                            :subject, :body, :label, :link, :now, :due)
                        """)
                .param("id", id)
                .param("recipient", to.id())
                .param("address", to.address().value())
                .param("name", to.name())
                .param("language", to.language())
                .param("category", category)
                .param("subject", said.subject())
                .param("body", said.body())
                .param("label", Notices.labelOf(said))
                .param("link", Notices.linkOf(said))
                .param("now", Sql.at(now))
                .param("due", Sql.at(due))
                .update();
    }

    /** People for whom something is due. */
    public List<UUID> recipientsDue(Instant now, int limit) {
        return db.sql(
                        """
                        SELECT DISTINCT recipient FROM notifications.digest_item
                        WHERE due_at <= :now LIMIT :limit
                        """)
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query((row, _) -> Sql.id(row, "recipient"))
                .list();
    }

    /**
     * Takes out what is due for one person, the oldest first, in the caller's transaction. A second
     * node that takes at the same time waits, and finds nothing.
     */
    public List<Item> takeOut(UUID recipient, Instant now) {
        return db
                .sql(
                        """
                        DELETE FROM notifications.digest_item WHERE recipient = :recipient AND due_at <= :now
                        RETURNING recipient, address, name, language, subject, body, label, link, written_at
                        """)
                .param("recipient", recipient)
                .param("now", Sql.at(now))
                .query(DigestItems::item)
                .list()
                .stream()
                .sorted(Comparator.comparing(Item::writtenAt))
                .toList();
    }

    private static Item item(ResultSet row, int index) throws SQLException {
        return new Item(
                Outbox.recipient(row),
                new Said(row.getString("subject"), row.getString("body"), Notices.action(row)),
                Sql.instant(row, "written_at"));
    }
}
