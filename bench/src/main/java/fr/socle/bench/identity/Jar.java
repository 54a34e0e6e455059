package fr.socle.bench.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The cookies of one browser at one server. Each goes with every request there. */
final class Jar {

    private static final Pattern AGE = Pattern.compile("(?i);\\s*max-age=([0-9]+)");
    private static final long A_WEEK = 7 * 86_400;

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> lasting = new LinkedHashMap<>();

    Jar() {}

    /**
     * The cookies of a browser that comes back a week later.
     *
     * @param lasting what {@link #lasting} gave then
     */
    Jar(Map<String, String> lasting) {
        cookies.putAll(lasting);
        this.lasting.putAll(lasting);
    }

    /** What the browser still has a week later: which device it is, and no session. */
    Map<String, String> lasting() {
        return Map.copyOf(lasting);
    }

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
                put(name, parts[0].substring(equals + 1), cookie);
            }
        }
    }

    private void put(String name, String value, String cookie) {
        cookies.put(name, value);
        var age = AGE.matcher(cookie);
        if (age.find() && Long.parseLong(age.group(1)) > A_WEEK) {
            lasting.put(name, value);
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
