package fr.socle.demarches.dossier;

import fr.socle.PostgresTest;
import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.builder.AttestationTemplate;
import fr.socle.demarches.builder.DemarcheBuilder;
import fr.socle.demarches.builder.Facts;
import fr.socle.demarches.builder.Publication;
import fr.socle.demarches.builder.Publisher;
import fr.socle.demarches.definition.Definition;
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
import fr.socle.directory.Service;
import fr.socle.directory.ServiceDraft;
import fr.socle.directory.Services;
import fr.socle.directory.SessionCookie;
import fr.socle.directory.Sessions;
import fr.socle.directory.store.AgentStore;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Siret;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.htmlunit.BrowserVersion;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.Cookie;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A made-up city with a published procedure, its agents, and usagers without scripts. */
@NullMarked
@PostgresTest
@Import(Neighbours.class)
public abstract class DossierHouse {

    private static final Actor SOMEONE = new Actor(Actor.Nature.CONSOLE, null, "");
    private static final AtomicInteger NUMBERS = new AtomicInteger(70_000);

    @Autowired Organisations organisations;
    @Autowired Services services;
    @Autowired Memberships memberships;
    @Autowired AgentStore agentStore;
    @Autowired Sessions sessions;
    @Autowired DemarcheBuilder builder;
    @Autowired Publisher publisher;
    @Autowired Neighbours.ScriptedGateway gateway;
    @Autowired JdbcClient db;
    @LocalServerPort int port;

    Organisation city;
    Service school;
    Service register;
    String slug;

    @BeforeEach
    protected void city() {
        gateway.answer = Neighbours.ScriptedGateway.released("872.50");
        var number = NUMBERS.incrementAndGet();
        city =
                done(
                        organisations.create(
                                SOMEONE,
                                new OrganisationDraft(
                                        new Siret(siret(number)),
                                        "Ville d’essai " + number,
                                        OrganisationType.COMMUNE,
                                        null)));
        school = done(services.create(SOMEONE, city.id(), new ServiceDraft("Vie scolaire", null)));
        register = done(services.create(SOMEONE, city.id(), new ServiceDraft("État civil", null)));
        slug = published("Tarif d’essai " + number);
    }

    /** A procedure of the city, open; by its short name. */
    protected String published(String title) {
        return published(title, MadeUpForm.definition());
    }

    /** With these fields. */
    protected String published(String title, Definition definition) {
        var facts =
                new Facts(
                        title,
                        "Pour les tests.",
                        "Les familles",
                        "Délibération d’essai",
                        List.of(school.id()),
                        new AttestationTemplate(
                                "Attestation de tarif",
                                "La --organisation-- atteste du quotient de --nom-- : --quot-- €.\n\n"
                                        + "Enfants : --enfa--."),
                        12,
                        5);
        var made = done(builder.create(SOMEONE, city.id(), DemarcheId.fresh(), "", facts));
        var drafted =
                done(
                        builder.redraft(
                                made.id(),
                                definition,
                                Map.of(Neighbours.DATASET, Neighbours.HABILITATION),
                                made.fiche().version()));
        var publication = publisher.publish(SOMEONE, drafted.id(), drafted.fiche().version());
        if (publication instanceof Publication.Published) {
            return drafted.fiche().slug();
        }
        throw new AssertionError("not published: " + publication);
    }

    protected Agent agent(String name, Service in) {
        return agent(name, in, "instructeur");
    }

    /** An agent who builds procedures and examines nothing. */
    protected Agent builderOf(Service in) {
        return agent("Colette Essai", in, "concepteur");
    }

    private Agent agent(String name, Service in, String role) {
        var id = new AgentId(UUID.randomUUID());
        var agent = new Agent(id, name, "agent-" + id + "@essai.example", true, false, 1);
        agentStore.insert(agent, Instant.now());
        agentStore.bind("urn:test", agent.id().toString(), agent.id(), Instant.now());
        done(
                memberships.join(
                        SOMEONE,
                        agent.id(),
                        in.organisation(),
                        new MembershipDraft(List.of(role), List.of(in.id()))));
        return agent;
    }

