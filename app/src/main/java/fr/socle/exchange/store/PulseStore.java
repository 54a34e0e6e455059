package fr.socle.exchange.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How each provider answered last, and how often it answered well each day. */
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

    /**
     * The answers of one day of Paris.
     *
     * @param ok how many were good: a person whom the provider does not know is one
     */
    public record Day(LocalDate day, long ok, long failed) {}

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

    /** These many answers more. */
    public void add(String code, Day more) {
        db.sql(
                        """
                        INSERT INTO exchange.pulse_day AS present (code, day, ok, failed)
                        VALUES (:code, :day, :ok, :failed)
                        ON CONFLICT (code, day) DO UPDATE
                           SET ok = present.ok + excluded.ok, failed = present.failed + excluded.failed
                        """)
                .param("code", code)
                .param("day", more.day())
                .param("ok", more.ok())
                .param("failed", more.failed())
                .update();
    }

    /** Forgets the days before this one. */
    public void forget(String code, LocalDate before) {
        db.sql("DELETE FROM exchange.pulse_day WHERE code = :code AND day < :before")
                .param("code", code)
                .param("before", before)
                .update();
    }

    /** The days of which something is known, the latest first. */
    public List<Day> days(String code, LocalDate since) {
        return db.sql(
                        """
                        SELECT day, ok, failed FROM exchange.pulse_day
                         WHERE code = :code AND day >= :since ORDER BY day DESC
                        """)
                .param("code", code)
                .param("since", since)
                .query(
                        (row, _) ->
                                new Day(
                                        row.getObject("day", LocalDate.class),
                                        row.getLong("ok"),
                                        row.getLong("failed")))
                .list();
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
