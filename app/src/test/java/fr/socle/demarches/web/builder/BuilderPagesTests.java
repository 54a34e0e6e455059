package fr.socle.demarches.web.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.socle.PostgresTest;
import fr.socle.demarches.Demarches;
import fr.socle.demarches.builder.BuilderRights;
import fr.socle.demarches.builder.Revisions;
import fr.socle.demarches.definition.Types;
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
import fr.socle.directory.ServiceDraft;
import fr.socle.directory.Services;
import fr.socle.directory.SessionCookie;
import fr.socle.directory.Sessions;
import fr.socle.directory.store.AgentStore;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Siret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The builders' pages, without scripts. */
@NullMarked
@PostgresTest
class BuilderPagesTests {

    private static final Actor SOMEONE = new Actor(Actor.Nature.CONSOLE, null, "");
    private static final AtomicInteger NUMBERS = new AtomicInteger(70_000);
    private static final String HOME = "/administration/demarches";

    @Autowired Organisations organisations;
    @Autowired Services services;
    @Autowired Memberships memberships;
    @Autowired Sessions sessions;
    @Autowired AgentStore agents;
    @Autowired Revisions revisions;
    @Autowired Demarches demarches;
    @LocalServerPort int port;

    @Test
    void anAgentBuildsAndPublishesAProcedure() throws IOException {
        var where = organisation("Commune bâtisseuse (essai)");
        done(services.create(SOMEONE, where.id(), new ServiceDraft("Guichet", null)));
        var browser = builder(where);
        var made = create(browser, "Inscription à la garderie d’été");
        var base = made.getUrl().getPath();

        var asked = add(browser, base, "oui-non", "Avez-vous une voiture ?");
        assertThat(asked.asNormalizedText()).contains("Avez-vous une voiture ?");
        add(browser, base, "texte", "Laquelle ?");
        condition(browser, base);
        HtmlPage editor = page(browser, base);
        assertThat(editor.asNormalizedText())
                .contains("Affiché si « Avez-vous une voiture ? » est égal à « Oui »");

        previewFollowsAnswers(browser, base);

        HtmlPage blocked = page(browser, base + "/publier");
        assertThat(blocked.asNormalizedText()).contains("Choisissez au moins un service actif");
        assertThat(buttonsTo(blocked, base + "/publier")).isEmpty();

        complete(browser, base);
        HtmlPage ready = page(browser, base + "/publier");
        HtmlPage published = button(formTo(ready, base + "/publier")).click();
        assertThat(published.asNormalizedText()).contains("La démarche est publiée");

        var slug = "inscription-garderie-ete";
        var revision = revisions.latest(slug).orElseThrow();
        assertThat(revision.open()).isTrue();
        assertThat(demarches.search("inscriptions GARDERIE été", 5))
                .anySatisfy(it -> assertThat(it.path()).isEqualTo("/demarches/" + slug));
        HtmlPage presented = page(browser(), "/demarches/" + slug);
        assertThat(presented.asNormalizedText()).contains("Commencer").contains("Guichet");
        assertThat(presented.getAnchorByHref("/mes-dossiers/commencer/" + slug)).isNotNull();

        changesAreTold(browser, base);
        HtmlPage publish = page(browser, base + "/publier");
        HtmlPage closed = button(formTo(publish, base + "/fermeture")).click();
        assertThat(closed.asNormalizedText()).contains("La démarche est fermée");
        assertThat(revisions.revision(revision.id()).orElseThrow().definition())
                .isEqualTo(revision.definition());
        assertThat(page(browser(), "/demarches/" + slug).asNormalizedText())
                .contains("Cette démarche est fermée");
        assertThat(demarches.search("garderie", 5)).isEmpty();
    }

