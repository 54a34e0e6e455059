package fr.socle.pieces.seal;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** A content that can be read from any place. */
public interface Content extends Closeable {

    /** In bytes. */
    long size();

    /**
     * Fills {@code into} with the bytes from {@code at} on.
     *
     * @throws java.io.EOFException if there are fewer
     */
    void read(long at, byte[] into) throws IOException;

    /** Writes {@code length} bytes from {@code first} on, at constant memory. */
    void copy(long first, long length, OutputStream target) throws IOException;
}
