package fr.socle.identity.partner.meter;

import fr.socle.identity.partner.meter.Activity.Line;
import fr.socle.identity.partner.meter.Tally.Key;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happened to services' requests, by minute. */
@Component
class CounterStore {

    /** How often something happened in one minute. */
    record Minute(Instant minute, Step step, String outcome, long total) {}

    private static final String ADD =
            """
            INSERT INTO identity.client_counter AS kept (client_id, minute, step, outcome, total, buckets)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (client_id, minute, step, outcome) DO UPDATE
               SET total = kept.total + EXCLUDED.total,
                   buckets = (SELECT array_agg(a + b ORDER BY n)
                                FROM unnest(kept.buckets, EXCLUDED.buckets) WITH ORDINALITY AS pair(a, b, n))
            """;

    private final JdbcTemplate batches;
    private final JdbcClient db;

    CounterStore(JdbcTemplate batches, JdbcClient db) {
        this.batches = batches;
        this.db = db;
    }

    @Transactional
    public void add(Map<Key, Tally> tallies) {
        batches.batchUpdate(
                ADD,
                List.copyOf(tallies.entrySet()),
                Math.max(1, tallies.size()),
                (statement, it) -> {
                    var key = it.getKey();
                    statement.setString(1, key.clientId());
                    statement.setTimestamp(2, Timestamp.from(key.minute()));
                    statement.setString(3, key.step().code());
                    statement.setString(4, key.outcome());
                    statement.setLong(5, it.getValue().total());
                    statement.setArray(
                            6,
                            statement
                                    .getConnection()
                                    .createArrayOf("bigint", it.getValue().buckets()));
                });
    }

    /** Everything since then, by step and outcome, the most frequent first. */
    public List<Line> lines(String clientId, Instant since) {
        return db.sql(
                        """
                        SELECT step, outcome, array_agg(sum ORDER BY n) AS buckets
                          FROM (SELECT step, outcome, n, sum(value)::bigint AS sum
                                  FROM identity.client_counter, unnest(buckets) WITH ORDINALITY AS each(value, n)
                                 WHERE client_id = :client AND minute >= :since
                                 GROUP BY step, outcome, n) AS sums
                         GROUP BY step, outcome
                         ORDER BY step, sum(sum) DESC, outcome
                        """)
                .param("client", clientId)
                .param("since", Timestamp.from(since))
                .query(CounterStore::line)
                .list();
    }

    /** Each minute since then in which something happened. */
    public List<Minute> minutes(String clientId, Instant since) {
        return db.sql(
                        """
                        SELECT minute, step, outcome, total FROM identity.client_counter
                         WHERE client_id = :client AND minute >= :since
                         ORDER BY minute
                        """)
                .param("client", clientId)
                .param("since", Timestamp.from(since))
                .query(
                        (row, _) ->
                                new Minute(
                                        row.getTimestamp("minute").toInstant(),
                                        Step.of(row.getString("step")),
                                        row.getString("outcome"),
                                        row.getLong("total")))
                .list();
    }

    public void purge(Instant before) {
        db.sql("DELETE FROM identity.client_counter WHERE minute < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                Step.of(row.getString("step")),
                row.getString("outcome"),
                new Latency(List.of((Long[]) row.getArray("buckets").getArray())));
    }
}
