package fr.socle.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
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
import fr.socle.directory.Role;
import fr.socle.directory.Sessions;
import fr.socle.directory.store.AgentStore;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Siret;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.htmlunit.BrowserVersion;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.Cookie;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/** A running house whose agents request and examine habilitations, without scripts. */
@NullMarked
@PostgresTest
abstract class HabilitationHouse {

    static final Actor SOMEONE = new Actor(Actor.Nature.CONSOLE, null, "");
    static final AtomicInteger NUMBERS = new AtomicInteger(30_000);
    static final String OWN = "/administration/habilitations";
    static final String EXAMINE = "/administration/habilitations-a-instruire";

    @Autowired Habilitations habilitations;
    @Autowired Organisations organisations;
    @Autowired Memberships memberships;
    @Autowired Sessions sessions;
    @Autowired ApiTokens tokens;
    @Autowired AgentStore agents;
    @Autowired JdbcClient db;
    @LocalServerPort int port;

    String letters(WebClient browser, String title) throws IOException {
        HtmlPage letters = browser.getPage(address("/courriels?q=" + title.replace(" ", "%20")));
        return letters.asNormalizedText();
    }

    static int revoke(
            RestClient api,
            String path,
            @org.jspecify.annotations.Nullable String tag,
            Map<String, String> body) {
        return api.post()
                .uri(path + "/revocation")
                .header(HttpHeaders.IF_MATCH, String.valueOf(tag))
                .body(body)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    WebClient requester(String name) throws IOException {
        return browserOf(organisation("Ville " + name + " (essai)"), Role.GESTIONNAIRE);
    }

    WebClient instructor() throws IOException {
        var ministry = organisation("Ministère instructeur (essai)");
        return browserOf(ministry, HabilitationRights.INSTRUCTEUR);
    }

    /** The id of a request that was sent, and granted. */
    String granted(WebClient requester, String title) throws IOException {
        var id = request(requester, title);
        decide(instructor(), id, "accorder", "");
        return id;
    }

    /** Fills the form, sends it, and gives the id. */
    String request(WebClient browser, String intitule) throws IOException {
        HtmlPage list = browser.getPage(address(OWN));
        HtmlPage choice = list.getAnchorByText("Demander une habilitation").click();
        HtmlPage page = choice.getAnchorByText("Partir d’une demande vide").click();
        HtmlPage sent = button(filled(page, OWN + "/nouvelle", intitule)).click();
        assertThat(sent.asNormalizedText()).contains("La demande est envoyée.");
        return idOn(sent);
    }

    static String idOn(HtmlPage page) {
        var path = page.getUrl().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A whole request, not sent yet. */
    static HtmlForm filled(HtmlPage page, String action, String intitule) {
        var form = formTo(page, action);
        form.getInputByName("intitule").setValue(intitule);
        form.getSelectByName("usage").setSelectedAttribute("restauration-scolaire", true);
        form.getSelectByName("nature").setSelectedAttribute("deliberation", true);
        form.getInputByName("article").setValue("2026-117");
        form.getInputByName("cadre-url").setValue("https://ville.example/deliberation.pdf");
        form.getInputByName("destinataires").setValue("Cantine (essai)");
        form.getTextAreaByName("finalite").setText("Tarif.");
        form.getTextAreaByName("cadre").setText("Délibération d’essai");
        form.getInputByValue("quotient_familial.valeur").setChecked(true);
        form.getInputByValue("usager").setChecked(true);
        form.getInputByName("validite").setValue("12");
        form.getInputByName("conservation").setValue("12");
        form.getInputByName("dpo.nom").setValue("Dpo (essai)");
        form.getInputByName("dpo.courriel").setValue("dpo@essai.example");
        form.getInputByName("responsable.nom").setValue("Responsable (essai)");
        form.getInputByName("responsable.courriel").setValue("responsable@essai.example");
        accept(form);
        return form;
    }

    static void accept(HtmlForm form) {
        form.getInputByName("dpo-informe").setChecked(true);
        form.getInputByName("cgu").setChecked(true);
    }

    void decide(WebClient browser, String id, String word, String motif) throws IOException {
        HtmlPage page = browser.getPage(address(EXAMINE + "/" + id));
        var form = formTo(page, EXAMINE + "/" + id + "/decision");
        form.getInputByValue(word).setChecked(true);
        form.getTextAreaByName("motif").setText(motif);
        HtmlPage after = button(form).click();
        assertThat(after.asNormalizedText()).contains("La décision est enregistrée.");
    }

    static HabilitationId idOf(String id) {
        return HabilitationId.of(id).orElseThrow();
    }

    WebClient browserOf(Organisation where, String... roles) {
        var agent =
                new Agent(new AgentId(UUID.randomUUID()), "Agent (essai)", null, true, false, 1);
        agents.insert(agent, Instant.now());
        done(
                memberships.join(
                        SOMEONE,
                        agent.id(),
                        where.id(),
                        new MembershipDraft(List.of(roles), List.of())));
        var browser = new WebClient(BrowserVersion.CHROME);
        browser.getOptions().setJavaScriptEnabled(false);
        browser.getOptions().setCssEnabled(false);
        browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
        var secret = sessions.open(agent.id(), where.id()).orElseThrow();
        browser.getCookieManager()
                .addCookie(new Cookie("localhost", "socle_agent", secret, "/", null, false));
        return browser;
    }

    RestClient api() {
        var token = tokens.createForOperator("essai", Duration.ofHours(1));
        return RestClient.builder()
                .baseUrl(address(""))
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .defaultStatusHandler(_ -> true, (_, _) -> {})
                .build();
    }

    Organisation organisation(String name) {
        var draft =
                new OrganisationDraft(
                        new Siret(freshSiret()), name, OrganisationType.COMMUNE, null);
        return done(organisations.create(SOMEONE, draft));
    }

    static String freshSiret() {
        var middle = "999%05d".formatted(NUMBERS.incrementAndGet());
        for (int key = 0; key < 10; key++) {
            for (int last = 0; last < 10; last++) {
                var siret = middle + key + "0001" + last;
                if (Siret.parse(siret) instanceof Parsed.Valid<Siret>) {
                    return siret;
                }
            }
        }
        throw new IllegalStateException("no SIRET starts like " + middle);
    }

    static <T> T done(Change<T> change) {
        if (change instanceof Change.Done<T>(var value)) {
            return value;
        }
        throw new AssertionError("not done: " + change);
    }

    int status(WebClient browser, String path) throws IOException {
        return browser.getPage(address(path)).getWebResponse().getStatusCode();
    }

    String address(String path) {
        return "http://localhost:" + port + path;
    }

    static HtmlForm formTo(HtmlPage page, String action) {
        return page.getForms().stream()
                .filter(it -> it.getActionAttribute().equals(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page.asNormalizedText()));
    }

    static HtmlElement button(HtmlForm form) {
        return form.getFirstByXPath(".//button");
    }
}
