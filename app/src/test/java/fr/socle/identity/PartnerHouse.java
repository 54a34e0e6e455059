package fr.socle.identity;

import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.directory.Actor;
import fr.socle.directory.Agent;
import fr.socle.directory.AgentId;
import fr.socle.directory.ApiTokens;
import fr.socle.directory.Change;
import fr.socle.directory.MembershipDraft;
import fr.socle.directory.Memberships;
import fr.socle.directory.Organisation;
import fr.socle.directory.OrganisationDraft;
import fr.socle.directory.OrganisationType;
import fr.socle.directory.Organisations;
import fr.socle.directory.SessionCookie;
import fr.socle.directory.Sessions;
import fr.socle.directory.store.AgentStore;
import fr.socle.identity.partner.PartnerRights;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Siret;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.Cookie;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A running house, made-up organisations, and agents who connect their services. */
@NullMarked
@PostgresTest
abstract class PartnerHouse {

    static final String PAGES = "/administration/services-connectes";

    private static final Actor SOMEONE = new Actor(Actor.Nature.CONSOLE, null, "");
    private static final AtomicInteger NUMBERS = new AtomicInteger(70_000);

    @Autowired Organisations organisations;
    @Autowired Memberships memberships;
    @Autowired Sessions sessions;
    @Autowired ApiTokens tokens;
    @Autowired AgentStore agents;
    @Autowired JdbcClient db;
    @LocalServerPort int port;

    String address(String path) {
        return "http://localhost:" + port + path;
    }

    Organisation organisation(String name) {
        var draft =
                new OrganisationDraft(
                        new Siret(freshSiret()), name, OrganisationType.COMMUNE, null);
        return done(organisations.create(SOMEONE, draft));
    }

    /** A browser of a new agent who holds this role there. */
    WebClient browserOf(Organisation where, String role) {
        var agent =
                new Agent(new AgentId(UUID.randomUUID()), "Agent (essai)", null, true, false, 1);
        agents.insert(agent, Instant.now());
        agents.bind("urn:essai", agent.id().toString(), agent.id(), Instant.now());
        done(
                memberships.join(
                        SOMEONE,
                        agent.id(),
                        where.id(),
                        new MembershipDraft(List.of(role), List.of())));
        var browser = SignsIn.browser();
        var secret = sessions.open(agent.id(), where.id()).orElseThrow();
        browser.getCookieManager()
                .addCookie(new Cookie("localhost", SessionCookie.NAME, secret, "/", null, false));
        return browser;
    }

    WebClient partnerOf(String organisation) {
        return browserOf(organisation(organisation), PartnerRights.PARTENAIRE);
    }

    /** Fills what a service for usagers needs, in the contract OpenID. */
    static HtmlForm filled(HtmlPage page, String name) {
        var form = form(page, "client_name");
        form.getInputByName("client_name").setValue(name);
        form.getTextAreaByName("redirect_uris").setText(RelyingParty.REDIRECT);
        form.getTextAreaByName("post_logout_redirect_uris").setText("http://127.0.0.1:9/");
        form.getTextAreaByName("contacts").setText("contact@essai.example");
        form.getInputByValue("identite_pivot").setChecked(true);
        form.getInputByValue("email").setChecked(true);
        form.getInputByValue("openid").setChecked(true);
        return form;
    }

    /** What was told once after the registration. */
    record Registered(String clientId, String secret) {
        String path() {
            return PAGES + "/" + clientId;
        }
    }

    Registered register(WebClient browser, String name) throws IOException {
        HtmlPage page = browser.getPage(address(PAGES + "/nouveau?federation=citoyens"));
        return told(SignsIn.press(formPage(filled(page, name)), "Inscrire"));
    }

    static HtmlPage formPage(HtmlForm form) {
        return (HtmlPage) form.getPage();
    }

    static Registered told(HtmlPage page) {
        List<org.htmlunit.html.DomElement> codes = page.getByXPath("//figure//code");
        return new Registered(codes.get(0).getTextContent(), codes.get(1).getTextContent());
    }

    /** The form that has a field of this name. */
    static HtmlForm form(HtmlPage page, String field) {
        return page.getForms().stream()
                .filter(
                        it ->
                                !it.getElementsByAttribute("input", "name", field).isEmpty()
                                        || !it.getElementsByAttribute("textarea", "name", field)
                                                .isEmpty())
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("no " + field + " in " + page.asNormalizedText()));
    }

    RelyingParty service(Registered it) {
        return new RelyingParty(address("/citoyens/api/v2"), it.clientId(), it.secret());
    }

    String token() {
        return tokens.createForOperator("essai", Duration.ofHours(1));
    }

    static <T> T done(Change<T> change) {
        if (change instanceof Change.Done<T>(var value)) {
            return value;
        }
        throw new AssertionError("not done: " + change);
    }

    private static String freshSiret() {
        var middle = "988%05d".formatted(NUMBERS.incrementAndGet());
        for (int last = 0; last < 100; last++) {
            var siret = middle + "%01d0001%01d".formatted(last / 10, last % 10);
            if (Siret.parse(siret) instanceof Parsed.Valid<Siret>) {
                return siret;
            }
        }
        throw new IllegalStateException("no SIRET starts like " + middle);
    }
}
