package fr.socle.bench.page;

import fr.socle.bench.measure.EmbeddedPostmaster;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * How many queries PostgreSQL answered, by its own counter of transactions: a page reads without a
 * transaction around it, so that each query is one. The journal's own work, a few a second, is
 * counted with them.
 */
public final class QueryCounter implements AutoCloseable {

    /** PostgreSQL's processes add up what they did at most once a second. */
    private static final Duration ADDED_UP = Duration.ofMillis(1200);

    private final Connection connection;

    public QueryCounter(Path data) throws SQLException, IOException {
        connection = EmbeddedPostmaster.in(data).orElseThrow().connect();
    }

    public long count() throws SQLException, InterruptedException {
        Thread.sleep(ADDED_UP);
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
