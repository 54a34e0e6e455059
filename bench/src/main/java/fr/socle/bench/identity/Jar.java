package fr.socle.bench.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The cookies of one browser at one server. Each goes with every request there. */
final class Jar {

    private final Map<String, String> cookies = new LinkedHashMap<>();

    /**
     * @param set each {@code Set-Cookie} of an answer
     */
    void keep(List<String> set) {
        for (var cookie : set) {
            var parts = cookie.split(";");
            int equals = parts[0].indexOf('=');
            var name = parts[0].substring(0, equals);
            if (cookie.contains("Max-Age=0") || equals == parts[0].length() - 1) {
                cookies.remove(name);
            } else {
                cookies.put(name, parts[0].substring(equals + 1));
            }
        }
    }

    Map<String, String> header() {
        return cookies.isEmpty()
                ? Map.of()
                : Map.of(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(it -> it.getKey() + "=" + it.getValue())
                                .collect(Collectors.joining("; ")));
    }
}
