package fr.socle.identity;

import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.AuthorizeRequest;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.ResponseMode;
import fr.socle.identity.keys.FlightCookies;
import fr.socle.identity.keys.Secrets;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.Cookie;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A sign-in that a service began, as far as the page of choice. */
@NullMarked
record InFlightStart(FlightCookies cookies, Secrets secrets, int port) {

    static final String REDIRECT = "http://127.0.0.1:9/retour";

    static Client client(String id, Federation federation, Client.Rules rules) {
        return new Client(
                        id,
                        federation,
                        "Service d’essai",
                        "Commune d’essai",
                        id,
                        List.of(REDIRECT),
                        List.of(),
                        Set.of("openid", "email"),
                        true,
                        true)
                .with(Client.Keys.STANDARD, rules);
    }

    static Client.Rules filtered(Set<String> uids, boolean excludes) {
        var plain = Client.Rules.STANDARD;
        return new Client.Rules(
                plain.profile(),
                plain.subjects(),
                false,
                false,
                false,
                null,
                uids,
                excludes,
                false,
                Set.of(),
                uids,
                Set.of());
    }

    /** Opens the page of choice for a request at this level. */
    HtmlPage choice(WebClient browser, Client client, Acr acr, @Nullable String idpHint)
            throws IOException {
        return browser.getPage(begin(browser, client, acr, idpHint));
    }

    /** The address of the page of choice; the browser has its cookie. */
    String begin(WebClient browser, Client client, Acr acr, @Nullable String idpHint) {
        var transaction = secrets.transaction();
        var response = new MockHttpServletResponse();
        cookies.put(
                new MockHttpServletRequest(),
                response,
                client.federation().lane(),
                transaction,
                request(client, acr, idpHint).members());
        var written = String.valueOf(response.getHeader("Set-Cookie"));
        var pair = written.substring(0, written.indexOf(';')).split("=", 2);
        browser.getCookieManager()
                .addCookie(
                        new Cookie(
                                "localhost",
                                pair[0],
                                pair[1],
                                client.federation().lane().path(),
                                null,
                                false));
        return URI.create(
                        "http://localhost:"
                                + port
                                + client.federation().base()
                                + "/interaction/"
                                + transaction)
                .toString();
    }

    private static AuthorizeRequest request(Client client, Acr acr, @Nullable String idpHint) {
        return new AuthorizeRequest(
                client.clientId(),
                REDIRECT,
                ResponseMode.QUERY,
                client.scopes(),
                "etat",
                "nonce-d-essai-assez-long",
                null,
                Set.of(),
                null,
                acr,
                true,
                false,
                idpHint,
                null,
                null,
                null,
                Set.of(),
                Set.of(),
                Set.of());
    }
}
