package fr.socle.demarches.web.builder;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.demarches.Demarches;
import fr.socle.demarches.builder.BuilderRights;
import fr.socle.demarches.builder.Revisions;
import fr.socle.directory.Actor;
import fr.socle.directory.Agent;
import fr.socle.directory.AgentId;
import fr.socle.directory.Change;
import fr.socle.directory.MembershipDraft;
import fr.socle.directory.Memberships;
import fr.socle.directory.Organisation;
import fr.socle.directory.OrganisationDraft;
import fr.socle.directory.OrganisationType;
import fr.socle.directory.Organisations;
import fr.socle.directory.Services;
import fr.socle.directory.SessionCookie;
import fr.socle.directory.Sessions;
import fr.socle.directory.store.AgentStore;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Siret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.htmlunit.BrowserVersion;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlRadioButtonInput;
import org.htmlunit.util.Cookie;
import org.htmlunit.util.NameValuePair;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A running house whose agents build procedures, without scripts. */
@NullMarked
@PostgresTest
abstract class BuilderHouse {

    static final Actor SOMEONE = new Actor(Actor.Nature.CONSOLE, null, "");
    static final AtomicInteger NUMBERS = new AtomicInteger(70_000);
    static final String HOME = "/administration/demarches";

    @Autowired Organisations organisations;
    @Autowired Services services;
    @Autowired Memberships memberships;
    @Autowired Sessions sessions;
    @Autowired AgentStore agents;
    @Autowired Revisions revisions;
    @Autowired Demarches demarches;
    @LocalServerPort int port;

    void condition(WebClient browser, String base) throws IOException {
        HtmlPage editor = page(browser, base);
        HtmlPage which =
                editor.getAnchors().stream()
                        .filter(it -> it.asNormalizedText().contains("Laquelle"))
                        .filter(it -> it.getHrefAttribute().endsWith("/condition"))
                        .findFirst()
                        .orElseThrow()
                        .click();
        var action = which.getUrl().getPath();
        var choose = formTo(which, action);
        choose.getSelectByName("question").getOption(1).setSelected(true);
        HtmlPage compared = button(choose).click();
        var form = formTo(compared, action);
        form.getInputsByName("operateur").getFirst().click();
        form.getInputsByName("valeur").getFirst().click();
        HtmlPage kept = button(form).click();
        assertThat(kept.asNormalizedText()).contains("Affiché seulement si");
    }

    void previewFollowsAnswers(WebClient browser, String base) throws IOException {
        HtmlPage preview = page(browser, base + "/apercu");
        assertThat(preview.asNormalizedText()).doesNotContain("Laquelle ?");
        var form = formTo(preview, base + "/apercu");
        ((HtmlRadioButtonInput) form.getFirstByXPath(".//input[@value='oui']")).setChecked(true);
        HtmlPage tried = button(form).click();
        assertThat(tried.asNormalizedText()).contains("Laquelle ?");
    }

    void complete(WebClient browser, String base) throws IOException {
        HtmlPage facts = page(browser, base + "/presentation");
        var form = formTo(facts, base + "/presentation");
        form.getTextAreaByName("description").setText("Garder les enfants.");
        form.getTextAreaByName("cadre").setText("Délibération du 1er juin 2026");
        form.getInputByName("services").click();
        HtmlPage saved = button(form).click();
        assertThat(saved.asNormalizedText()).contains("La présentation est enregistrée");
    }

    void changesAreTold(WebClient browser, String base) throws IOException {
        add(browser, base, "nombre", "Combien d’enfants ?");
        HtmlPage page = page(browser, base + "/publier");
        assertThat(page.asNormalizedText()).contains("Combien d’enfants ?").contains("Ajouté");
        HtmlPage published = button(formTo(page, base + "/publier")).click();
        assertThat(published.getWebResponse().getStatusCode()).isEqualTo(200);
    }

    /** The form of the field: the one that holds its label. */
    static int formIndex(HtmlPage page) {
        for (int i = 0; i < page.getForms().size(); i++) {
            if (!page.getForms().get(i).getInputsByName("label").isEmpty()) {
                return i;
            }
        }
        throw new AssertionError(page.asNormalizedText());
    }

    HtmlPage create(WebClient browser, String title) throws IOException {
        HtmlPage blank = page(browser, HOME + "/nouvelle");
        var form = formTo(blank, HOME + "/nouvelle");
        form.getInputByName("title").setValue(title);
        HtmlPage made = button(form).click();
        assertThat(made.asNormalizedText()).contains("La démarche est créée");
        return made;
    }

