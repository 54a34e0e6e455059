package fr.socle.journal;

import fr.socle.kernel.PersonRef;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the log has it.
 *
 * @param log which log: a new one, whose indexes begin again at 0, follows a lost one
 * @param index its place in that log
 * @param purge the month in which its parts go
 * @param content what was not erased; empty once it was
 */
public record LoggedEntry(int log, long index, YearMonth purge, Optional<Content> content) {

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

        /** What this person may read of themself, their parts together; empty when nothing is. */
        public Map<String, Object> readBy(PersonRef person) {
            var own = new java.util.TreeMap<String, Object>();
            parts.stream()
                    .filter(part -> part.audiences().contains(Audience.PERSONNE))
                    .filter(part -> person.equals(part.person()))
                    .forEach(part -> own.putAll(part.values()));
            return own;
        }
    }

    /**
     * A part that could be opened; a part whose person's key was erased, or whose day to open has
     * not come, has no values.
     *
     * @param person whom it is about; null when it is about nobody, or their key was erased
     * @param seal the number of the key that seals it, by which an {@code Effacement} names it
     *     ({@code cle}); 0 when none does
     */
    public record OpenPart(
            Set<Audience> audiences,
            @Nullable PersonRef person,
            long seal,
            Map<String, Object> values) {}
}
