package fr.socle.exchange.api;

import fr.socle.exchange.access.Consumer;
import fr.socle.exchange.access.Tokens;
import fr.socle.exchange.access.Tokens.Bearer;
import fr.socle.house.Origins;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Knows consumers by the bearer token of their {@code Authorization} (RFC 6750, 2.1). */
@Component
record Doorkeeper(Tokens tokens, Origins origins, JsonMapper json) {

    private static final String BEARER = "Bearer ";

    /** Who stands there. */
    sealed interface Who {

        record Known(Consumer consumer) implements Who {}

        record Stranger(ApiError error) implements Who {}
    }

    /** The one token of the request; empty when there is none, or more than one header. */
    Optional<String> bearer(HttpServletRequest request) {
        var headers = request.getHeaders(HttpHeaders.AUTHORIZATION);
        var header = headers.hasMoreElements() ? headers.nextElement() : "";
        return headers.hasMoreElements()
                        || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.empty()
                : Optional.of(header.substring(BEARER.length()).strip());
    }

    Who who(HttpServletRequest request) {
        var token = bearer(request);
        if (token.isEmpty()) {
            return new Who.Stranger(Fault.TOKEN.error);
        }
        return switch (tokens.of(token.get())) {
            case Bearer.Known(var consumer) ->
                    consumer.mayComeFrom(origins.address(request))
                            ? new Who.Known(consumer)
                            : new Who.Stranger(Fault.NETWORK.error);
            case Bearer.Unknown _ -> new Who.Stranger(Fault.TOKEN.error);
            case Bearer.Expired _ -> new Who.Stranger(Fault.TOKEN_EXPIRED.error);
            case Bearer.Revoked _ -> new Who.Stranger(Fault.TOKEN_REVOKED.error);
        };
    }
}
