package fr.socle.identity.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers as OAuth writes them (RFC 6749, 5.1 and 5.2; RFC 6750, 3). Nobody may keep one. */
final class OAuthAnswers {

    static final String LATER = "temporarily_unavailable";

    private static final String BEARER = "Bearer ";

    private OAuthAnswers() {}

    static ResponseEntity<Map<String, Object>> fresh(Map<String, Object> members) {
        return json(200).body(members);
    }

    static ResponseEntity<Map<String, Object>> refused(int status, String error, String why) {
        return refused(status, Map.of("error", error, "error_description", why));
    }

    /**
     * @param more where it is explained
     */
    static ResponseEntity<Map<String, Object>> refused(
            int status, String error, String why, String more) {
        return refused(status, Map.of("error", error, "error_description", why, "error_uri", more));
    }

    private static ResponseEntity<Map<String, Object>> refused(
            int status, Map<String, Object> members) {
        var answer = json(status);
        if (status == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"token\"");
        }
        return answer.body(members);
    }

    /** OAuth knows no such refusal: its word for « later » and the status of RFC 6585 (4). */
    static ResponseEntity<Map<String, Object>> tooMany(long seconds, String more) {
        return json(429)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .body(
                        Map.of(
                                "error",
                                LATER,
                                "error_description",
                                "too many failed attempts: try again in " + seconds + " seconds",
                                "error_uri",
                                more));
    }

    static ResponseEntity<Map<String, Object>> badToken(String more) {
        return json(401)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
                .body(Map.of("error", "invalid_token", "error_uri", more));
    }

    /** Nothing was brought: no error is named (RFC 6750, 3.1). */
    static ResponseEntity<Map<String, Object>> noToken() {
        return json(401)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .body(Map.of("error", "invalid_token"));
    }

    /** Signed, perhaps encrypted. */
    static ResponseEntity<byte[]> jwt(String type, String jwt) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_TYPE, type)
                .body(jwt.getBytes(StandardCharsets.US_ASCII));
    }

    /** JSON whatever the caller accepts: a code was used by then. */
    private static ResponseEntity.BodyBuilder json(int status) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_JSON);
    }

    static Optional<String> bearer(@Nullable String authorization) {
        return authorization != null
                        && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }
}
