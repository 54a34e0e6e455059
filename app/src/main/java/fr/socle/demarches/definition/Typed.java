package fr.socle.demarches.definition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody typed into one field, as a form sends it.
 *
 * @param parts by the part's name: empty for the field itself, {@code jour}, {@code voie}… for what
 *     a form sends as {@code field.jour}
 */
public record Typed(Map<String, List<String>> parts) {

    public Typed {
        parts = Map.copyOf(parts);
    }

    /** A field with one part, and one or several values. */
    public static Typed of(String... values) {
        return new Typed(Map.of("", List.of(values)));
    }

    /** What the parameters of a request hold of this field. */
    public static Typed from(Map<String, List<String>> parameters, String field) {
        var parts = new HashMap<String, List<String>>();
        parameters.forEach(
                (name, values) -> {
                    if (name.equals(field)) {
                        parts.put("", values);
                    } else if (name.startsWith(field + ".")) {
                        parts.put(name.substring(field.length() + 1), values);
                    }
                });
        return new Typed(parts);
    }

    /** The same values under the names of a form. */
    public Map<String, List<String>> under(String field) {
        var named = new HashMap<String, List<String>>();
        parts.forEach(
                (part, values) -> named.put(part.isEmpty() ? field : field + "." + part, values));
        return named;
    }

    /** The values of the field itself, without the blank ones. */
    List<String> all() {
        return parts.getOrDefault("", List.of()).stream().filter(it -> !it.isBlank()).toList();
    }

    /** The first value of a part without outer blanks; empty when there is none. */
    String part(String name) {
        var values = parts.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    boolean isBlank() {
        return parts.values().stream().flatMap(List::stream).allMatch(String::isBlank);
    }
}
