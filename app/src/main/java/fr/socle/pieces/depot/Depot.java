package fr.socle.pieces.depot;

import fr.socle.pieces.PieceId;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Where sealed files lie: under their id, written once, never changed. All nodes see the same
 * depot.
 */
public interface Depot {

    Draft draft(PieceId id) throws IOException;

    /**
     * @throws java.nio.file.NoSuchFileException if it is not there
     */
    Stored open(PieceId id) throws IOException;

    boolean has(PieceId id);

    /** Deletes it; nothing happens when it is already gone. */
    void delete(PieceId id) throws IOException;

    /** Shows every file written before this time, in no order. */
    void forEachOlderThan(Instant time, Consumer<PieceId> reader) throws IOException;

    /** Deletes the drafts that a crash left before this time, and gives their number. */
    int dropDraftsOlderThan(Instant time) throws IOException;

    /** The bytes that still find room. */
    long freeBytes();
}
