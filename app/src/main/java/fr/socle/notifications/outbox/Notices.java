package fr.socle.notifications.outbox;

import fr.socle.notifications.Action;
import fr.socle.notifications.Notice;
import fr.socle.notifications.letter.Said;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages on people's pages. */
@Repository
public class Notices {

    private final JdbcClient db;

    public Notices(JdbcClient db) {
        this.db = db;
    }

    public void write(UUID id, UUID recipient, Said said, Instant now) {
        db.sql(
                        """
                        INSERT INTO notifications.notice (id, recipient, subject, body, label, link, written_at)
                        VALUES (:id, :recipient, :subject, :body, :label, :link, :now)
                        """)
                .param("id", id)
                .param("recipient", recipient)
                .param("subject", said.subject())
                .param("body", said.body())
                .param("label", labelOf(said))
                .param("link", linkOf(said))
                .param("now", Sql.at(now))
                .update();
    }

    public int unread(UUID recipient) {
        return db.sql(
                        "SELECT count(*) FROM notifications.notice WHERE recipient = :recipient AND read_at IS NULL")
                .param("recipient", recipient)
                .query(Integer.class)
                .single();
    }

    public List<Notice> newest(UUID recipient, int limit) {
        return db.sql(
                        """
                        SELECT id, written_at, subject, body, label, link, read_at FROM notifications.notice
                        WHERE recipient = :recipient ORDER BY written_at DESC, id LIMIT :limit
                        """)
                .param("recipient", recipient)
                .param("limit", limit)
                .query(Notices::notice)
                .list();
    }

    public boolean markRead(UUID recipient, UUID notice, Instant now) {
        return db.sql(
                                """
                                UPDATE notifications.notice SET read_at = coalesce(read_at, :now)
                                WHERE id = :id AND recipient = :recipient
                                """)
                        .param("id", notice)
                        .param("recipient", recipient)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    public void markAllRead(UUID recipient, Instant now) {
        db.sql(
                        """
                        UPDATE notifications.notice SET read_at = :now
                        WHERE recipient = :recipient AND read_at IS NULL
                        """)
                .param("recipient", recipient)
                .param("now", Sql.at(now))
                .update();
    }

    static @Nullable String labelOf(Said said) {
        return said.action() == null ? null : said.action().label();
    }

    static @Nullable String linkOf(Said said) {
        return said.action() == null ? null : said.action().link().toString();
    }

    /** The action of a row that has a label and a link. */
    static @Nullable Action action(ResultSet row) throws SQLException {
        var link = row.getString("link");
        return link == null ? null : new Action(row.getString("label"), URI.create(link));
    }

    private static Notice notice(ResultSet row, int index) throws SQLException {
        var action = action(row);
        return new Notice(
                Sql.id(row, "id"),
                Sql.instant(row, "written_at"),
                row.getString("subject"),
                row.getString("body"),
                action == null ? null : action.label(),
                action == null ? null : action.link(),
                Sql.maybeInstant(row, "read_at"));
    }
}
