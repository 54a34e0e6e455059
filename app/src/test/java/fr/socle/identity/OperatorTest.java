package fr.socle.identity;

import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.directory.Actor;
import fr.socle.directory.AgentId;
import fr.socle.directory.ApiTokens;
import fr.socle.identity.operator.RecoveryCodes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlTextArea;
import org.htmlunit.util.NameValuePair;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/** A running house and the made-up operator of its demonstration. */
@NullMarked
@PostgresTest
abstract class OperatorTest {

    static final String HOME = "/administration/federations";
    static final String OPERATOR = "Camille Dubreuil";

    @Autowired RecoveryCodes codes;
    @Autowired ApiTokens tokens;
    @Autowired JdbcClient db;
    @LocalServerPort int port;

    String base() {
        return "http://localhost:" + port;
    }

    AgentId agentOf(String name) {
        return new AgentId(
                db.sql("SELECT id FROM directory.agent WHERE name LIKE :name || '%'")
                        .param("name", name)
                        .query(UUID.class)
                        .single());
    }

    /** A browser in which the operator has just proved himself with a recovery code. */
    WebClient operator() throws IOException {
        var browser = SignsIn.browser();
        prove(browser, codes.one(Actor.CONSOLE, agentOf(OPERATOR)));
        return browser;
    }

    HtmlPage prove(WebClient browser, String code) throws IOException {
        HtmlPage proof = browser.getPage(base() + "/connexion/operateur");
        HtmlInput field = (HtmlInput) proof.getElementByName("code");
        field.setValue(code);
        return SignsIn.press(proof, "Entrer avec ce code");
    }

    HtmlPage open(WebClient browser, String path) throws IOException {
        return browser.getPage(base() + path);
    }

    static int status(HtmlPage page) {
        return page.getWebResponse().getStatusCode();
    }

    static HtmlForm formTo(HtmlPage page, String action) {
        return page.getForms().stream()
                .filter(it -> it.getActionAttribute().equals(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no form to " + action));
    }

    static HtmlPage send(HtmlForm form, Map<String, String> typed) throws IOException {
        typed.forEach(
                (name, value) -> {
                    var field = form.<DomElement>getFirstByXPath(".//*[@name='" + name + "']");
                    if (field instanceof HtmlTextArea area) {
                        area.setText(value);
                    } else {
                        ((HtmlInput) field).setValue(value);
                    }
                });
        return form.<org.htmlunit.html.HtmlButton>getFirstByXPath(".//button").click();
    }

    /** Posts what no form of ours would, with the token of a page that has one. */
    Page post(WebClient browser, String path, List<NameValuePair> parameters) throws IOException {
        var page = open(browser, HOME + "/annonces");
        var token = page.getElementByName("_csrf").getAttribute("value");
        var request = new WebRequest(java.net.URI.create(base() + path).toURL(), HttpMethod.POST);
        var all = new java.util.ArrayList<>(parameters);
        all.add(new NameValuePair("_csrf", token));
        request.setCharset(java.nio.charset.StandardCharsets.UTF_8);
        request.setRequestParameters(all);
        return browser.getPage(request);
    }

    RestClient api() {
        return apiWith(tokens.createForOperator("essai", Duration.ofHours(1)));
    }

    RestClient apiWith(String token) {
        return RestClient.builder()
                .baseUrl(base() + "/api/identity/v1")
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .defaultStatusHandler(_ -> true, (_, _) -> {})
                .build();
    }

    List<String> entries(String kind, fr.socle.journal.Journal journal) {
        return journal.from(0, 10_000).stream()
                .flatMap(it -> it.content().stream())
                .filter(it -> it.kind().equals(kind))
                .map(it -> it.readBy(fr.socle.journal.Audience.AUDITEUR).toString())
                .toList();
    }
}
