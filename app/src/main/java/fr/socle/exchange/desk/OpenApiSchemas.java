package fr.socle.exchange.desk;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The schemas of an OpenAPI document, whatever YAML made of them. */
final class OpenApiSchemas {

    /** A schema may refer to itself. */
    static final int DEEPEST = 20;

    /** Ten schemas that each refer ten times to the next are ten thousand million members. */
    private static final int MOST_LOOKS = 200_000;

    private final Map<String, Object> root;
    private int looks;

    OpenApiSchemas(Map<String, Object> root) {
        this.root = root;
    }

    static Map<String, Object> properties(Map<String, Object> schema) {
        return map(schema.get("properties"));
    }

    /** With what it refers to in the document, and the members of all that it is made of. */
    Map<String, Object> resolved(@Nullable Object schema) {
        return resolved(schema, 0);
    }

    private Map<String, Object> resolved(@Nullable Object schema, int depth) {
        var it = map(schema);
        if (depth > DEEPEST || looks++ > MOST_LOOKS) {
            return Map.of();
        }
        if (it.get("$ref") instanceof String reference && reference.startsWith("#/")) {
            return resolved(at(reference), depth + 1);
        }
        if (!(it.get("allOf") instanceof List<?> parts)) {
            return it;
        }
        var whole = new HashMap<>(it);
        var members = new LinkedHashMap<>(properties(it));
        for (var part : parts) {
            var resolved = resolved(part, depth + 1);
            resolved.forEach(whole::putIfAbsent);
            members.putAll(properties(resolved));
        }
        whole.put("properties", members);
        return whole;
    }

    private @Nullable Object at(String reference) {
        Object at = root;
        for (var name : reference.substring(2).split("/", -1)) {
            at = map(at).get(name.replace("~1", "/").replace("~0", "~"));
            if (at == null) {
                return null;
            }
        }
        return at;
    }

    @SuppressWarnings("unchecked") // because only texts are ever looked up in it
    static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
