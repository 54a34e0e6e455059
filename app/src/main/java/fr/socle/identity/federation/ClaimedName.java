package fr.socle.identity.federation;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which service a caller says it is; nothing is proved yet. */
public final class ClaimedName {

    private static final String BASIC = "Basic ";

    private ClaimedName() {}

    /**
     * By an assertion (RFC 7523), by HTTP Basic, or in the form (RFC 6749, 2.3.1).
     *
     * @return empty when nobody is named
     */
    public static String of(@Nullable String authorization, Map<String, String> form) {
        var assertion = form.getOrDefault("client_assertion", "");
        if (!assertion.isEmpty()) {
            return ClientAssertions.subject(assertion).orElse("");
        }
        return authorization == null ? form.getOrDefault("client_id", "") : byBasic(authorization);
    }

    /** Empty when there is none. */
    public static String byBasic(@Nullable String authorization) {
        if (authorization == null
                || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return "";
        }
        try {
            var pair = Base64.getDecoder().decode(authorization.substring(BASIC.length()).strip());
            var name = new String(pair, StandardCharsets.UTF_8).replaceFirst("(?s):.*", "");
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException nonsense) {
            return "";
        }
    }
}
