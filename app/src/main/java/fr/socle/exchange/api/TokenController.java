package fr.socle.exchange.api;

import fr.socle.exchange.access.Assertions;
import fr.socle.exchange.access.Consumer;
import fr.socle.exchange.access.Consumers;
import fr.socle.exchange.access.Tokens;
import fr.socle.house.Origins;
import fr.socle.ui.access.Public;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives programs that have a key their tokens of ten minutes (RFC 6749, 4.4, with the client
 * authentication of RFC 7523). Why a proof is refused is not told.
 */
@RestController
@Public
class TokenController {

    private static final String ASSERTION_TYPE =
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final Assertions assertions;
    private final Consumers consumers;
    private final Tokens tokens;
    private final Origins origins;

    TokenController(Assertions assertions, Consumers consumers, Tokens tokens, Origins origins) {
        this.assertions = assertions;
        this.consumers = consumers;
        this.tokens = tokens;
        this.origins = origins;
    }

    @PostMapping(Assertions.PATH)
    ResponseEntity<Map<String, Object>> token(HttpServletRequest request) {
        if (request.getQueryString() != null
                || request.getParameterMap().values().stream().anyMatch(it -> it.length > 1)) {
            return refused(400, "invalid_request");
        }
        if (!"client_credentials".equals(request.getParameter("grant_type"))) {
            return refused(400, "unsupported_grant_type");
        }
        var assertion = request.getParameter("client_assertion");
        if (assertion == null
                || !ASSERTION_TYPE.equals(request.getParameter("client_assertion_type"))) {
            return refused(401, "invalid_client");
        }
        return assertions
                .consumer(assertion)
                .filter(it -> isNamed(request, it))
                .filter(it -> it.mayComeFrom(origins.address(request)))
                .map(this::granted)
                .orElseGet(() -> refused(401, "invalid_client"));
    }

    private static boolean isNamed(HttpServletRequest request, Consumer consumer) {
        var named = request.getParameter("client_id");
        return named == null || named.equals(consumer.id().toString());
    }

    private ResponseEntity<Map<String, Object>> granted(Consumer consumer) {
        var scopes = consumers.scopes(consumer);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(
                        Map.of(
                                "access_token", tokens.brief(consumer, scopes),
                                "token_type", "Bearer",
                                "expires_in", Tokens.SHORT.toSeconds(),
                                "scope", String.join(" ", scopes)));
    }

    private static ResponseEntity<Map<String, Object>> refused(int status, String error) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(Map.of("error", error));
    }
}
