package fr.socle.demarches.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A file that grows line by line. Closing it ends the file, and leaves the stream open. */
interface Sheet extends Closeable {

    /**
     * @param cells texts and numbers
     */
    void line(List<Object> cells) throws IOException;
}
