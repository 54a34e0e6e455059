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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/** A request, from the first form to the revocation, through the pages and without scripts. */
@NullMarked
@PostgresTest
class HabilitationPagesTests {

    private static final Actor SOMEONE = new Actor(Actor.Nature.CONSOLE, null, "");
    private static final AtomicInteger NUMBERS = new AtomicInteger(30_000);
    private static final String OWN = "/administration/habilitations";
    private static final String EXAMINE = "/administration/habilitations-a-instruire";

    @Autowired Habilitations habilitations;
    @Autowired Organisations organisations;
    @Autowired Memberships memberships;
    @Autowired Sessions sessions;
    @Autowired ApiTokens tokens;
    @Autowired AgentStore agents;
    @Autowired JdbcClient db;
    @LocalServerPort int port;

    @Test
    void aRequestIsChangedGrantedReopenedAndRevoked() throws IOException {
        var city = organisation("Ville demandeuse (essai)");
        var requester = browserOf(city, Role.GESTIONNAIRE);
        var instructor =
                browserOf(organisation("Ministère (essai)"), HabilitationRights.INSTRUCTEUR);

        var id = request(requester, "Cantine");
        decide(instructor, id, "modifications", "Précisez la finalité.");
        HtmlPage asked = requester.getPage(address(OWN + "/" + id));
        assertThat(asked.asNormalizedText()).contains("Précisez la finalité.");
        HtmlPage rewrite = asked.getAnchorByText("Modifier la demande").click();
        var form = formTo(rewrite, OWN + "/" + id + "/modifier");
        form.getTextAreaByName("finalite").setText("Calculer le tarif de la cantine.");
        form.getInputByName("cgu").setChecked(true);
        assertThat(button(form).click().getWebResponse().getStatusCode()).isEqualTo(200);
        assertThat(habilitations.find(idOf(id))).isEmpty();

        decide(instructor, id, "accorder", "");
        var first = habilitations.find(idOf(id)).orElseThrow();
        assertThat(first.version()).isEqualTo(1);
        assertThat(first.finalite()).isEqualTo("Calculer le tarif de la cantine.");
        assertThat(first.fields())
                .isEqualTo(
                        Map.of("quotient-familial", java.util.Set.of("quotient_familial.valeur")));
        assertThat(habilitations.usable(city.id())).hasSize(1);

        HtmlPage granted = requester.getPage(address(OWN + "/" + id));
        HtmlPage reopened = granted.getAnchorByText("Demander une nouvelle version").click();
        var again = formTo(reopened, OWN + "/" + id + "/modifier");
        again.getInputByName("validite").setValue("6");
        again.getInputByName("cgu").setChecked(true);
        button(again).click();
        assertThat(habilitations.find(idOf(id)).orElseThrow().version()).isEqualTo(1);
        decide(instructor, id, "accorder", "");
        assertThat(habilitations.find(idOf(id)).orElseThrow().version()).isEqualTo(2);
        HtmlPage both = requester.getPage(address(OWN + "/" + id));
        assertThat(both.asNormalizedText()).contains("Version 2").contains("Version 1");

        HtmlPage page = instructor.getPage(address(EXAMINE + "/" + id));
        var revocation = formTo(page, EXAMINE + "/" + id + "/revocation");
        HtmlPage needsReason = button(revocation).click();
        assertThat(needsReason.getWebResponse().getStatusCode()).isEqualTo(422);
        var withReason = formTo(needsReason, EXAMINE + "/" + id + "/revocation");
        withReason.getTextAreaByName("motif-revocation").setText("Détournement constaté.");
        assertThat(((HtmlPage) button(withReason).click()).asNormalizedText())
                .contains("Révoquée")
                .contains("Détournement constaté.");
        assertThat(habilitations.usable(city.id())).isEmpty();
        assertThat(habilitations.find(idOf(id)).orElseThrow().revokedAt()).isPresent();
    }

