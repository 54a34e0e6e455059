package fr.socle.identity.session;

import fr.socle.house.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The cookie that holds the secret of a usager's session. No script reads it. */
@Component
public class UsagerCookie {

    public static final String NAME = "socle_usager";

    private final PublicAddress address;

    UsagerCookie(PublicAddress address) {
        this.address = address;
    }

    static Optional<String> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME))
                .map(it -> it.getValue())
                .filter(it -> !it.isEmpty());
    }

    public void put(HttpServletRequest request, HttpServletResponse response, String secret) {
        write(request, response, secret, -1);
    }

    public void remove(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "", 0);
    }

    private void write(
            HttpServletRequest request, HttpServletResponse response, String secret, long age) {
        var cookie =
                ResponseCookie.from(NAME, secret)
                        .httpOnly(true)
                        .secure(address.value().startsWith("https:") || request.isSecure())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(age)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
