package fr.socle.bench.journey;

import fr.socle.bench.measure.EmbeddedPostmaster;
import fr.socle.bench.measure.ServerCpu;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Reads what a node and its PostgreSQL used so far. */
final class Meter implements AutoCloseable {

    private static final String COUNTERS =
            """
            SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS writes,
                   (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint AS wal
            """;

    private final long node;
    private final Path data;
    private final Connection connection;

    /**
     * @param node its process
     * @param data its data folder
     */
    Meter(long node, Path data) throws SQLException, IOException {
        this.node = node;
        this.data = data;
        this.connection = EmbeddedPostmaster.in(data).orElseThrow().connect();
    }

    /**
     * @throws IllegalStateException when PostgreSQL does not tell
     */
    Spent read() {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(COUNTERS)) {
            row.next();
            return new Spent(ServerCpu.now(node, data), row.getLong("writes"), row.getLong("wal"));
        } catch (SQLException silent) {
            throw new IllegalStateException("PostgreSQL does not tell its counters", silent);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
