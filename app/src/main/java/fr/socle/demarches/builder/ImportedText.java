package fr.socle.demarches.builder;

import fr.socle.kernel.Texts;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Texts of files made elsewhere: what is missing is empty, what is too long is cut. */
final class ImportedText {

    private ImportedText() {}

    /** The same tree, whose texts hold no character that deceives. */
    static JsonNode cleaned(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                object.properties().forEach(it -> it.setValue(cleaned(it.getValue())));
                yield object;
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, cleaned(array.get(i)));
                }
                yield array;
            }
            case StringNode text -> StringNode.valueOf(clean(text.stringValue()));
            default -> node;
        };
    }

    /** Several lines. */
    static String text(JsonNode node, String name, int max) {
        var member = node.path(name);
        return member.isString() ? Texts.cut(member.stringValue(), max) : "";
    }

    static String line(JsonNode node, String name, int max) {
        var line = text(node, name, Integer.MAX_VALUE).replaceAll("\\s+", " ").strip();
        return Texts.cut(line, max);
    }

    static List<String> lines(JsonNode node, String name) {
        var lines = new ArrayList<String>();
        node.path(name)
                .forEach(
                        it -> {
                            if (it.isString()) {
                                lines.add(it.stringValue().replaceAll("\\s+", " ").strip());
                            }
                        });
        return lines;
    }

    private static String clean(String text) {
        var kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .codePoints()
                .filter(c -> c != '\r' && !Texts.deceives(c))
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }
}
