package fr.socle.citoyen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.Neighbours;
import fr.socle.PostgresTest;
import fr.socle.citoyen.usages.Family;
import fr.socle.citoyen.usages.Filter;
import fr.socle.citoyen.usages.Place;
import fr.socle.citoyen.usages.Usage;
import fr.socle.citoyen.usages.Usages;
import fr.socle.journal.Entry;
import fr.socle.journal.Journal;
import fr.socle.journal.format.Receipt;
import fr.socle.journal.format.Verdict;
import fr.socle.journal.format.VerifierKey;
import fr.socle.kernel.PersonRef;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PostgresTest
@Import(Neighbours.class)
class CitoyenTests {

    private static final Filter ALL = new Filter(EnumSet.allOf(Family.class), Optional.empty());

    @LocalServerPort int port;
    @Autowired Journal journal;
    @Autowired Usages usages;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private final WebClient browser = new WebClient();
    private final String who = "Essai-" + UUID.randomUUID();
    private final PersonRef person = Neighbours.person(who);
    private final String stranger = "Autre-" + UUID.randomUUID();

    @BeforeEach
    void withoutJavaScript() {
        browser.getOptions().setJavaScriptEnabled(false);
        browser.getOptions().setCssEnabled(false);
        browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
        browser.addRequestHeader(Neighbours.WHO, who);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void theFrontPageShowsHowFarEachProcedureCame() throws IOException {
        as("Camille");
        assertThat(page("/mon-dossier").asNormalizedText())
                .contains("Tarif de la restauration scolaire", "D-1-482917", "En instruction");
        as(stranger);
        assertThat(page("/mon-dossier").asNormalizedText())
                .contains("Aucune démarche pour l’instant")
                .doesNotContain("482917");
    }

    @Test
    void aLineTellsWhoWhatWhyAndOnWhichGroundAndNeverTheAgent() throws IOException {
        written(Line.exchange(person, "Ville d’Essai", "Calculer le tarif"));
        HtmlPage list = page("/mon-dossier/usages");
        assertThat(list.asNormalizedText())
                .contains(
                        "Ville d’Essai a obtenu des données de Caisse d’essai",
                        "Quotient familial");
        HtmlPage line = list.getAnchorByHref(usages().getFirst().path()).click();
        assertThat(line.asNormalizedText())
                .contains("Calculer le tarif", "CRPA, art. L. 114-8", "Adresse", "accordé")
                .contains("Un texte impose cette durée (CRPA, art. L114-8)")
                .doesNotContain("Agent Secret");
    }

    @Test
    void theReceiptThatIsHandedOutIsTrueAndTheHandingOutShows() throws IOException {
        written(Line.exchange(person, "Ville d’Essai", "Prouver"));
        var path = usages().getFirst().path();
        await().atMost(Duration.ofSeconds(3)).until(() -> receiptButton(path).isPresent());
        var line = page(path);
        assertThat(line.asNormalizedText())
                .contains("0 témoin", "./socle verify recu-", "Jamais prouvé");
        var receipt = receiptButton(path).orElseThrow().click().getWebResponse();
        assertThat(receipt.getResponseHeaderValue("Content-Disposition")).contains(".tlog-proof");
        var key = browser.getPage(url("/journal/1/cle")).getWebResponse().getContentAsString();
        var verdict =
                Verdict.of(
                        receipt.getContentAsString(), VerifierKey.parse(key.strip()), Set.of(), 0);
        assertThat(verdict).isNotInstanceOf(Verdict.False.class);
        assertThat(Receipt.parse(receipt.getContentAsString()).index())
                .isEqualTo(Long.parseLong(path.substring(path.lastIndexOf('/') + 1)));
        await().atMost(Duration.ofSeconds(3))
                .until(
                        () ->
                                usages().stream()
                                        .anyMatch(it -> it.kind().equals("citoyen.recu-remis")));
    }

    @Test
    void aLineOfSomebodyElseIsNotFoundJustAsOneThatDoesNotExist() throws IOException {
        written(Line.exchange(person, "Ville d’Essai", "À moi"));
        var path = usages().getFirst().path();
        as(stranger);
        var theirs = page(path).getWebResponse();
        var unknown = page("/mon-dossier/usages/1/999999999999").getWebResponse();
        assertThat(theirs.getStatusCode()).isEqualTo(404);
        assertThat(unknown.getStatusCode()).isEqualTo(404);
        assertThat(text(theirs.getContentAsString())).isEqualTo(text(unknown.getContentAsString()));
        assertThat(page("/mon-dossier/usages").asNormalizedText()).doesNotContain("À moi");
        assertThat(usages.receipt(Neighbours.person(stranger), place(path))).isEmpty();
    }

    @Test
    void whoIsConcernedSeesTheirOwnPartOnly() throws IOException {
        written(Line.both(person, Neighbours.person(stranger), "Ville d’Essai"));
        assertThat(page("/mon-dossier/usages").asNormalizedText()).contains("sujet", "Cantine");
        as(stranger);
        assertThat(page("/mon-dossier/usages").asNormalizedText())
                .contains("concerné")
                .doesNotContain("sujet", "Cantine");
    }

    @Test
    void linesAreChosenByOrganisationAndBySort() throws IOException {
        written(Line.exchange(person, "Ville d’Essai", "tarif"));
        written(Line.refused(person, "Région d’Essai"));
        written(Line.signIn(person));
        assertThat(page("/mon-dossier/usages").asNormalizedText())
                .contains("tarif", "Région d’Essai")
                .doesNotContain("Impots.essai a");
        assertThat(page("/mon-dossier/usages?sorte=refus").querySelectorAll(".timeline > li"))
                .hasSize(1);
        assertThat(
                        page("/mon-dossier/usages?organisation=Ville%20d%E2%80%99Essai")
                                .querySelectorAll(".timeline > li"))
                .hasSize(1);
        assertThat(page("/mon-dossier/usages?organisation=Personne").asNormalizedText())
                .contains("Aucune ligne ne répond à ces critères");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?sorte=nimporte",
                "?page=-5",
                "?page=99999999",
                "?organisation=%00",
                "?organisation=%25%27%22",
                "?sorte=connexions"
            })
    void oddChoicesBreakNothing(String query) throws IOException {
        assertThat(page("/mon-dossier/usages" + query).getWebResponse().getStatusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mon-dossier",
                "/mon-dossier/usages",
                "/mon-dossier/usages/1/0",
                "/mon-dossier/export"
            })
    void aStrangerIsSentToSignInAndAnAgentIsNoUsager(String path) throws IOException {
        browser.removeRequestHeader(Neighbours.WHO);
        browser.getOptions().setRedirectEnabled(false);
        Page answer = browser.getPage(url(path));
        assertThat(answer.getWebResponse().getStatusCode()).isEqualTo(303);
        browser.addRequestHeader(Neighbours.RIGHT, "journal.auditer");
        assertThat(browser.getPage(url(path)).getWebResponse().getStatusCode()).isNotEqualTo(200);
    }

