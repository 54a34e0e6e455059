package fr.socle.directory;

import fr.socle.directory.store.EntrepriseStore;
import fr.socle.house.HouseSettings;
import fr.socle.kernel.PersonRef;
import fr.socle.kernel.Siret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Who signed in by the agents' federation for the pages of companies: it says for which
 * establishment, and no more. Whether they represent the company is not known here.
 */
@Component
public class ComptesProfessionnels {

    /** Under which the pages of companies lie; the browser sends the account there only. */
    public static final String PAGES = "/mon-entreprise";

    public static final Duration LIFE = Duration.ofHours(1);

    private static final String COOKIE = "socle_compte_professionnel";

    private final EntrepriseStore store;
    private final Secrets secrets;
    private final Clock clock;
    private final boolean https;

    ComptesProfessionnels(
            EntrepriseStore store, Secrets secrets, Clock clock, HouseSettings house) {
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
        https = house.publicAddress().startsWith("https:");
    }

    /** Whether a sign-in that comes back to this address is one for a company. */
    public static boolean leadsTo(String path) {
        return path.equals(PAGES) || path.startsWith(PAGES + "/") || path.startsWith(PAGES + "?");
    }

    /** Keeps the account for an hour, for this browser. */
    public void open(Siret siret, HttpServletRequest request, HttpServletResponse response) {
        var secret = secrets.fresh();
        store.open(Secrets.hash(secret), siret, clock.instant().plus(LIFE));
        write(request, response, secret, -1);
    }

    /**
     * The account with which this browser signed in; it is this person's from the first use on, so
     * that the next one at the same screen has to sign in anew.
     */
    public Optional<Siret> of(HttpServletRequest request, PersonRef person) {
        return secret(request).flatMap(it -> store.use(Secrets.hash(it), person, clock.instant()));
    }

    public void close(HttpServletRequest request, HttpServletResponse response) {
        secret(request).ifPresent(it -> store.close(Secrets.hash(it)));
        write(request, response, "", 0);
    }

    private static Optional<String> secret(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null || cookie.getValue().isEmpty()
                ? Optional.empty()
                : Optional.of(cookie.getValue());
    }

    private void write(
            HttpServletRequest request, HttpServletResponse response, String secret, long age) {
        var cookie =
                ResponseCookie.from(COOKIE, secret)
                        .httpOnly(true)
                        .secure(https || request.isSecure())
                        .sameSite("Lax")
                        .path(PAGES)
                        .maxAge(age)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT6M")
    void purge() {
        store.purge(clock.instant());
    }
}
