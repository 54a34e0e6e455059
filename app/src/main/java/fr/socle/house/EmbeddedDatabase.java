package fr.socle.house;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own under the data folder. It is durable (fsync on, unlike the library's
 * default), asks every local user for a password that only the owner of the data folder can read,
 * and is found again after a {@code kill -9}: a postmaster that an earlier process left behind is
 * stopped first. One that dies while we live is started again on the same port, where the pool
 * finds it.
 */
final class EmbeddedDatabase implements Database {

    static final String PASSWORD_FILE = "cles/postgresql";
    static final String USER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    /** Long enough for the children of a dead postmaster to see it and let go of its memory. */
    private static final Duration GLANCE = Duration.ofMillis(500);

    private final DataFolder folder;
    private final String password;
    private final DataLock lock;
    private final int port;
    private EmbeddedPostgres server;
    private boolean closed;

    private EmbeddedDatabase(
            DataFolder folder, String password, DataLock lock, EmbeddedPostgres server) {
        this.folder = folder;
        this.password = password;
        this.lock = lock;
        this.port = server.getPort();
        this.server = server;
        Thread.ofPlatform().name("postgresql").daemon().start(this::watch);
    }

    static String url(int port) {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    static EmbeddedDatabase start(DataFolder folder, DataLock lock) {
        var password = password(folder);
        Postmaster.of(state(folder)).ifPresent(Postmaster::stop);
        return new EmbeddedDatabase(folder, password, lock, launch(folder, password, 0));
    }

    /**
     * @param port 0 for any that is free
     */
    private static EmbeddedPostgres launch(DataFolder folder, String password, int port) {
        try {
            return EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(state(folder))
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(folder.folder("postgresql-programme").toFile())
                    // because its hook would stop PostgreSQL while the pool still uses it
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    // because these become arguments of initdb, after its default "-A trust"
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", folder.root().resolve(PASSWORD_FILE).toString())
                    .setConnectConfig("password", password)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("shared_buffers", "128MB")
                    .setServerConfig("max_wal_size", "2GB")
                    .setServerConfig("password_encryption", "scram-sha-256")
                    .setErrorRedirector(logOf(folder))
                    .setOutputRedirector(logOf(folder))
                    .start();
        } catch (IOException failed) {
            throw new DatabaseDidNotStart(folder.root().resolve("postgresql.log"), failed);
        }
    }

    /** Without PostgreSQL this node could only say that it cannot answer. */
    private void watch() {
        while (revive()) {
            try {
                Thread.sleep(GLANCE);
            } catch (InterruptedException ending) {
                return;
            }
        }
    }

    /** False once we end. */
    private synchronized boolean revive() {
        if (closed || Postmaster.of(state(folder)).isPresent()) {
            return !closed;
        }
        LOG.warn("PostgreSQL died; starting it again on port {}", port);
        try {
            // because it holds a lock in the folder
            server.close();
            server = launch(folder, password, port);
        } catch (IOException | RuntimeException failed) {
            LOG.error("PostgreSQL does not start again; trying once more", failed);
        }
        return true;
    }

    @Override
    public String url() {
        return url(port);
    }

    @Override
    public String user() {
        return USER;
    }

    @Override
    public String password() {
        return password;
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            server.close();
            lock.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL did not stop", failed);
        }
    }

    private static Path state(DataFolder folder) {
        return folder.root().resolve("postgresql");
    }

    private static ProcessBuilder.Redirect logOf(DataFolder folder) {
        return ProcessBuilder.Redirect.appendTo(folder.root().resolve("postgresql.log").toFile());
    }

    private static String password(DataFolder folder) {
        var kept = folder.read(PASSWORD_FILE);
        if (kept.isPresent()) {
            return new String(kept.get(), StandardCharsets.UTF_8).strip();
        }
        if (Files.exists(folder.root().resolve("postgresql/PG_VERSION"))) {
            throw new IllegalStateException(
                    "the database is there and its password is not: " + PASSWORD_FILE);
        }
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        var fresh = HexFormat.of().formatHex(random);
        folder.write(PASSWORD_FILE, fresh.getBytes(StandardCharsets.UTF_8));
        return fresh;
    }
}
