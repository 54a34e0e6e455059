package fr.socle.journal.store;

import fr.socle.journal.store.Front.Signed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the public page tells, in one statement: everybody may ask for it. */
@Component
public class FrontStore {

    /**
     * Of the checkpoints with the same number of witnesses the largest is the newest, so the number
     * needs one look into the index for each number there has been.
     */
    private static final String FRONT =
            """
            SELECT l.log, l.origin, l.verifier_key, c.size, c.note, c.signed_at,
                   (SELECT coalesce(max(number), 0)
                    FROM generate_series(1, (SELECT max(witnesses) FROM journal.checkpoint w WHERE w.log = l.log)) number
                    WHERE (SELECT signed_at FROM journal.checkpoint w
                           WHERE w.log = l.log AND w.witnesses = number
                           ORDER BY size DESC LIMIT 1) > now() - interval '1 hour') AS witnesses
            FROM (SELECT log, origin, verifier_key FROM journal.log ORDER BY log DESC LIMIT 1) AS l
            LEFT JOIN LATERAL (
                SELECT size, note, signed_at FROM journal.checkpoint
                WHERE log = l.log ORDER BY size DESC LIMIT 1) AS c ON true
            """;

    private final JdbcClient db;

    FrontStore(JdbcClient db) {
        this.db = db;
    }

    /** Empty until the first log is open. */
    public Optional<Front> read() {
        return db.sql(FRONT).query((row, _) -> front(row)).optional();
    }

    private static Front front(ResultSet row) throws SQLException {
        return new Front(
                row.getInt("log"),
                row.getString("origin"),
                row.getString("verifier_key"),
                last(row),
                row.getInt("witnesses"));
    }

    private static Optional<Signed> last(ResultSet row) throws SQLException {
        var signedAt = row.getObject("signed_at", OffsetDateTime.class);
        return signedAt == null
                ? Optional.empty()
                : Optional.of(
                        new Signed(
                                row.getLong("size"), row.getString("note"), signedAt.toInstant()));
    }
}
