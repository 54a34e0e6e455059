package fr.socle.journey;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** A durable PostgreSQL that no node holds: it dies alone, and comes back on its port. */
final class LonePostgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Long enough for the children of a dead postmaster to see it and let go of its memory. */
    private static final long GLANCE = 500;

    private final Path folder;
    private EmbeddedPostgres server;

    LonePostgres(Path folder) throws IOException {
        this.folder = folder;
        this.server = start(0);
    }

    private EmbeddedPostgres start(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(PATIENCE)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "200")
                .start();
    }

    /** How a node finds it, as {@code SOCLE_…} variables. */
    Map<String, String> settings() {
        return Map.of(
                "SOCLE_DATABASE_URL", url(),
                "SOCLE_DATABASE_USER", "postgres",
                "SOCLE_DATABASE_PASSWORD", "sans objet");
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", "sans objet");
    }

    private String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** SIGKILL to its first process, then another start. */
    void killAndStart() throws IOException, InterruptedException {
        var port = server.getPort();
        var pid = Files.readAllLines(folder.resolve("postmaster.pid")).getFirst().strip();
        ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
        Thread.sleep(GLANCE);
        // because it holds a lock in the folder
        server.close();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(GLANCE))
                .ignoreExceptions()
                .until(
                        () -> {
                            server = start(port);
                            return true;
                        });
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
