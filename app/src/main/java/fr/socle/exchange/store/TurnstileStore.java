package fr.socle.exchange.store;

import fr.socle.exchange.access.Consumer;
import fr.socle.house.Together;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What each call asks of these tables: whose token it has, whether it may pass, and that it is
 * over. The calls of a node share statements, of all three sorts together: one each, they would
 * wait for each other at the row that counts them, and cost as much as all the rest.
 */
@Component
public class TurnstileStore {

    /** A node that died leaves its calls; nothing takes longer than this. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static final int MINUTE = 60;

    private final JdbcClient db;
    private final Together<Wish, Told> wishes = new Together<>(this::grant);

    TurnstileStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param number how many calls this minute had, this one included
     * @param alone whether no same call is under way
     */
    public record Entry(int number, boolean alone) {}

    /** What a call asks. */
    private sealed interface Wish {

        record Know(UUID program) implements Wish {}

        record Enter(Line line, ByteBuffer key, Instant now) implements Wish {}

        record Leave(ByteBuffer key) implements Wish {}
    }

    /** The answer to a wish; each reads its own. */
    private record Told(Optional<Consumer> program, Entry entry) {

        static final Told NOTHING = new Told(Optional.empty(), new Entry(0, false));
    }

    /** What is counted together. */
    private record Line(UUID habilitation, String dataSet) {}

    /** What the database says to some wishes. */
    private record Said(
            Map<UUID, Consumer> programs, Map<Line, Integer> numbers, Set<ByteBuffer> taken) {}

    /** The program of this id, as the database has it at this moment. */
    public Optional<Consumer> program(UUID id) {
        return wishes.ask(new Wish.Know(id)).program();
    }

    /**
     * Counts a call and notes that it is under way.
     *
     * @param key of the same habilitation and parameters
     */
    public Entry enter(UUID habilitation, String dataSet, byte[] key, Instant now) {
        var line = new Line(habilitation, dataSet);
        return wishes.ask(new Wish.Enter(line, ByteBuffer.wrap(key), now)).entry();
    }

    /** The call is not under way any more. */
    public void leave(byte[] key) {
        wishes.ask(new Wish.Leave(ByteBuffer.wrap(key)));
    }

    /** Some wishes by their sort. */
    private record Sorted(Set<UUID> programs, List<Wish.Enter> entering, Set<ByteBuffer> leaving) {

        static Sorted of(List<Wish> wishes) {
            var sorted = new Sorted(new HashSet<>(), new ArrayList<>(), new HashSet<>());
            for (var wish : wishes) {
                switch (wish) {
                    case Wish.Know(var program) -> sorted.programs.add(program);
                    case Wish.Enter enter -> sorted.entering.add(enter);
                    case Wish.Leave(var key) -> sorted.leaving.add(key);
                }
            }
            return sorted;
        }

        /** How many calls there are of each line, in one order on every node. */
        Map<Line, Integer> lines() {
            var lines =
                    new TreeMap<Line, Integer>(
                            Comparator.comparing(Line::habilitation).thenComparing(Line::dataSet));
            entering.forEach(it -> lines.merge(it.line(), 1, Integer::sum));
            return lines;
        }

        /** The keys that come, but for those that leave in the same moment. */
        Set<ByteBuffer> fresh() {
            var keys = new HashSet<ByteBuffer>();
            entering.forEach(it -> keys.add(it.key()));
            keys.removeAll(leaving);
            return keys;
        }
    }

    /** Of two same calls in one statement the first one is under way. */
    private List<Told> grant(List<Wish> wishes) {
        var sorted = Sorted.of(wishes);
        var lines = sorted.lines();
        var said = ask(sorted, lines);
        if (!sorted.entering().isEmpty()) {
            takeOver(sorted.entering(), said.taken());
        }
        var next = new HashMap<Line, Integer>();
        lines.forEach(
                (line, count) -> next.put(line, said.numbers().getOrDefault(line, count) - count));
        return wishes.stream().map(it -> told(it, said, next)).toList();
    }

