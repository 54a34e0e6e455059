package fr.socle.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a service posts. A parameter comes once and in the body (RFC 6749, 2.3.1 and 3.2); empty is
 * absent.
 *
 * @param members the first value of each
 * @param wrong why it cannot be read, in English
 */
record OAuthForm(Map<String, String> members, Optional<String> wrong) {

    private static final int LONGEST = 8_000;

    static OAuthForm of(HttpServletRequest request) {
        var sent = request.getParameterMap();
        var members =
                sent.entrySet().stream()
                        .filter(it -> !it.getValue()[0].isEmpty())
                        .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue()[0]));
        return new OAuthForm(members, wrong(request, sent));
    }

    private static Optional<String> wrong(HttpServletRequest request, Map<String, String[]> sent) {
        if (request.getQueryString() != null) {
            // because addresses stand in logs, and secrets must not
            return Optional.of("parameters belong in the body");
        }
        return sent.entrySet().stream()
                .filter(it -> it.getValue().length > 1 || it.getValue()[0].length() > LONGEST)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .map(it -> it + " is given twice or too long");
    }

    String one(String name) {
        return members.getOrDefault(name, "");
    }

    /** The first of these that must be there and is not (RFC 6749, 5.2). */
    Optional<String> missing(String... names) {
        return Arrays.stream(names).filter(it -> one(it).isEmpty()).findFirst();
    }

    /** Whether these are all, whatever they say. */
    boolean onlyHas(Set<String> names) {
        return names.containsAll(members.keySet());
    }
}
