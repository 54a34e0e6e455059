package fr.socle.exchange.store;

import fr.socle.house.Together;
import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Calls under way, and how many there were, for all nodes together. The calls of a node share
 * statements: one each, they would wait for each other at the row that counts them.
 */
@Component
public class TurnstileStore {

    private final JdbcClient db;
    private final Together<Call, Entry> entering = new Together<>(this::enterEach);
    private final Together<byte[], Boolean> leaving = new Together<>(this::leaveEach);

    TurnstileStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param number how many calls this minute had, this one included
     * @param alone whether no same call is under way
     */
    public record Entry(int number, boolean alone) {}

    private record Call(Line line, ByteBuffer key, Instant now, Instant stale) {}

    /** What is counted together. */
    private record Line(UUID habilitation, String dataSet) {}

    /** What the database says of some calls: numbers of lines, and which keys are ours now. */
    private record Said(Map<Line, Integer> numbers, Set<ByteBuffer> taken) {}

    /**
     * Counts a call and notes that it is under way.
     *
     * @param key of the same habilitation and parameters
     * @param stale when a call that never ended stops to count
     */
    public Entry enter(UUID habilitation, String dataSet, byte[] key, Instant now, Instant stale) {
        var line = new Line(habilitation, dataSet);
        return entering.ask(new Call(line, ByteBuffer.wrap(key), now, stale));
    }

    /** Of two same calls in one statement the first one is under way. */
    private List<Entry> enterEach(List<Call> calls) {
        var more =
                new TreeMap<Line, Integer>(
                        Comparator.comparing(Line::habilitation).thenComparing(Line::dataSet));
        calls.forEach(it -> more.merge(it.line(), 1, Integer::sum));
        var said = enter(calls, more);
        var next = new HashMap<Line, Integer>();
        more.forEach(
                (line, count) -> next.put(line, said.numbers().getOrDefault(line, count) - count));
        return calls.stream()
                .map(
                        it ->
                                new Entry(
                                        next.merge(it.line(), 1, Integer::sum),
                                        said.taken().remove(it.key())))
                .toList();
    }

    /** Lines, then keys, each in one order on every node: so that no two wait for each other. */
    private Said enter(List<Call> calls, Map<Line, Integer> more) {
        var now = calls.getLast().now();
        var said = new Said(new HashMap<>(), new HashSet<>());
        db.sql(
                        """
                        WITH rate AS (
                            INSERT INTO exchange.rate AS present (habilitation, data_set, minute, number)
                            SELECT habilitation, data_set, :minute, number
                              FROM unnest(:habilitations, :sets, :numbers) AS more (habilitation, data_set, number)
                             ORDER BY habilitation, data_set
                            ON CONFLICT (habilitation, data_set) DO UPDATE
                               SET number = excluded.number
                                            + CASE WHEN present.minute = excluded.minute THEN present.number ELSE 0 END,
                                   minute = excluded.minute
                            RETURNING habilitation, data_set, number),
                        flight AS (
                            INSERT INTO exchange.flight AS present (key, since)
                            SELECT key, :now FROM unnest(:keys) AS one (key) ORDER BY key
                            ON CONFLICT (key) DO UPDATE SET since = excluded.since WHERE present.since < :stale
                            RETURNING key)
                        SELECT habilitation, data_set, number, NULL::bytea AS key FROM rate
                        UNION ALL
                        SELECT NULL, NULL, NULL, key FROM flight
                        """)
                .param(
                        "habilitations",
                        more.keySet().stream().map(Line::habilitation).toArray(UUID[]::new))
                .param("sets", more.keySet().stream().map(Line::dataSet).toArray(String[]::new))
                .param("numbers", more.values().toArray(Integer[]::new))
                .param("minute", now.getEpochSecond() / 60)
                .param(
                        "keys",
                        calls.stream()
                                .map(Call::key)
                                .distinct()
                                .map(ByteBuffer::array)
                                .toArray(byte[][]::new))
                .param("now", Timestamp.from(now))
                .param("stale", Timestamp.from(calls.getLast().stale()))
                .query(
                        row -> {
                            var key = row.getBytes("key");
                            if (key != null) {
                                said.taken().add(ByteBuffer.wrap(key));
                            } else {
                                said.numbers()
                                        .put(
                                                new Line(
                                                        row.getObject("habilitation", UUID.class),
                                                        row.getString("data_set")),
                                                row.getInt("number"));
                            }
                        });
        return said;
    }

    /** The call is not under way any more. */
    public void leave(byte[] key) {
        leaving.ask(key);
    }

    private List<Boolean> leaveEach(List<byte[]> keys) {
        db.sql(
                        """
                        DELETE FROM exchange.flight
                         WHERE key IN (SELECT key FROM exchange.flight WHERE key = ANY (:keys) ORDER BY key FOR UPDATE)
                        """)
                .param("keys", keys.toArray(byte[][]::new))
                .update();
        return keys.stream().map(_ -> true).toList();
    }
}
