package fr.socle.journal.format;

import static fr.socle.journal.format.StatementWriter.CLOSING;
import static fr.socle.journal.format.StatementWriter.NEWLINE;
import static fr.socle.journal.format.StatementWriter.OPENING;
import static fr.socle.journal.format.StatementWriter.SEPARATOR;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Reads a statement, one object at a time. */
final class StatementReader {

    static final int MAX_OBJECT_BYTES = Receipt.MAX_BYTES;

    private final InputStream in;
    private boolean more = true;

    StatementReader(InputStream in) {
        this.in = in;
    }

    /**
     * @throws IllegalArgumentException unless the file begins as a statement does
     */
    StatementHeader header() throws IOException {
        if (!Arrays.equals(line(), new byte[] {OPENING})) {
            throw new IllegalArgumentException("a statement is an array");
        }
        return StatementHeader.read(object());
    }

    /**
     * The next line; nothing at the end of the file.
     *
     * @throws IllegalArgumentException unless it is one in its one form
     */
    Optional<StatementLine> next() throws IOException {
        if (more) {
            return Optional.of(StatementLine.read(object()));
        }
        if (!Arrays.equals(line(), new byte[] {CLOSING}) || in.read() != -1) {
            throw new IllegalArgumentException("a statement ends with its array");
        }
        return Optional.empty();
    }

    /** An object, behind which a separator says that another one follows. */
    private byte[] object() throws IOException {
        var line = line();
        more = line.length > 0 && line[line.length - 1] == SEPARATOR;
        return more ? Arrays.copyOf(line, line.length - 1) : line;
    }

    private byte[] line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next != NEWLINE; next = in.read()) {
            if (next == -1 || line.size() > MAX_OBJECT_BYTES) {
                throw new IllegalArgumentException("cut, or longer than any line");
            }
            line.write(next);
        }
        return line.toByteArray();
    }
}
