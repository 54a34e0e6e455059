package fr.socle.house;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;

/**
 * A PostgreSQL of our own under the data folder. It is durable (fsync on, unlike the library's
 * default), asks every local user for a password that only the owner of the data folder can read,
 * and is found again after a {@code kill -9}: a postmaster that an earlier process left behind is
 * stopped first, by {@link Orphan}.
 */
final class EmbeddedDatabase implements Database {

    static final String PASSWORD_FILE = "cles/postgresql";
    static final String USER = "postgres";

    private final EmbeddedPostgres server;
    private final String password;
    private final DataLock lock;

    private EmbeddedDatabase(EmbeddedPostgres server, String password, DataLock lock) {
        this.server = server;
        this.lock = lock;
        this.password = password;
    }

    static String url(int port) {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    static EmbeddedDatabase start(DataFolder folder, DataLock lock) {
        var password = password(folder);
        var state = folder.root().resolve("postgresql");
        Orphan.of(state).ifPresent(Orphan::stop);
        try {
            return new EmbeddedDatabase(
                    EmbeddedPostgres.builder()
                            .setDataDirectory(state)
                            .setCleanDataDirectory(false)
                            .setOverrideWorkingDirectory(
                                    folder.folder("postgresql-programme").toFile())
                            // because its hook would stop PostgreSQL while the pool still uses it
                            .setRegisterShutdownHook(false)
                            .setPGStartupWait(Duration.ofSeconds(60))
                            // because these become arguments of initdb, after its default "-A
                            // trust"
                            .setLocaleConfig("auth", "scram-sha-256")
                            .setLocaleConfig(
                                    "pwfile", folder.root().resolve(PASSWORD_FILE).toString())
                            .setConnectConfig("password", password)
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("full_page_writes", "on")
                            .setServerConfig("shared_buffers", "128MB")
                            .setServerConfig("max_wal_size", "2GB")
                            .setServerConfig("password_encryption", "scram-sha-256")
                            .setErrorRedirector(logOf(folder))
                            .setOutputRedirector(logOf(folder))
                            .start(),
                    password,
                    lock);
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "PostgreSQL did not start; its log is "
                            + folder.root().resolve("postgresql.log"),
                    failed);
        }
    }

    @Override
    public String url() {
        return url(server.getPort());
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
    public void close() {
        try {
            server.close();
            lock.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL did not stop", failed);
        }
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
