package fr.socle.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;

/**
 * Everything that the open log holds about one person, with the proof that nothing is missing in
 * between, as {@code ./socle verify --dossier} reads it.
 *
 * @param first the first of their lines that is still kept; one more than {@code last} when none is
 * @param last their last number at the time of the map
 * @param at when the map was made: later lines are in the next statement
 * @param witnesses how many witnesses cosigned the signed state
 */
public record Statement(long first, long last, Instant at, int witnesses, Body body) {

    /** What is written line by line: it may be long. */
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }
}
