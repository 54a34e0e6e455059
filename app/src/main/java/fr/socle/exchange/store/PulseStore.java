package fr.socle.exchange.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How each provider answered last. */
@Component
public class PulseStore {

    private final JdbcClient db;

    PulseStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param lastOk when it last answered well; null when it never did
     */
    public record Line(boolean ok, Instant at, @Nullable Instant lastOk) {}

    public void write(String code, boolean ok, Instant now) {
        db.sql(
                        """
                        INSERT INTO exchange.pulse AS present (code, ok, at, last_ok)
                        VALUES (:code, :ok, :now, CASE WHEN :ok THEN CAST(:now AS timestamptz) END)
                        ON CONFLICT (code) DO UPDATE
                           SET ok = excluded.ok, at = excluded.at,
                               last_ok = coalesce(excluded.last_ok, present.last_ok)
                         WHERE present.at < excluded.at
                        """)
                .param("code", code)
                .param("ok", ok)
                .param("now", Timestamp.from(now))
                .update();
    }

    public Optional<Line> find(String code) {
        return db.sql("SELECT ok, at, last_ok FROM exchange.pulse WHERE code = :code")
                .param("code", code)
                .query(PulseStore::line)
                .optional();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        var lastOk = row.getTimestamp("last_ok");
        return new Line(
                row.getBoolean("ok"),
                row.getTimestamp("at").toInstant(),
                lastOk == null ? null : lastOk.toInstant());
    }
}
