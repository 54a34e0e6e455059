package fr.socle.identity.partner.meter;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The name that a service gives by HTTP Basic (RFC 6749, 2.3.1), proved or not. */
final class BasicName {

    private static final String BASIC = "Basic ";

    private BasicName() {}

    /** Empty when there is none. */
    static String of(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BASIC)) {
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
