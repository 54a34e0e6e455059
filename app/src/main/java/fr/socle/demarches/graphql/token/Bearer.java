package fr.socle.demarches.graphql.token;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** The token of a request: {@code Authorization: Bearer <t>}, or {@code Bearer token=<t>}. */
final class Bearer {

    private static final String SCHEME = "Bearer ";
    private static final String NAMED = "token=";
    private static final int LONGEST = 500;

    private Bearer() {}

    /** Empty when there is none, or more than one header. */
    static Optional<String> of(HttpServletRequest request) {
        var headers = request.getHeaders(HttpHeaders.AUTHORIZATION);
        var header = headers.hasMoreElements() ? headers.nextElement() : "";
        if (headers.hasMoreElements()
                || header.length() > LONGEST
                || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        var rest = header.substring(SCHEME.length()).strip();
        var token = rest.startsWith(NAMED) ? rest.substring(NAMED.length()) : rest;
        return Optional.of(token.replace("\"", "")).filter(it -> !it.isEmpty());
    }
}
