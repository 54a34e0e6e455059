package fr.socle.journal.format;

import fr.socle.journal.Audience;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What every part says of its entry, so that a receipt proves the act and its time and nobody can
 * change them, nor the readers, without it being seen. Its members begin with {@code @}; no block's
 * own may.
 *
 * @param kind the code of the kind of entry
 * @param writtenAt when it was written, to the microsecond
 * @param readers who may open the part, in the order of {@link Audience}
 */
public record Heading(String kind, Instant writtenAt, List<String> readers) {

    private static final String KIND = "@acte";
    private static final String TIME = "@date";
    private static final String READERS = "@lecteurs";

    public static Heading of(String kind, Instant writtenAt, Collection<Audience> audiences) {
        return new Heading(
                kind,
                writtenAt,
                audiences.stream().sorted().map(it -> it.name().toLowerCase(Locale.ROOT)).toList());
    }

    /** The content with this heading, ready to be written. */
    public Map<String, Object> over(Map<String, Object> content) {
        var whole = new TreeMap<>(content);
        whole.put(KIND, kind);
        whole.put(TIME, writtenAt.toString());
        whole.put(READERS, readers);
        if (whole.size() != content.size() + 3) {
            throw new IllegalArgumentException("a part's own members do not begin with @");
        }
        return whole;
    }

    /** Whether the part that was read bears this heading. */
    public boolean heads(Map<String, Object> whole) {
        return kind.equals(whole.get(KIND))
                && writtenAt.toString().equals(whole.get(TIME))
                && readers.equals(whole.get(READERS));
    }

    /** The content without any heading. */
    public static Map<String, Object> without(Map<String, Object> whole) {
        var content = new TreeMap<>(whole);
        content.keySet().removeIf(name -> name.startsWith("@"));
        return content;
    }
}
