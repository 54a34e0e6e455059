package fr.socle.identity.federation;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was sent to the address {@code authorize}. Empty is absent (RFC 6749, 3.1). */
record Parameters(Map<String, String[]> sent) {

    private static final int LONG = 4000;
    private static final int SHORT = 512;
    private static final int STATE = 1024;

    /** Of those given twice the first. */
    String one(String name) {
        var values = sent.get(name);
        return values == null || values.length == 0 ? "" : values[0];
    }

    boolean has(String name) {
        return !one(name).isEmpty();
    }

    Set<String> names() {
        return sent.keySet();
    }

    Set<String> words(String name) {
        var words = new LinkedHashSet<String>();
        for (var word : one(name).split(" ", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    Optional<String> doubled() {
        return sent.entrySet().stream()
                .filter(it -> it.getValue().length > 1)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    /** A parameter that is too long: the cookie that carries it all must stay small. */
    Optional<String> tooLong() {
        return sent.keySet().stream()
                .filter(it -> one(it).length() > longest(it))
                .sorted()
                .findFirst();
    }

    private static int longest(String name) {
        return switch (name) {
            case "id_token_hint", "claims", "scope", "request", "request_uri" -> LONG;
            case "state" -> STATE;
            default -> SHORT;
        };
    }

    /**
     * A query is what most flows answer by; what asks for tokens is answered behind the address.
     */
    Reply reply() {
        return new Reply(one("redirect_uri"), mode(), one("state"));
    }

    private ResponseMode mode() {
        if (one("response_mode").equals(ResponseMode.FORM_POST.code())) {
            return ResponseMode.FORM_POST;
        }
        var types = words("response_type");
        return types.contains("token") || types.contains("id_token")
                ? ResponseMode.FRAGMENT
                : ResponseMode.QUERY;
    }
}
