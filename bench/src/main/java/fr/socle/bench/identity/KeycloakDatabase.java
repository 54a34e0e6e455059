package fr.socle.bench.identity;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import fr.socle.bench.measure.ServerCpu;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.LoggerFactory;

/** A PostgreSQL for Keycloak: the same program, as durable and as large as that of Socle. */
final class KeycloakDatabase implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final Path data;

    private KeycloakDatabase(EmbeddedPostgres server, Path data) {
        this.server = server;
        this.data = data;
    }

    static KeycloakDatabase start(Path data) throws IOException {
        Files.createDirectories(data);
        // because it tells each of its steps, and nobody here has configured what is logged
        ((Logger) LoggerFactory.getLogger("io.zonky")).setLevel(Level.WARN);
        var log = ProcessBuilder.Redirect.appendTo(data.resolve("postgresql.log").toFile());
        var server =
                EmbeddedPostgres.builder()
                        .setDataDirectory(data.resolve("postgresql"))
                        .setCleanDataDirectory(false)
                        .setOverrideWorkingDirectory(data.resolve("programme").toFile())
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("shared_buffers", "128MB")
                        .setServerConfig("max_wal_size", "2GB")
                        .setErrorRedirector(log)
                        .setOutputRedirector(log)
                        .start();
        return new KeycloakDatabase(server, data);
    }

    String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    }

    Connection connect() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    /**
     * @param keycloak its process
     */
    ServerCpu cpu(long keycloak) {
        return ServerCpu.now(keycloak, data);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            System.err.println("PostgreSQL goes on in " + data + ": " + failed);
        }
    }
}
