package fr.socle.journal.web;

import fr.socle.journal.Audience;
import fr.socle.journal.Kind;
import fr.socle.journal.LoggedEntry;
import fr.socle.journal.LoggedEntry.Content;
import fr.socle.ui.Words;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An entry as one reader sees it.
 *
 * @param kind key of the act's name; null once the entry was erased
 * @param facts what the reader may read
 */
public record EntryLine(
        long index, @Nullable String kind, @Nullable Instant writtenAt, List<Fact> facts) {

    static EntryLine of(LoggedEntry entry, Audience reader) {
        return entry.content()
                .map(it -> of(entry.index(), it, reader))
                .orElseGet(() -> new EntryLine(entry.index(), null, null, List.of()));
    }

    private static EntryLine of(long index, Content content, Audience reader) {
        var facts =
                content.readBy(reader).entrySet().stream()
                        .map(it -> Fact.of(content.kind(), it))
                        .toList();
        return new EntryLine(index, Kind.labelOf(content.kind()), content.writtenAt(), facts);
    }

    /** One line that says it all, for a list. */
    public String summary(Words words) {
        return facts.stream()
                .map(it -> it.label(words) + " : " + it.brief())
                .collect(Collectors.joining(" · "));
    }

    /** Each fact in full under its label. */
    public Map<String, String> pairs(Words words) {
        var pairs = new LinkedHashMap<String, String>();
        facts.forEach(it -> pairs.put(it.label(words), it.value()));
        return pairs;
    }
}