    private static Told told(Wish wish, Said said, Map<Line, Integer> next) {
        return switch (wish) {
            case Wish.Know(var program) ->
                    new Told(
                            Optional.ofNullable(said.programs().get(program)),
                            Told.NOTHING.entry());
            case Wish.Enter(var line, var key, _) ->
                    new Told(
                            Optional.empty(),
                            new Entry(next.merge(line, 1, Integer::sum), said.taken().remove(key)));
            case Wish.Leave _ -> Told.NOTHING;
        };
    }

    /**
     * Lines, then keys that come, then keys that go, each in one order on every node; a key that is
     * there already is not locked. So no two statements wait for each other.
     */
    private Said ask(Sorted sorted, Map<Line, Integer> lines) {
        var now = sorted.entering().isEmpty() ? Instant.EPOCH : sorted.entering().getLast().now();
        var said = new Said(new HashMap<>(), new HashMap<>(), new HashSet<>());
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
                            INSERT INTO exchange.flight (key, since)
                            SELECT key, :now FROM unnest(:keys) AS one (key) ORDER BY key
                            ON CONFLICT (key) DO NOTHING
                            RETURNING key),
                        gone AS (
                            DELETE FROM exchange.flight
                             WHERE key IN (SELECT key FROM exchange.flight
                                            WHERE key = ANY (:gone) ORDER BY key FOR UPDATE))
                        SELECT NULL::uuid AS id, habilitation, NULL::uuid AS organisation, data_set AS label,
                               NULL::text[] AS networks, NULL AS keys, NULL::timestamptz AS issued_at,
                               NULL::timestamptz AS expires_at, NULL::timestamptz AS revoked_at, number,
                               NULL::bytea AS key
                          FROM rate
                        UNION ALL
                        SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, key FROM flight
                        UNION ALL
                        SELECT id, habilitation, organisation, label, networks, keys::text, issued_at, expires_at,
                               revoked_at, NULL, NULL
                          FROM exchange.consumer WHERE id = ANY (:programs)
                        """)
                .param(
                        "habilitations",
                        lines.keySet().stream().map(Line::habilitation).toArray(UUID[]::new))
                .param("sets", lines.keySet().stream().map(Line::dataSet).toArray(String[]::new))
                .param("numbers", lines.values().toArray(Integer[]::new))
                .param("minute", now.getEpochSecond() / MINUTE)
                .param("keys", bytes(sorted.fresh()))
                .param("gone", bytes(sorted.leaving()))
                .param("now", Timestamp.from(now))
                .param("programs", sorted.programs().toArray(UUID[]::new))
                .query((RowCallbackHandler) row -> note(row, said));
        return said;
    }

    private static void note(ResultSet row, Said said) throws SQLException {
        var key = row.getBytes("key");
        if (key != null) {
            said.taken().add(ByteBuffer.wrap(key));
            return;
        }
        var number = row.getInt("number");
        if (row.wasNull()) {
            var program = ConsumerStore.consumer(row);
            said.programs().put(program.id(), program);
        } else {
            var line = new Line(row.getObject("habilitation", UUID.class), row.getString("label"));
            said.numbers().put(line, number);
        }
    }

    /** Seldom: a same call is under way, has just left, or never ended. */
    private void takeOver(List<Wish.Enter> entering, Set<ByteBuffer> taken) {
        var keys = new HashSet<ByteBuffer>();
        entering.stream().map(Wish.Enter::key).filter(it -> !taken.contains(it)).forEach(keys::add);
        if (keys.isEmpty()) {
            return;
        }
        var now = entering.getLast().now();
        db.sql(
                        """
                        INSERT INTO exchange.flight AS present (key, since)
                        SELECT key, :now FROM unnest(:keys) AS one (key) ORDER BY key
                        ON CONFLICT (key) DO UPDATE SET since = excluded.since WHERE present.since < :stale
                        RETURNING key
                        """)
                .param("now", Timestamp.from(now))
                .param("stale", Timestamp.from(now.minus(LONGEST)))
                .param("keys", bytes(keys))
                .query(byte[].class)
                .list()
                .forEach(it -> taken.add(ByteBuffer.wrap(it)));
    }

    private static byte[][] bytes(Collection<ByteBuffer> keys) {
        return keys.stream().map(ByteBuffer::array).toArray(byte[][]::new);
    }
}
