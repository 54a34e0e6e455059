package fr.socle.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/** The PostgreSQL that works in a data folder, as its {@code postmaster.pid} describes it. */
public record EmbeddedPostmaster(Path data, long pid, int port) {

    private static final int PORT_LINE = 3;

    public static Optional<EmbeddedPostmaster> in(Path data) {
        var file = data.resolve("postgresql/postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var lines = Files.readAllLines(file);
            return Optional.of(
                    new EmbeddedPostmaster(
                            data,
                            Long.parseLong(lines.getFirst().strip()),
                            Integer.parseInt(lines.get(PORT_LINE).strip())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    /** A connection of the bench's own, to look at PostgreSQL's counters. */
    public Connection connect() throws SQLException, IOException {
        var password = Files.readString(data.resolve("cles/postgresql")).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + port + "/postgres", "postgres", password);
    }

    /** SIGINT, PostgreSQL's fast shutdown: for one whose node died. */
    void stop() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();
    }
}
