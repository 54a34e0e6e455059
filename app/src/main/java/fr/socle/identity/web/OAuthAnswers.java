package fr.socle.identity.web;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Answers as OAuth writes them (RFC 6749, 5.1 and 5.2; RFC 6750, 3). Nobody may keep one. */
final class OAuthAnswers {

    private static final String BEARER = "Bearer ";

    private OAuthAnswers() {}

    static ResponseEntity<Map<String, Object>> fresh(Map<String, Object> members) {
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(members);
    }

    static ResponseEntity<Map<String, Object>> refused(int status, String error, String why) {
        var answer = ResponseEntity.status(status).header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (status == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"token\"");
        }
        return answer.body(Map.of("error", error, "error_description", why));
    }

    static ResponseEntity<Map<String, Object>> badToken() {
        return ResponseEntity.status(401)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
                .body(Map.of("error", "invalid_token"));
    }

    static Optional<String> bearer(@Nullable String authorization) {
        return authorization != null && authorization.startsWith(BEARER)
                ? Optional.of(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }
}
