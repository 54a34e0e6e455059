package fr.socle.journal;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;

/**
 * What an entry says to the one person who reads it.
 *
 * @param purge the first month in which it is no longer there
 * @param values their own parts together
 */
public record OwnEntry(
        int log,
        long index,
        String kind,
        Instant writtenAt,
        YearMonth purge,
        Map<String, Object> values) {

    public OwnEntry {
        values = Map.copyOf(values);
    }
}
