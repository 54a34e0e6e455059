package fr.socle.directory;

import java.util.List;

/**
 * A page of a list.
 *
 * @param total lines of the whole list
 */
public record Listing<T>(List<T> lines, long total) {

    public Listing {
        lines = List.copyOf(lines);
    }
}
