package fr.socle.journal.fire;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;

/**
 * A durable PostgreSQL of these tests: fsync on, in a folder of its own, on one port that it keeps
 * when it is stopped and started again.
 */
final class Cluster implements AutoCloseable {

    private final Path folder;
    private EmbeddedPostgres server;

    private Cluster(Path folder, EmbeddedPostgres server) {
        this.folder = folder;
        this.server = server;
    }

    static Cluster start() {
        try {
            var folder = Files.createTempDirectory("socle-feu");
            return new Cluster(folder, start(folder, 0));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** PostgreSQL goes away, with everybody who is connected. */
    void stop() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        // because on a busy machine it takes longer than it is given, and goes on by itself
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.notExists(folder.resolve("postmaster.pid")));
    }

    /** The same folder, the same port. */
    void startAgain() {
        try {
            server = start(folder, server.getPort());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String create(String database) {
        execute("CREATE DATABASE " + database);
        return database;
    }

    /** A copy as of now. Nobody may be connected to the original, so they are sent away first. */
    String copy(String from, String to) {
        execute("ALTER DATABASE " + from + " ALLOW_CONNECTIONS false");
        execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                        + from
                        + "'");
        execute("CREATE DATABASE " + to + " TEMPLATE " + from + "");
        execute("ALTER DATABASE " + from + " ALLOW_CONNECTIONS true");
        return to;
    }

    String url(String database) {
        return server.getJdbcUrl("postgres", database);
    }

    Connection connect(String database) {
        try {
            return DriverManager.getConnection(url(database));
        } catch (SQLException failed) {
            throw new IllegalStateException("no connection to " + database, failed);
        }
    }

    /** One statement on one connection of its own. */
    void execute(String database, String sql) {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    /** The first column of the first row. */
    String ask(String database, String sql) {
        try (var connection = connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    @Override
    public void close() {
        stop();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void execute(String sql) {
        execute("postgres", sql);
    }

    private static EmbeddedPostgres start(Path folder, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("max_connections", "200")
                .start();
    }
}