    protected WebClient agentBrowser(Agent agent) {
        var browser = browser();
        var secret = sessions.open(agent.id(), city.id()).orElseThrow();
        browser.getCookieManager()
                .addCookie(new Cookie("localhost", SessionCookie.NAME, secret, "/", null, false));
        return browser;
    }

    protected WebClient usager(UUID person) {
        var browser = browser();
        browser.addRequestHeader(Neighbours.HEADER, person.toString());
        return browser;
    }

    protected static WebClient browser() {
        var browser = new WebClient(BrowserVersion.CHROME);
        browser.getOptions().setJavaScriptEnabled(false);
        browser.getOptions().setCssEnabled(false);
        browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
        return browser;
    }

    protected String address(String path) {
        return "http://localhost:" + port + path;
    }

    protected int status(WebClient browser, String path) throws IOException {
        return browser.getPage(address(path)).getWebResponse().getStatusCode();
    }

    /** Whether this page is not his: he is refused, or sent to where one signs in. */
    protected boolean shut(WebClient browser, String path) throws IOException {
        var page = browser.getPage(address(path));
        return page.getWebResponse().getStatusCode() >= 400
                || !page.getUrl().getPath().equals(path);
    }

    /** A draft, as its page shows it. */
    protected HtmlPage begun(WebClient browser) throws IOException {
        HtmlPage begin = browser.getPage(address("/mes-dossiers/commencer/" + slug));
        return press(formTo(begin, "/mes-dossiers/commencer/" + slug), "Commencer ma demande");
    }

    /** Answers everything that is mandatory. */
    HtmlPage filled(WebClient browser) throws IOException {
        var page = begun(browser);
        answer(form(page));
        return page;
    }

    static void answer(HtmlForm form) {
        byEnd(form, ".pren").setValue("Léa");
        form.getInputsByValue("Jean-Moulin").getFirst().setChecked(true);
        form.getInputsByValue("non").getFirst().setChecked(true);
    }

    static HtmlInput byEnd(HtmlForm form, String end) {
        return form.getElementsByTagName("input").stream()
                .map(HtmlInput.class::cast)
                .filter(
                        it ->
                                it.getNameAttribute().endsWith(end)
                                        && !it.getTypeAttribute().equals("hidden"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no input " + end));
    }

    /** A deposited dossier, as its usager sees it. */
    protected HtmlPage deposited(WebClient browser) throws IOException {
        var review = press(form(filled(browser)), "Continuer");
        return press(formTo(review, "/deposer"), "Déposer mon dossier");
    }

    static HtmlForm form(HtmlPage page) {
        return formTo(page, "/remplir");
    }

    protected static HtmlForm formTo(HtmlPage page, String path) {
        return page.getForms().stream()
                .filter(it -> it.getActionAttribute().split("[?]")[0].endsWith(path))
                .findFirst()
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        "no form to " + path + " in " + page.asNormalizedText()));
    }

    protected static HtmlPage press(HtmlForm form, String label) throws IOException {
        var button =
                form.getElementsByTagName("button").stream()
                        .map(HtmlButton.class::cast)
                        .filter(it -> it.asNormalizedText().startsWith(label))
                        .filter(it -> !it.getAttribute("class").equals("unseen"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no button " + label));
        return button.click();
    }

    protected static String idOf(HtmlPage page) {
        return page.getUrl().getPath().split("/")[2];
    }

    static int status(HtmlPage page) {
        return page.getWebResponse().getStatusCode();
    }

    static <T> T done(Change<T> change) {
        if (change instanceof Change.Done<T>(var value)) {
            return value;
        }
        throw new AssertionError("not done: " + change);
    }

    /** How many entries of this kind the journal has. */
    protected long entries(String kind) {
        return db.sql(
                        """
                        SELECT (SELECT count(*) FROM journal.pending WHERE kind = :kind)
                             + (SELECT count(*) FROM journal.content WHERE kind = :kind)
                        """)
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    protected String slug() {
        return slug;
    }

    protected Service school() {
        return school;
    }

    protected Service register() {
        return register;
    }

    protected JdbcClient db() {
        return db;
    }

    private static String siret(int number) {
        var middle = "998%05d".formatted(number % 100_000);
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
}
