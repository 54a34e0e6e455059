package fr.socle.exchange.api;

import fr.socle.exchange.access.Consumer;
import fr.socle.exchange.access.Tokens;
import fr.socle.exchange.access.Tokens.Bearer;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Knows consumers by the bearer token of their {@code Authorization} (RFC 6750, 2.1). */
@Component
record Doorkeeper(Tokens tokens, JsonMapper json) {

    private static final String BEARER = "Bearer ";

    /** Who stands there. */
    sealed interface Who {

        record Known(Consumer consumer) implements Who {}

        record Stranger(ApiError error) implements Who {}
    }

    Who who(HttpServletRequest request) {
        var headers = request.getHeaders(HttpHeaders.AUTHORIZATION);
        var header = headers.hasMoreElements() ? headers.nextElement() : "";
        if (headers.hasMoreElements()
                || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return new Who.Stranger(Fault.TOKEN.error);
        }
        return switch (tokens.of(header.substring(BEARER.length()).strip())) {
            case Bearer.Known(var consumer) -> new Who.Known(consumer);
            case Bearer.Unknown _ -> new Who.Stranger(Fault.TOKEN.error);
            case Bearer.Expired _ -> new Who.Stranger(Fault.TOKEN_EXPIRED.error);
            case Bearer.Revoked _ -> new Who.Stranger(Fault.TOKEN_REVOKED.error);
        };
    }
}
