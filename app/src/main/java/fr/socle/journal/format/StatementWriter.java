package fr.socle.journal.format;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a statement: a JSON array with the header and one object per line, in their order, each
 * object in canonical form on a line of its own. So it is read and checked without being held.
 */
public final class StatementWriter {

    static final int OPENING = '[';
    static final int CLOSING = ']';
    static final int SEPARATOR = ',';
    static final int NEWLINE = '\n';

    private final OutputStream out;

    /** Begins with the header. */
    public StatementWriter(OutputStream out, StatementHeader header) throws IOException {
        this.out = out;
        out.write(OPENING);
        out.write(NEWLINE);
        out.write(header.write());
    }

    public void add(StatementLine line) throws IOException {
        out.write(SEPARATOR);
        out.write(NEWLINE);
        out.write(line.write());
    }

    /** Ends the array; the stream stays open. */
    public void finish() throws IOException {
        out.write(NEWLINE);
        out.write(CLOSING);
        out.write(NEWLINE);
    }
}
