package fr.socle.bench.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * What a PostgreSQL counted since it began: figures that no noise of the machine touches.
 *
 * @param transactions that were committed; a query outside of any is one
 * @param writes those of them that wrote
 * @param wal bytes of its log
 */
record DatabaseCounters(long transactions, long writes, long wal) {

    /** PostgreSQL's processes add up what they did at most once a second. */
    private static final Duration ADDED_UP = Duration.ofMillis(1200);

    private static final String COUNTERS =
            """
            SELECT xact_commit, pg_snapshot_xmax(pg_current_snapshot())::text::bigint,
                   (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint
              FROM pg_stat_database WHERE datname = current_database()
            """;

    static DatabaseCounters now(Connection connection) throws SQLException, InterruptedException {
        Thread.sleep(ADDED_UP);
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(COUNTERS)) {
            row.next();
            return new DatabaseCounters(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }

    DatabaseCounters since(DatabaseCounters before) {
        return new DatabaseCounters(
                transactions - before.transactions, writes - before.writes, wal - before.wal);
    }
}
