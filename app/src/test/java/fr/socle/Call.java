package fr.socle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** One way to ask a handler, with made-up values and a body of a kind that it takes. */
record Call(HttpMethod method, String path, MediaType body) {

    boolean changes() {
        return method != HttpMethod.GET && method != HttpMethod.HEAD;
    }

    static List<Call> of(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        var body =
                info.getConsumesCondition().getConsumableMediaTypes().stream()
                        .findFirst()
                        .orElse(MediaType.APPLICATION_FORM_URLENCODED);
        var calls = new ArrayList<Call>();
        for (var pattern : info.getPatternValues()) {
            var path = filled(pattern);
            for (var method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                calls.add(new Call(HttpMethod.valueOf(method.name()), path, body));
            }
        }
        return calls;
    }

    /** Made-up values in the place of the variables, each as its rule wants it. */
    private static String filled(String pattern) {
        var path = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            if (pattern.charAt(at) == '{') {
                int end = closing(pattern, at);
                path.append(value(pattern.substring(at + 1, end)));
                at = end + 1;
            } else {
                path.append(pattern.charAt(at++));
            }
        }
        return path.toString().replace("**", "x");
    }

    /** A rule may hold braces of its own: {@code {index:[0-9]{1,18}}}. */
    private static int closing(String pattern, int open) {
        int depth = 0;
        for (int i = open; i < pattern.length(); i++) {
            depth += pattern.charAt(i) == '{' ? 1 : pattern.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException(pattern);
    }

    private static String value(String variable) {
        int rule = variable.indexOf(':');
        return Stream.of(UUID.randomUUID().toString(), "7", "x")
                .filter(it -> rule < 0 || it.matches(variable.substring(rule + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no made-up value for " + variable));
    }
}
