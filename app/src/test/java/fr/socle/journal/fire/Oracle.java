package fr.socle.journal.fire;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * What the nodes said, kept in a file of the test's process: an entry counts as acknowledged once
 * its line has come through the pipe.
 */
final class Oracle implements AutoCloseable {

    private static final int LINE = "A 01234567-89ab-cdef-0123-456789abcdef".length();

    private final Path file;
    private final BufferedWriter lines;
    private long count;

    Oracle() throws IOException {
        file = Files.createTempFile("socle-oracle", ".txt");
        lines = Files.newBufferedWriter(file);
    }

    /** A line that a killed process left unfinished tells nothing. */
    synchronized void hear(String line) {
        if (line.length() != LINE) {
            return;
        }
        try {
            lines.write(line.replace(' ', '\t'));
            lines.write('\n');
            count++;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    synchronized long count() {
        return count;
    }

    /** Puts everything into {@code oracle (said, id)} beside the journal, to be compared there. */
    synchronized void load(Connection connection) throws IOException, SQLException {
        lines.flush();
        try (var statement = connection.createStatement();
                Reader reader = Files.newBufferedReader(file)) {
            statement.execute("CREATE TABLE oracle (said text NOT NULL, id uuid NOT NULL)");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY oracle FROM STDIN", reader);
            statement.execute("ANALYZE oracle");
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
        Files.delete(file);
    }
}
