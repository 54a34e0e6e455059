package fr.socle.identity.web;

import fr.socle.house.PublicAddress;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.keys.Secrets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The account that was chosen last in this browser, so that it comes first next time. The cookie
 * names a provider and nobody, and is signed: what others write there moves nothing.
 */
@Component
class RememberedChoice {

    private static final Duration LIFE = Duration.ofDays(180);
    private static final String SECRET = "remembered-choice";

    private final Secrets secrets;
    private final PublicAddress address;

    RememberedChoice(Secrets secrets, PublicAddress address) {
        this.secrets = secrets;
        this.address = address;
    }

    /** The uid of the provider. */
    Optional<String> of(HttpServletRequest request, Federation federation) {
        var cookie = WebUtils.getCookie(request, name(federation));
        if (cookie == null) {
            return Optional.empty();
        }
        int end = cookie.getValue().indexOf('.');
        return end > 0 && cookie.getValue().equals(signed(federation, cookie.getValue(), end))
                ? Optional.of(cookie.getValue().substring(0, end))
                : Optional.empty();
    }

    private String signed(Federation federation, String value, int end) {
        return signed(federation, value.substring(0, end));
    }

    private String signed(Federation federation, String uid) {
        var content = (federation.code() + "/" + uid).getBytes(StandardCharsets.UTF_8);
        return uid + "." + HexFormat.of().formatHex(secrets.hmac(SECRET, content), 0, 16);
    }

    void keep(
            HttpServletRequest request,
            HttpServletResponse response,
            Federation federation,
            String uid) {
        var cookie =
                ResponseCookie.from(name(federation), signed(federation, uid))
                        .httpOnly(true)
                        .secure(address.value().startsWith("https:") || request.isSecure())
                        .sameSite("Lax")
                        .path("/" + federation.code())
                        .maxAge(LIFE)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Not of the kind of those in flight, which are counted by their names. */
    private static String name(Federation federation) {
        return "socle-choix-" + federation.code();
    }
}