    @Test
    void aWrongRequestKeepsWhatWasTyped() throws IOException {
        var requester = browserOf(organisation("Ville distraite (essai)"), Role.GESTIONNAIRE);
        HtmlPage page = requester.getPage(address(OWN + "/nouvelle"));
        var form = formTo(page, OWN + "/nouvelle");
        form.getInputByName("intitule").setValue("Gardé");
        form.getInputByName("cadre-url").setValue("javascript:alert(1)");
        form.getInputByName("validite").setValue("61");
        HtmlPage refused = button(form).click();
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(refused.asNormalizedText())
                .contains("Cochez au moins une donnée.")
                .contains("entre 1 et 60");
        assertThat(formTo(refused, OWN + "/nouvelle").getInputByName("intitule").getValue())
                .isEqualTo("Gardé");
    }

    @Test
    void theSecondInstructorIsTold() throws IOException {
        var requester = browserOf(organisation("Ville disputée (essai)"), Role.GESTIONNAIRE);
        var ministry = organisation("Ministère des deux (essai)");
        var one = browserOf(ministry, HabilitationRights.INSTRUCTEUR);
        var two = browserOf(ministry, HabilitationRights.INSTRUCTEUR);
        var id = request(requester, "Disputée");
        HtmlPage seen = two.getPage(address(EXAMINE + "/" + id));
        decide(one, id, "refuser", "Sans base légale.");
        var form = formTo(seen, EXAMINE + "/" + id + "/decision");
        form.getInputByValue("accorder").setChecked(true);
        HtmlPage told = button(form).click();
        assertThat(told.getWebResponse().getStatusCode()).isEqualTo(409);
        assertThat(told.asNormalizedText()).contains("Sans base légale.");
        assertThat(habilitations.find(idOf(id))).isEmpty();
    }

    @Test
    void nobodyReadsAnothersRequestOrExaminesHisOwn() throws IOException {
        var city = organisation("Ville prudente (essai)");
        var requester = browserOf(city, Role.GESTIONNAIRE, HabilitationRights.INSTRUCTEUR);
        var id = request(requester, "Prudente");
        assertThat(status(requester, EXAMINE + "/" + id)).isEqualTo(404);
        var other = browserOf(organisation("Ville curieuse (essai)"), Role.GESTIONNAIRE);
        assertThat(status(other, OWN + "/" + id)).isEqualTo(404);
        assertThat(status(other, OWN + "/" + id + "/modifier")).isEqualTo(404);
        assertThat(status(other, EXAMINE)).isEqualTo(403);
        assertThat(status(other, EXAMINE + "/" + id)).isEqualTo(403);
        assertThat(status(other, OWN + "/rien")).isEqualTo(404);
    }

    @Test
    void whoeverRequestedReadsWhatBecameOfIt() throws IOException, InterruptedException {
        var requester = browserOf(organisation("Ville avertie (essai)"), Role.GESTIONNAIRE);
        var instructor =
                browserOf(organisation("Ministère bavard (essai)"), HabilitationRights.INSTRUCTEUR);
        var title = "Avertie " + UUID.randomUUID();
        decide(instructor, request(requester, title), "refuser", "Sans base légale.");
        var limit = Instant.now().plusSeconds(30);
        while (!letters(requester, title).contains("refusée") && Instant.now().isBefore(limit)) {
            Thread.sleep(200);
        }
        assertThat(letters(requester, title))
                .contains("Demande d’habilitation envoyée : " + title)
                .contains("Demande d’habilitation refusée : " + title);
    }

    private String letters(WebClient browser, String title) throws IOException {
        HtmlPage letters = browser.getPage(address("/courriels?q=" + title.replace(" ", "%20")));
        return letters.asNormalizedText();
    }

    @Test
    void theFiguresAreForWhoeverOversees() throws IOException {
        var city = organisation("Ville des chiffres (essai)");
        assertThat(status(browserOf(city, "observateur-echanges"), "/administration/echanges"))
                .isEqualTo(200);
        assertThat(status(browserOf(city, Role.GESTIONNAIRE), "/administration/echanges"))
                .isEqualTo(403);
    }