    @Test
    void whatTheJournalErasedIsGoneAlsoFromTheList() throws IOException {
        written(Line.refused(person, "Région d’Essai"));
        written(Line.exchange(person, "Ville d’Essai", "reste"));
        var erased =
                usages().stream()
                        .filter(it -> it.family() == Family.REFUS)
                        .findFirst()
                        .orElseThrow();
        journal.erase(erased.place().index(), "demande de la personne");
        await().atMost(Duration.ofSeconds(3)).until(() -> usages.count(person, ALL) == 1);
        assertThat(page(erased.path()).getWebResponse().getStatusCode()).isEqualTo(404);
        written(Line.signIn(person));
        journal.erasePerson(person, "demande de la personne");
        await().atMost(Duration.ofSeconds(3)).until(() -> usages.count(person, ALL) == 1);
        assertThat(usages()).extracting(Usage::motif).containsExactly("reste");
    }

    @Test
    void theListCanBeEmptiedAndBuiltAgain() {
        written(Line.exchange(person, "Ville d’Essai", "un"));
        written(Line.refused(person, "Ville d’Essai"));
        var before = usages();
        transaction.executeWithoutResult(
                _ -> {
                    db.sql(
                                    "UPDATE journal.follower SET log = 1, next = 0 WHERE name = 'citoyen.usages'")
                            .update();
                    db.sql("TRUNCATE citoyen.usage").update();
                });
        journal.appendAlone(Line.signIn(Neighbours.person(stranger)));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> usages.count(person, ALL) == before.size());
        assertThat(usages()).isEqualTo(before);
    }

    @Test
    void theListItselfHoldsNothingOfWhatWasSaid() {
        written(Line.exchange(person, "Ville d’Essai", "motif très personnel"));
        var rows = db.sql("SELECT u::text FROM citoyen.usage u").query(String.class).list();
        assertThat(rows).isNotEmpty().noneMatch(it -> it.contains("personnel"));
    }

    @Test
    void everythingIsTakenAwayAsJson() throws IOException {
        written(Line.exchange(person, "Ville d’Essai", "Emporter"));
        var answer = button("/mon-dossier/export", "Télécharger en JSON").click().getWebResponse();
        assertThat(answer.getContentType()).isEqualTo("application/json");
        assertThat(answer.getContentAsString())
                .contains(
                        "\"Emporter\"",
                        "\"Quotient familial\"",
                        "\"family_name\" : \"Essai-Fictif\"")
                .doesNotContain("Agent Secret", person.value().toString());
        await().atMost(Duration.ofSeconds(3))
                .until(() -> usages().stream().anyMatch(it -> it.kind().equals("citoyen.export")));
    }

    @Test
    void everythingIsTakenAwayAsATaggedPdf() throws IOException {
        written(Line.exchange(person, "Ville d’Essai", "Imprimer & « relire » <b>"));
        var answer = button("/mon-dossier/export", "Télécharger en PDF").click().getWebResponse();
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        try (var pdf = Loader.loadPDF(answer.getContentAsStream().readAllBytes())) {
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(new PDFTextStripper().getText(pdf).replace('\u00a0', ' '))
                    .contains("Mon dossier", "Ville d’Essai a obtenu", "Imprimer & « relire » <b>")
                    .doesNotContain("Agent Secret");
        }
    }

    @Test
    void anExportWithoutTheFormsTokenIsRefusedAndNotWritten() throws IOException {
        var request =
                new org.htmlunit.WebRequest(
                        java.net.URI.create(url("/mon-dossier/export/json")).toURL(),
                        org.htmlunit.HttpMethod.POST);
        assertThat(browser.getPage(request).getWebResponse().getStatusCode()).isEqualTo(403);
        assertThat(usages()).isEmpty();
    }

    private List<Usage> usages() {
        return usages.page(person, ALL, 50, 0);
    }

    private void written(Entry entry) {
        var reference = journal.appendAlone(entry);
        var index =
                await().atMost(Duration.ofSeconds(3))
                        .until(() -> journal.find(reference.id()), Optional::isPresent)
                        .orElseThrow()
                        .index();
        await().atMost(Duration.ofSeconds(3))
                .until(
                        () ->
                                db.sql("SELECT count(*) FROM citoyen.usage WHERE index = :index")
                                                .param("index", index)
                                                .query(Long.class)
                                                .single()
                                        > 0);
    }

    private Optional<HtmlButton> receiptButton(String path) throws IOException {
        return page(path).<HtmlButton>getByXPath("//main//form//button").stream().findFirst();
    }

    private HtmlButton button(String path, String label) throws IOException {
        return page(path).<HtmlButton>getByXPath("//main//button").stream()
                .filter(it -> it.asNormalizedText().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static Place place(String path) {
        var parts = path.split("/");
        return new Place(Integer.parseInt(parts[3]), Long.parseLong(parts[4]));
    }

    /** Without what differs from one request to the next: addresses, tokens, references. */
    private static String text(String html) {
        return html.replaceAll("(?s)<head>.*</head>", "")
                .replaceAll("usages%2F[^\"]*|retour=[^\"]*|value=\"[^\"]*\"|<code>[^<]*</code>", "")
                .replaceAll("[0-9A-Za-z-]{8,}-[0-9]+|Autre-[0-9a-f-]+|<b>[^<]*</b>", "");
    }

    private void as(String name) {
        browser.removeRequestHeader(Neighbours.WHO);
        browser.addRequestHeader(Neighbours.WHO, name);
    }

    private HtmlPage page(String path) throws IOException {
        return browser.getPage(url(path));
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
