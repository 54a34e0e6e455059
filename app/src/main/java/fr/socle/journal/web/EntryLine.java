package fr.socle.journal.web;

import fr.socle.journal.Audience;
import fr.socle.journal.Kind;
import fr.socle.journal.LoggedEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An entry as one reader sees it.
 *
 * @param kind key of the act's name; null once the entry was erased
 * @param values what the reader may read, as texts
 */
public record EntryLine(
        long index,
        @Nullable String kind,
        @Nullable Instant writtenAt,
        Map<String, String> values) {

    static EntryLine of(LoggedEntry entry, Audience reader) {
        return entry.content()
                .map(
                        content ->
                                new EntryLine(
                                        entry.index(),
                                        Kind.labelOf(content.kind()),
                                        content.writtenAt(),
                                        texts(content.readBy(reader))))
                .orElseGet(() -> new EntryLine(entry.index(), null, null, Map.of()));
    }

    /** One line that says it all, for a list. */
    public String summary() {
        var parts =
                values.entrySet().stream().map(it -> it.getKey() + " : " + it.getValue()).toList();
        return String.join(" · ", parts);
    }

    private static Map<String, String> texts(Map<String, Object> values) {
        var texts = new TreeMap<String, String>();
        values.forEach((name, value) -> texts.put(name, text(value)));
        return texts;
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).collect(Collectors.joining(", "))
                : value.toString();
    }
}