    @Test
    void aGrantedVersionNeverChanges() throws IOException {
        var requester = browserOf(organisation("Ville figée (essai)"), Role.GESTIONNAIRE);
        var instructor =
                browserOf(organisation("Ministère figé (essai)"), HabilitationRights.INSTRUCTEUR);
        var id = request(requester, "Figée");
        decide(instructor, id, "accorder", "");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () ->
                                db.sql(
                                                "UPDATE habilitations.version SET valid_until = '2099-01-01' WHERE id = :id")
                                        .param("id", UUID.fromString(id))
                                        .update())
                .hasMessageContaining("never changes");
    }

    @Test
    void aProgramReadsAndRevokes() throws IOException {
        var requester = browserOf(organisation("Ville coupée (essai)"), Role.GESTIONNAIRE);
        var instructor =
                browserOf(organisation("Ministère rapide (essai)"), HabilitationRights.INSTRUCTEUR);
        var id = request(requester, "Coupée");
        decide(instructor, id, "accorder", "");
        var api = api();
        var path = "/api/habilitations/v1/habilitations/" + id;
        var read = api.get().uri(path).retrieve().toEntity(String.class);
        assertThat(read.getBody()).contains("\"state\":\"accordee\"");
        var body = Map.of("motif-revocation", "Essai terminé");
        assertThat(revoke(api, path, "\"1\"", body)).isEqualTo(412);
        assertThat(revoke(api, path, read.getHeaders().getETag(), Map.of())).isEqualTo(422);
        assertThat(revoke(api, path, read.getHeaders().getETag(), body)).isEqualTo(200);
        assertThat(revoke(api, path, read.getHeaders().getETag(), body)).isEqualTo(412);
        assertThat(habilitations.find(idOf(id)).orElseThrow().revokedAt()).isPresent();
        assertThat(
                        api.get()
                                .uri("/api/habilitations/v1/habilitations/rien")
                                .retrieve()
                                .toBodilessEntity()
                                .getStatusCode()
                                .value())
                .isEqualTo(404);
    }

    private static int revoke(
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

    /** Fills the form, sends it, and gives the id. */
    private String request(WebClient browser, String intitule) throws IOException {
        HtmlPage list = browser.getPage(address(OWN));
        HtmlPage page = list.getAnchorByText("Demander une habilitation").click();
        var form = formTo(page, OWN + "/nouvelle");
        form.getInputByName("intitule").setValue(intitule);
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
        form.getInputByName("cgu").setChecked(true);
        HtmlPage sent = button(form).click();
        assertThat(sent.asNormalizedText()).contains("La demande est envoyée.");
        var path = sent.getUrl().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void decide(WebClient browser, String id, String word, String motif)
            throws IOException {
        HtmlPage page = browser.getPage(address(EXAMINE + "/" + id));
        var form = formTo(page, EXAMINE + "/" + id + "/decision");
        form.getInputByValue(word).setChecked(true);
        form.getTextAreaByName("motif").setText(motif);
        HtmlPage after = button(form).click();
        assertThat(after.asNormalizedText()).contains("La décision est enregistrée.");
    }

    private static HabilitationId idOf(String id) {
        return HabilitationId.of(id).orElseThrow();
    }

    private WebClient browserOf(Organisation where, String... roles) {
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

    private RestClient api() {
        var token = tokens.createForOperator("essai", Duration.ofHours(1));
        return RestClient.builder()
                .baseUrl(address(""))
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .defaultStatusHandler(_ -> true, (_, _) -> {})
                .build();
    }

    private Organisation organisation(String name) {
        var draft =
                new OrganisationDraft(
                        new Siret(freshSiret()), name, OrganisationType.COMMUNE, null);
        return done(organisations.create(SOMEONE, draft));
    }

    private static String freshSiret() {
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

    private static <T> T done(Change<T> change) {
        if (change instanceof Change.Done<T>(var value)) {
            return value;
        }
        throw new AssertionError("not done: " + change);
    }

    private int status(WebClient browser, String path) throws IOException {
        return browser.getPage(address(path)).getWebResponse().getStatusCode();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private static HtmlForm formTo(HtmlPage page, String action) {
        return page.getForms().stream()
                .filter(it -> it.getActionAttribute().equals(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page.asNormalizedText()));
    }

    private static HtmlElement button(HtmlForm form) {
        return form.getFirstByXPath(".//button");
    }
}
