package fr.socle.demarches.web.usager;

import fr.socle.demarches.depot.Reprises;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.house.HouseSettings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** The secret by which a browser finds again what it sent after its session had ended. */
@Component
class EndedSessions {

    private static final String COOKIE = "socle_reprise";

    private final Reprises reprises;
    private final HouseSettings house;

    EndedSessions(Reprises reprises, HouseSettings house) {
        this.reprises = reprises;
        this.house = house;
    }

    /** Keeps the form; false when it is none that we keep. */
    boolean keep(
            DossierId dossier, MultiValueMap<String, String> typed, HttpServletResponse response) {
        var secret = reprises.keep(dossier, typed);
        secret.ifPresent(it -> put(response, dossier, it, Reprises.LIFE));
        return secret.isPresent();
    }

    Optional<MultiValueMap<String, String>> kept(HttpServletRequest request, DossierId dossier) {
        return secret(request).flatMap(it -> reprises.find(it, dossier));
    }

    /** What was kept is in the dossier now. */
    void forget(HttpServletRequest request, HttpServletResponse response, DossierId dossier) {
        secret(request)
                .ifPresent(
                        it -> {
                            reprises.forget(it);
                            put(response, dossier, "", Duration.ZERO);
                        });
    }

    /**
     * One for each dossier, because another may be open in another tab; and Lax, because the way
     * back from signing in begins at another site.
     */
    private void put(HttpServletResponse response, DossierId dossier, String value, Duration life) {
        var cookie =
                ResponseCookie.from(COOKIE, value)
                        .path(Counter.path(dossier))
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(house.publicAddress().startsWith("https:"))
                        .maxAge(life)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static Optional<String> secret(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(it -> it.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
