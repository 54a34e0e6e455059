package fr.socle.identity.command;

import fr.socle.house.command.UsageError;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The members of one service in the file. Each refusal names the service, the member, the rule. */
final class JsonMembers {

    private static final int LONGEST = 200;

    private final JsonNode node;
    private final String where;

    /**
     * @param index of the service, from 0
     */
    JsonMembers(JsonNode node, int index) {
        this.node = node;
        this.where = "service n° " + (index + 1) + " : ";
    }

    void onlyHas(Set<String> some, Set<String> others) {
        for (var name : node.propertyNames()) {
            if (!some.contains(name) && !others.contains(name)) {
                throw wrong(name, "n’existe pas");
            }
        }
    }

    boolean has(String name) {
        return node.has(name);
    }

    JsonNode of(String name) {
        return node.path(name);
    }

    String text(String name) {
        var value = node.path(name);
        var text = value.isString() ? value.asString().strip() : "";
        if (text.isEmpty() || text.length() > LONGEST) {
            throw wrong(name, "est un texte de 1 à " + LONGEST + " caractères");
        }
        return text;
    }

    /** One of these by its code; absent is the first. */
    <T> T choice(String name, List<T> known, Function<T, String> code) {
        if (!has(name)) {
            return known.getFirst();
        }
        var text = text(name);
        return known.stream()
                .filter(it -> code.apply(it).equals(text))
                .findFirst()
                .orElseThrow(
                        () -> wrong(name, "vaut " + quoted(known.stream().map(code).toList())));
    }

    /** Of a member that may be absent. */
    <T> @Nullable T optional(String name, List<T> known, Function<T, String> code) {
        return has(name) ? choice(name, known, code) : null;
    }

    private static String quoted(List<String> codes) {
        return "« " + String.join(" », « ", codes) + " »";
    }

    boolean flag(String name, boolean absent) {
        var value = node.path(name);
        if (value.isMissingNode()) {
            return absent;
        }
        if (!value.isBoolean()) {
            throw wrong(name, "vaut true ou false");
        }
        return value.asBoolean();
    }

    Set<String> words(String name) {
        var words = new LinkedHashSet<String>();
        if (has(name) && !node.path(name).isArray()) {
            throw wrong(name, "est un tableau de textes");
        }
        for (var it : node.path(name)) {
            if (!it.isString() || it.asString().isBlank() || it.asString().length() > LONGEST) {
                throw wrong(name, "est un tableau de textes");
            }
            words.add(it.asString());
        }
        return words;
    }

    List<String> addresses(String name, boolean required) {
        var addresses = new ArrayList<String>();
        for (var it : node.path(name)) {
            addresses.add(address(name, it.asString("")));
        }
        if (addresses.isEmpty() && (required || has(name) && !node.path(name).isArray())) {
            throw wrong(name, "est un tableau d’adresses");
        }
        return addresses;
    }

    @Nullable String optionalAddress(String name) {
        return has(name) ? address(name, text(name)) : null;
    }

    /** HTTPS, or this very machine for who develops; no fragment (RFC 6749, 3.1.2). */
    private String address(String name, String text) {
        try {
            var uri = URI.create(text);
            var host = uri.getHost();
            var safe = "https".equals(uri.getScheme());
            var here = "localhost".equals(host) || "127.0.0.1".equals(host);
            if (host != null && uri.getFragment() == null && (safe || here)) {
                return text;
            }
        } catch (IllegalArgumentException nonsense) {
            throw wrong(name, "« " + text + " » n’est pas une adresse");
        }
        throw wrong(name, "« " + text + " » doit commencer par https:// et n’avoir pas de « # »");
    }

    UsageError wrong(String member, String rule) {
        return new UsageError(where + "« " + member + " » " + rule);
    }
}
