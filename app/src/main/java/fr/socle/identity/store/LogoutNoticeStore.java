package fr.socle.identity.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The outbox of logout tokens. A notice is taken with a lease; a dead node's comes back. */
@Component
public class LogoutNoticeStore {

    /**
     * @param attempts this one counted
     */
    public record Due(UUID id, String clientId, String subject, String sid, int attempts) {}

    private final JdbcClient db;

    LogoutNoticeStore(JdbcClient db) {
        this.db = db;
    }

    /** Those that are due now, nobody else's until the lease runs out. */
    public List<Due> take(Instant now, Instant lease, int most) {
        return db.sql(
                        """
                        UPDATE identity.logout_notice SET due_at = :lease, attempts = attempts + 1
                         WHERE id IN (SELECT id FROM identity.logout_notice WHERE due_at <= :now
                                       ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING id, client_id, subject, sid, attempts
                        """)
                .param("now", Timestamp.from(now))
                .param("lease", Timestamp.from(lease))
                .param("most", most)
                .query((row, _) -> due(row))
                .list();
    }

    public void postpone(UUID id, Instant due) {
        db.sql("UPDATE identity.logout_notice SET due_at = :due WHERE id = :id")
                .param("id", id)
                .param("due", Timestamp.from(due))
                .update();
    }

    public void delete(UUID id) {
        db.sql("DELETE FROM identity.logout_notice WHERE id = :id").param("id", id).update();
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getObject("id", UUID.class),
                row.getString("client_id"),
                row.getString("subject"),
                row.getString("sid"),
                row.getInt("attempts"));
    }
}
