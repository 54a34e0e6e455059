package fr.socle.identity.partner.check;

import fr.socle.identity.partner.check.Pasted.Authorize;
import fr.socle.identity.partner.check.Pasted.Logout;
import fr.socle.identity.partner.check.Pasted.Token;
import fr.socle.identity.partner.check.Pasted.Unreadable;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads an address of {@code authorize} or {@code session/end}, a request to {@code token} as HTTP
 * writes it or as a {@code curl} command, or their parameters alone.
 */
final class PastedReader {

    private String address = "";
    private String authorization = "";
    private final List<String> bodies = new ArrayList<>();

    private PastedReader() {}

    static Pasted read(String text) {
        var reader = new PastedReader();
        var clean = text.strip();
        if (clean.startsWith("curl ")) {
            reader.curl(words(clean.replaceAll("\\\\\\r?\\n", " ")));
        } else if (clean.matches("(?s)(GET|POST) .*")) {
            reader.http(clean);
        } else if (clean.matches("(?s)(https?://|/).*")) {
            reader.address = clean.replaceAll("\\s", "");
        } else {
            reader.bodies.add(clean);
        }
        return reader.pasted();
    }

    private void http(String text) {
        var halves = text.split("\\r?\\n\\r?\\n", 2);
        var head = halves[0].lines().toList();
        address = head.getFirst().replaceFirst("^[A-Z]+\\s*", "").replaceFirst("\\s.*", "");
        head.stream().skip(1).forEach(this::header);
        if (halves.length > 1) {
            bodies.add(halves[1].strip());
        }
    }

    private void header(String line) {
        int colon = line.indexOf(':');
        if (colon > 0 && line.substring(0, colon).equalsIgnoreCase("Authorization")) {
            authorization = line.substring(colon + 1).strip();
        }
    }

    private void curl(List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            var next = i + 1 < words.size() ? words.get(i + 1) : "";
            switch (words.get(i)) {
                case "-H", "--header" -> header(next);
                case "-u", "--user" -> authorization = "Basic " + base64(next);
                case "-d", "--data", "--data-raw", "--data-binary", "--data-ascii" ->
                        bodies.add(next);
                case "--data-urlencode" -> bodies.add(encoded(next));
                case "-X", "--request", "-o", "--output" -> {}
                default -> {
                    if (words.get(i).matches("https?://.*")) {
                        address = words.get(i);
                    }
                    continue;
                }
            }
            i++;
        }
    }

    private Pasted pasted() {
        int mark = address.indexOf('?');
        var place = mark < 0 ? address : address.substring(0, mark);
        var query = mark < 0 ? "" : address.substring(mark + 1);
        var parameters = parameters(query, String.join("&", bodies));
        if (place.endsWith("/token") || place.isEmpty() && parameters.containsKey("grant_type")) {
            return new Token(place, parameters, authorization, !query.isEmpty());
        }
        if (place.endsWith("/session/end")
                || place.isEmpty() && parameters.containsKey("post_logout_redirect_uri")) {
            return new Logout(place, parameters);
        }
        return place.endsWith("/authorize") || parameters.containsKey("response_type")
                ? new Authorize(place, parameters)
                : new Unreadable(parameters);
    }

    private static Map<String, String[]> parameters(String... texts) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var text : texts) {
            var ofQuery = text.startsWith("?") ? text.substring(1) : text;
            Arrays.stream(ofQuery.split("&|\\r?\\n"))
                    .map(String::strip)
                    .filter(it -> !it.isEmpty() && !it.startsWith("#"))
                    .forEach(it -> put(values, it));
        }
        var parameters = new LinkedHashMap<String, String[]>();
        values.forEach((name, all) -> parameters.put(name, all.toArray(String[]::new)));
        return parameters;
    }

    private static void put(Map<String, List<String>> values, String pair) {
        int equals = pair.indexOf('=');
        var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        var value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
        values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    private static String encoded(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0
                ? pair
                : pair.substring(0, equals + 1)
                        + java.net.URLEncoder.encode(
                                pair.substring(equals + 1), StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As a shell splits them: blanks separate, quotes hold together. */
    private static List<String> words(String command) {
        var words = new ArrayList<String>();
        var matcher =
                java.util.regex.Pattern.compile("'([^']*)'|\"((?:[^\"\\\\]++|\\\\.)*+)\"|(\\S+)")
                        .matcher(command);
        while (matcher.find()) {
            words.add(
                    matcher.group(1) != null
                            ? matcher.group(1)
                            : matcher.group(2) != null
                                    ? matcher.group(2).replaceAll("\\\\(.)", "$1")
                                    : matcher.group(3));
        }
        return words;
    }
}
