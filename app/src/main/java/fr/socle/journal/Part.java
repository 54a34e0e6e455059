package fr.socle.journal;

import fr.socle.kernel.PersonRef;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one audience may read of an entry. In the log it is only a commitment; its bytes are
 * canonical JSON (RFC 8785) and can be erased.
 *
 * @param audiences who may open it
 * @param person whose key seals it; null when it tells nothing about a person
 * @param opensOn the first day of Paris on which the person may open it; null for at once
 * @param content texts, whole numbers up to 2^53, booleans, and lists and maps of these
 */
public record Part(
        Set<Audience> audiences,
        @Nullable PersonRef person,
        @Nullable LocalDate opensOn,
        Map<String, Object> content) {

    public Part {
        audiences = Collections.unmodifiableSet(EnumSet.copyOf(audiences));
        content = Map.copyOf(content);
        if (opensOn != null && (person == null || !audiences.equals(Set.of(Audience.PERSONNE)))) {
            throw new IllegalArgumentException("only what one person alone reads is deferred");
        }
    }

    /** An empty part for these readers. */
    public static Part readBy(Audience first, Audience... others) {
        return new Part(EnumSet.of(first, others), null, null, Map.of());
    }

    /** The same part, sealed with this person's key: erasing the key erases it everywhere. */
    public Part about(PersonRef someone) {
        return new Part(audiences, someone, opensOn, content);
    }

    /**
     * The same part, committed to and sealed from now on like any other, which its person cannot
     * open before this day of Paris. From then on it opens by itself.
     */
    public Part openingOn(LocalDate day) {
        return new Part(audiences, person, day, content);
    }

    public Part with(String name, String text) {
        return add(name, text);
    }

    public Part with(String name, long number) {
        return add(name, number);
    }

    public Part with(String name, boolean fact) {
        return add(name, fact);
    }

    public Part with(String name, List<String> texts) {
        return add(name, List.copyOf(texts));
    }

    /** Several at once, of the kinds above: a part of many members is made in one go. */
    public Part with(Map<String, ?> several) {
        var more = new HashMap<String, Object>(content);
        several.forEach(
                (name, value) -> {
                    if (more.put(name, value) != null) {
                        throw new IllegalArgumentException("a part says " + name + " once");
                    }
                });
        return new Part(audiences, person, opensOn, more);
    }

    private Part add(String name, Object value) {
        var more = new HashMap<>(content);
        if (more.put(name, value) != null) {
            throw new IllegalArgumentException("a part says " + name + " once");
        }
        return new Part(audiences, person, opensOn, more);
    }
}
