package fr.socle.pieces.depot;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** A file being written, that nobody sees yet. Closing it without {@link #keep} leaves nothing. */
public interface Draft extends Closeable {

    OutputStream output();

    /** Makes it durable, then visible, as one step. */
    void keep() throws IOException;
}
