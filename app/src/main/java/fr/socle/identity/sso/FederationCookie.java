package fr.socle.identity.sso;

import fr.socle.house.PublicAddress;
import fr.socle.identity.federation.Federation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The cookie of each federation, which holds the secret of a session there. No other path gets it,
 * no script reads it, and it ends with the browser.
 */
@Component
public class FederationCookie {

    private static final Duration UNTIL_CLOSED = Duration.ofSeconds(-1);

    private final PublicAddress address;

    FederationCookie(PublicAddress address) {
        this.address = address;
    }

    public static String name(Federation federation) {
        return "socle_session_" + federation.code();
    }

    /** Empty when there is none, and when it is none that we made. */
    static Optional<String> read(HttpServletRequest request, Federation federation) {
        return Optional.ofNullable(WebUtils.getCookie(request, name(federation)))
                .map(it -> it.getValue())
                .filter(it -> it.matches("[A-Za-z0-9_-]{43}"));
    }

    public void put(
            HttpServletRequest request,
            HttpServletResponse response,
            Federation federation,
            String secret) {
        write(request, response, federation, secret, UNTIL_CLOSED);
    }

    public void remove(
            HttpServletRequest request, HttpServletResponse response, Federation federation) {
        write(request, response, federation, "", Duration.ZERO);
    }

    private void write(
            HttpServletRequest request,
            HttpServletResponse response,
            Federation federation,
            String secret,
            Duration age) {
        var cookie =
                ResponseCookie.from(name(federation), secret)
                        .httpOnly(true)
                        .secure(address.value().startsWith("https:") || request.isSecure())
                        .sameSite("Lax")
                        .path("/" + federation.code())
                        .maxAge(age)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