    private void condition(WebClient browser, String base) throws IOException {
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

    private void previewFollowsAnswers(WebClient browser, String base) throws IOException {
        HtmlPage preview = page(browser, base + "/apercu");
        assertThat(preview.asNormalizedText()).doesNotContain("Laquelle ?");
        var form = formTo(preview, base + "/apercu");
        ((HtmlRadioButtonInput) form.getFirstByXPath(".//input[@value='oui']")).setChecked(true);
        HtmlPage tried = button(form).click();
        assertThat(tried.asNormalizedText()).contains("Laquelle ?");
    }

    private void complete(WebClient browser, String base) throws IOException {
        HtmlPage facts = page(browser, base + "/presentation");
        var form = formTo(facts, base + "/presentation");
        form.getTextAreaByName("description").setText("Garder les enfants.");
        form.getTextAreaByName("cadre").setText("Délibération du 1er juin 2026");
        form.getInputByName("services").click();
        HtmlPage saved = button(form).click();
        assertThat(saved.asNormalizedText()).contains("La présentation est enregistrée");
    }

    private void changesAreTold(WebClient browser, String base) throws IOException {
        add(browser, base, "nombre", "Combien d’enfants ?");
        HtmlPage page = page(browser, base + "/publier");
        assertThat(page.asNormalizedText()).contains("Combien d’enfants ?").contains("Ajouté");
        HtmlPage published = button(formTo(page, base + "/publier")).click();
        assertThat(published.getWebResponse().getStatusCode()).isEqualTo(200);
    }

    @Test
    void everyTypeOfFieldCanBeAddedAndChanged() throws IOException {
        var where = organisation("Commune aux quinze types (essai)");
        var browser = builder(where);
        var base = create(browser, "Tous les types").getUrl().getPath();
        for (var type : Types.CODES) {
            var path = base + "/champs/nouveau";
            HtmlPage blank = page(browser, path + "?type=" + type);
            assertThat(blank.getWebResponse().getStatusCode()).as(type).isEqualTo(200);
            var form = formTo(blank, path);
            form.getInputByName("label").setValue("Champ " + type);
            if (type.startsWith("choix")) {
                form.getTextAreaByName("options").setText("Un\nDeux");
            }
            HtmlPage added = button(form).click();
            assertThat(added.asNormalizedText()).as(type).contains("Champ " + type);
            HtmlPage edit = added.getAnchorByText("Champ " + type).click();
            HtmlPage saved = button(edit.getForms().get(formIndex(edit))).click();
            assertThat(saved.getWebResponse().getStatusCode()).as(type).isEqualTo(200);
        }
        assertThat(page(browser, base + "/apercu").getWebResponse().getStatusCode()).isEqualTo(200);
        assertThat(status(browser, base + "/export")).isEqualTo(200);
    }

    /** The form of the field: the one that holds its label. */
    private static int formIndex(HtmlPage page) {
        for (int i = 0; i < page.getForms().size(); i++) {
            if (!page.getForms().get(i).getInputsByName("label").isEmpty()) {
                return i;
            }
        }
        throw new AssertionError(page.asNormalizedText());
    }

    @Test
    void nobodyElseTouchesAProcedure() throws IOException {
        var own = organisation("Commune propriétaire (essai)");
        var base = create(builder(own), "Démarche gardée").getUrl().getPath();
        var stranger = builder(organisation("Commune voisine (essai)"));
        var paths =
                List.of("", "/presentation", "/apercu", "/publier", "/export", "/champs/nouveau");
        for (var path : paths) {
            assertThat(status(stranger, base + path)).as(path).isEqualTo(404);
        }
        for (var path :
                List.of("/presentation", "/publier", "/fermeture", "/ordre", "/champs/nouveau")) {
            assertThat(post(stranger, base + path)).as(path).isEqualTo(404);
        }
        var powerless = browserOf(agent("Sans droit (essai)", own), own);
        assertThat(status(powerless, HOME)).isEqualTo(403);
        assertThat(status(powerless, base)).isEqualTo(403);
        assertThat(post(powerless, base + "/publier")).isEqualTo(403);
        assertThat(page(browser(), HOME).getUrl().getPath())
                .startsWith("/agents/api/v2/interaction/");
        assertThat(page(stranger, HOME).asNormalizedText()).doesNotContain("Démarche gardée");
        assertThat(status(browser(), "/demarches/demarche-gardee")).isEqualTo(404);
    }

    @Test
    void theSecondWriterIsToldAndLosesNothing() throws IOException {
        var where = organisation("Commune à deux mains (essai)");
        var browser = builder(where);
        var base = create(browser, "Démarche disputée").getUrl().getPath();
        HtmlPage late = page(browser, base + "/champs/nouveau?type=texte");
        HtmlPage facts = page(browser, base + "/presentation");
        add(browser, base, "texte", "Premier arrivé");
        var form = formTo(late, base + "/champs/nouveau");
        form.getInputByName("label").setValue("Second arrivé");
        HtmlPage conflict = button(form).click();
        assertThat(conflict.getWebResponse().getStatusCode()).isEqualTo(409);
        var again = formTo(conflict, base + "/champs/nouveau");
        assertThat(again.getInputByName("label").getValue()).isEqualTo("Second arrivé");
        HtmlPage saved = button(again).click();
        assertThat(saved.asNormalizedText()).contains("Premier arrivé", "Second arrivé");
        HtmlPage stale = button(formTo(facts, base + "/presentation")).click();
        assertThat(stale.getWebResponse().getStatusCode()).isEqualTo(409);
        assertThat(post(browser, base + "/ordre")).isEqualTo(404);
    }

    @Test
    void whatIsWrongIsSaidAndKept() throws IOException {
        var browser = builder(organisation("Commune distraite (essai)"));
        HtmlPage blank = page(browser, HOME + "/nouvelle");
        var form = formTo(blank, HOME + "/nouvelle");
        form.getInputByName("title").setValue("x".repeat(300));
        form.getInputByName("minutes").setValue("beaucoup");
        HtmlPage refused = button(form).click();
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        var again = formTo(refused, HOME + "/nouvelle");
        assertThat(again.getInputByName("minutes").getValue()).isEqualTo("beaucoup");
        var base = create(browser, "Démarche distraite").getUrl().getPath();
        assertThat(status(browser, base + "/champs/nouveau?type=inconnu")).isEqualTo(404);
        assertThat(status(browser, base + "/champs/zzzzzzzz")).isEqualTo(404);
        assertThat(status(browser, base + "/champs/..%00")).isIn(400, 404);
        assertThat(status(browser, HOME + "/" + UUID.randomUUID())).isEqualTo(404);
        assertThat(status(browser, HOME + "/importer")).isEqualTo(200);
    }

    @Test
    void aPublishedDefinitionIsImportedAndItsLossesAreListed() throws IOException {
        var browser = builder(organisation("Commune reprenante (essai)"));
        var json =
                """
                {"title":"Reprise","description":"D","revision":{"champDescriptors":[
                {"__typename":"SiretChampDescriptor","label":"Votre SIRET","required":true,"description":null}]}}
                """;
        var report = upload(browser, json);
        assertThat(report.getWebResponse().getStatusCode()).isEqualTo(201);
        assertThat(((HtmlPage) report).asNormalizedText())
                .contains("Votre SIRET")
                .contains("le numéro n’est plus vérifié");
        assertThat(upload(browser, "pas du json").getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(upload(browser, "").getWebResponse().getStatusCode()).isEqualTo(422);
    }

    @Test
    void everyRealDefinitionIsImportedThroughThePage() throws IOException {
        var folder = Path.of("../../../shared/samples/demarches");
        assumeTrue(Files.isDirectory(folder));
        var browser = builder(organisation("Commune aux reprises (essai)"));
        try (var files = Files.list(folder)) {
            for (var file : files.filter(it -> it.toString().endsWith(".json")).toList()) {
                var report = upload(browser, Files.readString(file));
                assertThat(report.getWebResponse().getStatusCode())
                        .as(file.toString())
                        .isEqualTo(201);
            }
        }
        var list = page(browser, HOME);
        for (var link : list.getAnchors()) {
            if (link.getHrefAttribute().matches(HOME + "/[0-9a-f-]{36}")) {
                assertThat(status(browser, link.getHrefAttribute())).isEqualTo(200);
                assertThat(status(browser, link.getHrefAttribute() + "/apercu")).isEqualTo(200);
                assertThat(status(browser, link.getHrefAttribute() + "/publier")).isEqualTo(200);
            }
        }
    }

    @Test
    void theDemonstrationsProcedureIsPublished() throws IOException {
        HtmlPage page = page(browser(), "/demarches/tarif-restauration-scolaire");
        assertThat(page.asNormalizedText())
                .contains("Tarif de la restauration scolaire")
                .contains("Vie scolaire")
                .contains("Commencer");
    }

    @Test
    void thePagesAlsoSpeakEnglish() throws IOException {
        var browser = builder(organisation("Commune anglophone (essai)"));
        var base = create(browser, "Démarche traduite").getUrl().getPath();
        add(browser, base, "choix", "Choice?");
        page(browser, "/langue/en?retour=/");
        for (var path : List.of("", "/presentation", "/apercu", "/publier", "/champs/nouveau")) {
            assertThat(status(browser, base + path)).as(path).isEqualTo(200);
        }
        assertThat(status(browser, "/demarches/tarif-restauration-scolaire")).isEqualTo(200);
    }

    private HtmlPage create(WebClient browser, String title) throws IOException {
        HtmlPage blank = page(browser, HOME + "/nouvelle");
        var form = formTo(blank, HOME + "/nouvelle");
        form.getInputByName("title").setValue(title);
        HtmlPage made = button(form).click();
        assertThat(made.asNormalizedText()).contains("La démarche est créée");
        return made;
    }

    private HtmlPage add(WebClient browser, String base, String type, String label)
            throws IOException {
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

    private Page upload(WebClient browser, String json) throws IOException {
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

    private int post(WebClient browser, String path) throws IOException {
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

    private Organisation organisation(String name) {
        return done(
                organisations.create(
                        SOMEONE,
                        new OrganisationDraft(freshSiret(), name, OrganisationType.COMMUNE, null)));
    }

    private static Siret freshSiret() {
        var middle = "999%05d".formatted(NUMBERS.incrementAndGet());
        for (int tail = 0; tail < 100; tail++) {
            var typed = middle + tail / 10 + "0001" + tail % 10;
            if (Siret.parse(typed) instanceof Parsed.Valid<Siret>(var siret)) {
                return siret;
            }
        }
        throw new IllegalStateException("no SIRET starts like " + middle);
    }

    private Agent agent(String name, Organisation where, String... roles) {
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

    private WebClient builder(Organisation where) {
        assertThat(BuilderRights.ADMINISTER.code()).isEqualTo("demarches.administrer");
        return browserOf(agent("Conceptrice (essai)", where, "concepteur"), where);
    }

    private WebClient browserOf(Agent agent, Organisation where) {
        var browser = browser();
        var secret = sessions.open(agent.id(), where.id()).orElseThrow();
        browser.getCookieManager()
                .addCookie(new Cookie("localhost", SessionCookie.NAME, secret, "/", null, false));
        return browser;
    }

    private static WebClient browser() {
        var browser = new WebClient(BrowserVersion.CHROME);
        browser.getOptions().setJavaScriptEnabled(false);
        browser.getOptions().setCssEnabled(false);
        browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
        return browser;
    }

    private static <T> T done(Change<T> change) {
        if (change instanceof Change.Done<T>(var value)) {
            return value;
        }
        throw new AssertionError("not done: " + change);
    }

    private HtmlPage page(WebClient browser, String path) throws IOException {
        return browser.getPage(url(path));
    }

    private java.net.URL url(String path) throws IOException {
        return URI.create("http://localhost:" + port + path).toURL();
    }

    private int status(WebClient browser, String path) throws IOException {
        return browser.getPage(url(path)).getWebResponse().getStatusCode();
    }

    private static List<HtmlForm> buttonsTo(HtmlPage page, String action) {
        return page.getForms().stream()
                .filter(it -> it.getActionAttribute().equals(action))
                .toList();
    }

    private static HtmlForm formTo(HtmlPage page, String action) {
        return buttonsTo(page, action).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError(page.asNormalizedText()));
    }

    private static HtmlElement button(HtmlForm form) {
        return form.getFirstByXPath(".//button");
    }
}
