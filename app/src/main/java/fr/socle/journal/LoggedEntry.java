package fr.socle.journal;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An entry as the log has it.
 *
 * @param index its place in the log
 * @param purge the month in which its parts go
 * @param content what was not erased; empty once it was
 */
public record LoggedEntry(long index, YearMonth purge, Optional<Content> content) {

    /**
     * What can be erased.
     *
     * @param kind the code of the {@link Kind}
     */
    public record Content(UUID id, String kind, Instant writtenAt, List<OpenPart> parts) {

        public Content {
            parts = List.copyOf(parts);
        }

        /** What this audience may read, all parts together. */
        public Map<String, Object> readBy(Audience audience) {
            var all = new java.util.TreeMap<String, Object>();
            parts.stream()
                    .filter(part -> part.audiences().contains(audience))
                    .forEach(part -> all.putAll(part.values()));
            return all;
        }
    }

    /** A part that could be opened; a part whose person's key was erased has no values. */
    public record OpenPart(Set<Audience> audiences, Map<String, Object> values) {}
}
