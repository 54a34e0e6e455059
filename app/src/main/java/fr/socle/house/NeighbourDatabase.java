package fr.socle.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/**
 * The PostgreSQL that another process of ours runs in this data folder: a command joins it as a
 * client.
 */
record NeighbourDatabase(String url, String user, String password) implements Database {

    /** The fourth line of {@code postmaster.pid} is the port. */
    static NeighbourDatabase of(DataFolder folder) {
        var pid = folder.root().resolve("postgresql/postmaster.pid");
        try {
            var port = Files.readAllLines(pid).get(3).strip();
            var password =
                    new String(
                                    folder.read(EmbeddedDatabase.PASSWORD_FILE).orElseThrow(),
                                    StandardCharsets.UTF_8)
                            .strip();
            return new NeighbourDatabase(
                    EmbeddedDatabase.url(Integer.parseInt(port)), EmbeddedDatabase.USER, password);
        } catch (IOException starting) {
            throw new UncheckedIOException(
                    "another Socle uses " + folder.root() + " and its database is not ready",
                    starting);
        }
    }

    @Override
    public void close() {
        // Its owner stops it.
    }
}
