package fr.socle.directory;

import fr.socle.house.HouseSettings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookie that holds a session's secret: no script reads it, and another site's POST does not
 * carry it.
 */
@Component
public class SessionCookie {

    public static final String NAME = "socle_agent";

    private final boolean https;

    SessionCookie(HouseSettings house) {
        https = house.publicAddress().startsWith("https:");
    }

    public void put(HttpServletRequest request, HttpServletResponse response, String secret) {
        write(request, response, secret, -1);
    }

    public void remove(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "", 0);
    }

    /** The secret that the browser sent. */
    public static Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (var cookie : cookies) {
            if (cookie.getName().equals(NAME) && !cookie.getValue().isEmpty()) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    private void write(
            HttpServletRequest request, HttpServletResponse response, String secret, long age) {
        var cookie =
                ResponseCookie.from(NAME, secret)
                        .httpOnly(true)
                        .secure(https || request.isSecure())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(age)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
