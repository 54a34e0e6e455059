package fr.socle.citoyen;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.directory.Actor;
import fr.socle.directory.Agent;
import fr.socle.directory.AgentId;
import fr.socle.directory.Change;
import fr.socle.directory.MembershipDraft;
import fr.socle.directory.Memberships;
import fr.socle.directory.Organisation;
import fr.socle.directory.OrganisationSearch;
import fr.socle.directory.Organisations;
import fr.socle.directory.Sessions;
import fr.socle.directory.store.AgentStore;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.Cookie;
import org.htmlunit.util.NameValuePair;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A running house with nothing replaced: made-up usagers sign in by the federation. */
@PostgresTest
abstract class RealHouse {

    static final String CITY = "99900001100018";
    static final String MINISTRY = "99900002900010";

    private static final Actor SOMEONE = new Actor(Actor.Nature.CONSOLE, null, "");

    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Memberships memberships;
    @Autowired Sessions sessions;
    @Autowired AgentStore agents;
    @Autowired JdbcClient db;

    private final List<WebClient> browsers = new ArrayList<>();

    @AfterEach
    void close() {
        browsers.forEach(WebClient::close);
    }

    WebClient usager(String name) throws IOException {
        var browser = SignsIn.browser();
        browsers.add(browser);
        SignsIn.usager(browser, url(""), name);
        return browser;
    }

    /** An agent of this organisation, signed in. */
    WebClient agent(Organisation where, String... roles) {
        var agent =
                new Agent(
                        new AgentId(UUID.randomUUID()),
                        "Agent Secret (essai)",
                        null,
                        true,
                        false,
                        1);
        agents.insert(agent, Instant.now());
        var draft = new MembershipDraft(List.of(roles), List.of());
        assertThat(memberships.join(SOMEONE, agent.id(), where.id(), draft))
                .isInstanceOf(Change.Done.class);
        var browser = SignsIn.browser();
        browsers.add(browser);
        var secret = sessions.open(agent.id(), where.id()).orElseThrow();
        browser.getCookieManager()
                .addCookie(new Cookie("localhost", "socle_agent", secret, "/", null, false));
        return browser;
    }

    Organisation organisation(String siret) {
        return organisations
                .search(new OrganisationSearch(siret, null, true, null), 1, 0)
                .lines()
                .getFirst();
    }

    HtmlPage page(WebClient browser, String path) throws IOException {
        return browser.getPage(url(path));
    }

    int status(WebClient browser, String path) throws IOException {
        return browser.getPage(url(path)).getWebResponse().getStatusCode();
    }

    static HtmlForm formTo(HtmlPage page, String action) {
        return page.getForms().stream()
                .filter(it -> it.getActionAttribute().startsWith(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page.asNormalizedText()));
    }

    static HtmlPage send(HtmlForm form) throws IOException {
        return form.<org.htmlunit.html.HtmlElement>getFirstByXPath(".//button").click();
    }

    /** A forged form: it holds what the page's own would, and whatever else. */
    WebResponse post(WebClient browser, String path, String csrf, Map<String, String> fields)
            throws IOException {
        var request = new WebRequest(URI.create(url(path)).toURL(), HttpMethod.POST);
        var pairs = new ArrayList<NameValuePair>();
        pairs.add(new NameValuePair("_csrf", csrf));
        fields.forEach((name, value) -> pairs.add(new NameValuePair(name, value)));
        request.setRequestParameters(pairs);
        return browser.getPage(request).getWebResponse();
    }

    static String csrf(HtmlPage page) {
        return page.<org.htmlunit.html.HtmlInput>getFirstByXPath("//main//input[@name='_csrf']")
                .getValue();
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }
}
