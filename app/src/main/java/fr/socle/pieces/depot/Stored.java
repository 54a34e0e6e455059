package fr.socle.pieces.depot;

import java.io.Closeable;
import java.io.IOException;

/** A stored file, open for reading from any place. */
public interface Stored extends Closeable {

    /** In bytes. */
    long size() throws IOException;

    /**
     * Fills the first {@code length} bytes of {@code into} with those from {@code at} on.
     *
     * @throws java.io.EOFException if there are fewer
     */
    void read(long at, byte[] into, int length) throws IOException;
}