    HtmlPage add(WebClient browser, String base, String type, String label) throws IOException {
        HtmlPage types = page(browser, base + "/champs/nouveau");
        HtmlPage blank =
                types.getAnchors().stream()
                        .filter(it -> it.getHrefAttribute().endsWith("type=" + type))
                        .findFirst()
                        .orElseThrow()
                        .click();
        var form = formTo(blank, base + "/champs/nouveau");
        form.getInputByName("label").setValue(label);
        if (type.equals("choix")) {
            form.getTextAreaByName("options").setText("One\nTwo");
        }
        return button(form).click();
    }

    Page upload(WebClient browser, String json) throws IOException {
        HtmlPage ask = page(browser, HOME + "/importer");
        var action =
                ask.getForms().stream()
                        .map(HtmlForm::getActionAttribute)
                        .filter(it -> it.startsWith(HOME + "/importer"))
                        .findFirst()
                        .orElseThrow();
        var request = new WebRequest(url(action), HttpMethod.POST);
        var boundary = "essai" + UUID.randomUUID();
        request.setAdditionalHeader("Content-Type", "multipart/form-data; boundary=" + boundary);
        request.setCharset(StandardCharsets.UTF_8);
        request.setRequestBody(
                "--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\"texte\"\r\n\r\n"
                        + json
                        + "\r\n--"
                        + boundary
                        + "--\r\n");
        return browser.getPage(request);
    }

    int post(WebClient browser, String path) throws IOException {
        HtmlPage account = page(browser, "/agent/mon-compte");
        var csrf = formTo(account, "/deconnexion").getInputByName("_csrf").getValue();
        var request = new WebRequest(url(path), HttpMethod.POST);
        request.setRequestParameters(
                List.of(
                        new NameValuePair("_csrf", csrf),
                        new NameValuePair("_version", "1"),
                        new NameValuePair("title", "Intrus")));
        return browser.getPage(request).getWebResponse().getStatusCode();
    }

    Organisation organisation(String name) {
        return done(
                organisations.create(
                        SOMEONE,
                        new OrganisationDraft(freshSiret(), name, OrganisationType.COMMUNE, null)));
    }

    static Siret freshSiret() {
        var middle = "999%05d".formatted(NUMBERS.incrementAndGet());
        for (int tail = 0; tail < 100; tail++) {
            var typed = middle + tail / 10 + "0001" + tail % 10;
            if (Siret.parse(typed) instanceof Parsed.Valid<Siret>(var siret)) {
                return siret;
            }
        }
        throw new IllegalStateException("no SIRET starts like " + middle);
    }

    Agent agent(String name, Organisation where, String... roles) {
        var agent = new Agent(new AgentId(UUID.randomUUID()), name, null, true, false, 1);
        agents.insert(agent, Instant.now());
        done(
                memberships.join(
                        SOMEONE,
                        agent.id(),
                        where.id(),
                        new MembershipDraft(List.of(roles), List.of())));
        return agent;
    }

    WebClient builder(Organisation where) {
        assertThat(BuilderRights.ADMINISTER.code()).isEqualTo("demarches.administrer");
        return browserOf(agent("Conceptrice (essai)", where, "concepteur"), where);
    }

    WebClient browserOf(Agent agent, Organisation where) {
        var browser = browser();
        var secret = sessions.open(agent.id(), where.id()).orElseThrow();
        browser.getCookieManager()
                .addCookie(new Cookie("localhost", SessionCookie.NAME, secret, "/", null, false));
        return browser;
    }

    static WebClient browser() {
        var browser = new WebClient(BrowserVersion.CHROME);
        browser.getOptions().setJavaScriptEnabled(false);
        browser.getOptions().setCssEnabled(false);
        browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
        return browser;
    }

    static <T> T done(Change<T> change) {
        if (change instanceof Change.Done<T>(var value)) {
            return value;
        }
        throw new AssertionError("not done: " + change);
    }

    HtmlPage page(WebClient browser, String path) throws IOException {
        return browser.getPage(url(path));
    }

    java.net.URL url(String path) throws IOException {
        return URI.create("http://localhost:" + port + path).toURL();
    }

    int status(WebClient browser, String path) throws IOException {
        return browser.getPage(url(path)).getWebResponse().getStatusCode();
    }

    static List<HtmlForm> buttonsTo(HtmlPage page, String action) {
        return page.getForms().stream()
                .filter(it -> it.getActionAttribute().equals(action))
                .toList();
    }

    static HtmlForm formTo(HtmlPage page, String action) {
        return buttonsTo(page, action).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError(page.asNormalizedText()));
    }

    static HtmlElement button(HtmlForm form) {
        return form.getFirstByXPath(".//button");
    }
}
