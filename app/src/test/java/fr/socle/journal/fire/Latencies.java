package fr.socle.journal.fire;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Looks at the head every 20 ms and notes how long ago each new entry had been written. An entry
 * that is seen late counts as late.
 */
final class Latencies implements AutoCloseable {

    /** Hundredths of a second, up to a minute. */
    private static final int BUCKETS = 6000;

    private record Look(Instant at, int[] hundredths) {}

    private final Connection connection;
    private final Thread poller;
    private final List<Look> looks = new ArrayList<>();
    private volatile boolean going = true;

    Latencies(Cluster cluster, String database) {
        connection = cluster.connect(database);
        poller = Thread.ofPlatform().daemon().start(this::poll);
    }

    /** The 99th hundredth in milliseconds, of the entries seen at these moments. */
    long p99(Predicate<Instant> when) {
        var counts = new long[BUCKETS];
        var total = 0L;
        for (var look : looks) {
            if (when.test(look.at())) {
                for (var hundredth : look.hundredths()) {
                    counts[Math.clamp(hundredth, 0, BUCKETS - 1)]++;
                    total++;
                }
            }
        }
        var seen = 0L;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            seen += counts[bucket];
            if (seen * 100 >= total * 99) {
                return (bucket + 1) * 10L;
            }
        }
        return BUCKETS * 10L;
    }

    long seen() {
        return looks.stream().mapToLong(look -> look.hundredths().length).sum();
    }

    @Override
    public void close() throws SQLException, InterruptedException {
        going = false;
        poller.join();
        connection.close();
    }

    private void poll() {
        try (var statement = connection.createStatement()) {
            var next = head(statement);
            while (going) {
                try (var rows = statement.executeQuery(since(next))) {
                    while (rows.next()) {
                        next = Math.max(next, rows.getLong(2));
                        looks.add(new Look(Instant.now(), unboxed(rows.getArray(1))));
                    }
                }
                Thread.sleep(20);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the head could not be looked at", failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** What had its index before this look began is not measured. */
    private static long head(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("SELECT max(size) FROM journal.head")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String since(long next) {
        return """
        SELECT array_agg(least(6000, extract(epoch FROM clock_timestamp() - written_at) * 100)::int),
               max(index) + 1
        FROM journal.leaf JOIN journal.content USING (purge_month, log, index)
        WHERE log = 1 AND index >= %d HAVING count(*) > 0
        """
                .formatted(next);
    }

    private static int[] unboxed(java.sql.Array array) throws SQLException {
        var boxed = (Integer[]) array.getArray();
        var plain = new int[boxed.length];
        for (int i = 0; i < boxed.length; i++) {
            plain[i] = boxed[i];
        }
        return plain;
    }
}
