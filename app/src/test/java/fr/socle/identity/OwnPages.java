package fr.socle.identity;

import fr.socle.SignsIn;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.sso.FederationCookie;
import fr.socle.kernel.PersonRef;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlCheckBoxInput;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A made-up person at a browser of their own, on the pages about their own identity. */
@NullMarked
public final class OwnPages implements AutoCloseable {

    public final WebClient browser = SignsIn.browser();
    public final String base;

    public OwnPages(int port) {
        base = "http://localhost:" + port;
    }

    public OwnPages signIn(String name) throws IOException {
        return signIn(name, SignsIn.TAXES);
    }

    public OwnPages signIn(String name, String provider) throws IOException {
        comeFresh();
        SignsIn.usager(browser, base, name, provider);
        return this;
    }

    /** The session at the federation is over; the device stays known. */
    void comeFresh() {
        var cookies = browser.getCookieManager();
        var session = cookies.getCookie(FederationCookie.name(Federation.CITOYENS));
        if (session != null) {
            cookies.removeCookie(session);
        }
    }

    public HtmlPage page(String path) throws IOException {
        return browser.getPage(base + path);
    }

    public String text(String path) throws IOException {
        return page(path).asNormalizedText();
    }

    public int status(String path) throws IOException {
        return page(path).getWebResponse().getStatusCode();
    }

    /** The form that posts there. */
    public static HtmlForm form(HtmlPage page, String action) {
        return page.getForms().stream()
                .filter(it -> it.getActionAttribute().equals(action))
                .findFirst()
                .orElseThrow();
    }

    public static HtmlPage send(HtmlForm form) throws IOException {
        return ((org.htmlunit.html.HtmlButton) form.getFirstByXPath(".//button")).click();
    }

    /** The box whose label holds these words. */
    public static HtmlCheckBoxInput box(HtmlPage page, String words) {
        return page.<HtmlCheckBoxInput>getByXPath("//input[@type='checkbox']").stream()
                .filter(it -> it.getParentNode().asNormalizedText().contains(words))
                .findFirst()
                .orElseThrow();
    }

    /** The person whom every demonstration provider knows by this subject. */
    static PersonRef person(JdbcClient db, String sub) {
        return db.sql("SELECT DISTINCT person FROM identity.account WHERE sub = :sub")
                .param("sub", sub)
                .query((row, _) -> new PersonRef(row.getObject("person", UUID.class)))
                .single();
    }

    /** The letters of this category to the made-up person of this subject. */
    static List<String> letters(JdbcClient db, String sub, String category) {
        return db
                .sql(
                        """
                        SELECT subject || E'\\n' || plain FROM notifications.outbox
                         WHERE address = :address AND category = :category ORDER BY written_at
                        """)
                .param("address", sub + "@usagers.example")
                .param("category", category)
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .map(it -> it.replace('\u00a0', ' '))
                .toList();
    }

    /** A service outside the house, of this name and id. */
    RelyingParty service(Clients clients, String id) {
        var client =
                new Client(
                        id,
                        Federation.CITOYENS,
                        "Service " + id,
                        "Commune d’essai",
                        id,
                        List.of(RelyingParty.REDIRECT),
                        List.of("http://127.0.0.1:9/"),
                        Set.of("openid", "identite_pivot", "email"),
                        true,
                        true);
        return new RelyingParty(
                base + "/citoyens/api/v2", id, clients.register(client).orElseThrow());
    }

    @Override
    public void close() {
        browser.close();
    }
}
