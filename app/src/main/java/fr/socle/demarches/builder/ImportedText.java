package fr.socle.demarches.builder;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Texts of files made elsewhere: what is missing is empty, what is too long is cut. */
final class ImportedText {

    private ImportedText() {}

    /** Several lines, without characters that no text should hold. */
    static String text(JsonNode node, String name, int max) {
        var member = node.path(name);
        return member.isString() ? cut(clean(member.stringValue()), max) : "";
    }

    static String line(JsonNode node, String name, int max) {
        return cut(text(node, name, Integer.MAX_VALUE).replaceAll("\\s+", " ").strip(), max);
    }

    static List<String> lines(JsonNode node, String name) {
        var lines = new ArrayList<String>();
        node.path(name)
                .forEach(
                        it -> {
                            if (it.isString()) {
                                lines.add(clean(it.stringValue()).replaceAll("\\s+", " ").strip());
                            }
                        });
        return lines;
    }

    private static String clean(String text) {
        var kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .codePoints()
                .filter(c -> c == '\n' || c == '\t' || !isForbidden(c))
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    private static boolean isForbidden(int c) {
        return Character.isISOControl(c)
                || (c >= 0xD800 && c <= 0xDFFF)
                || (c & 0xFFFE) == 0xFFFE
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    private static String cut(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max - 1) + "…";
    }
}
