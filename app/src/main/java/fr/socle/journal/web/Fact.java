package fr.socle.journal.web;

import fr.socle.ui.Words;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One member of a part, as people read it.
 *
 * @param block the block that wrote it, whose word for it comes first
 * @param value in full
 */
public record Fact(String block, String name, String value) {

    private static final Pattern ID =
            Pattern.compile("([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    static Fact of(String kind, Map.Entry<String, Object> member) {
        var block = kind.substring(0, Math.max(0, kind.indexOf('.')));
        return new Fact(block, member.getKey(), text(member.getValue()));
    }

    /** The block's word for it, else the journal's, else its bare name. */
    String label(Words words) {
        var own = block + ".journal.champ." + name;
        var common = "journal.champ." + name;
        return words.has(own) ? words.of(own) : words.has(common) ? words.of(common) : name;
    }

    /** With only the first digits of ids: a line's own page has them whole. */
    String brief() {
        return ID.matcher(value).replaceAll("$1…");
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).collect(Collectors.joining(", "))
                : value.toString();
    }
}
