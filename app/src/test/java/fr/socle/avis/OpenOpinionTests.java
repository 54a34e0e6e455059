package fr.socle.avis;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.Neighbours;
import fr.socle.PostgresTest;
import fr.socle.avis.store.Opinion;
import fr.socle.avis.store.OpinionStore;
import fr.socle.avis.store.OpinionStore.Given;
import fr.socle.demarches.PublishedDemarche;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlRadioButtonInput;
import org.htmlunit.html.HtmlTextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@PostgresTest
@Import(Neighbours.class)
@TestPropertySource(properties = "socle.tries.same=6")
class OpenOpinionTests {

    @LocalServerPort int port;
    @Autowired Scores scores;
    @Autowired OpinionStore store;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;

    private final WebClient browser = new WebClient();

    @BeforeEach
    void withoutJavaScript() {
        browser.getOptions().setJavaScriptEnabled(false);
        browser.getOptions().setCssEnabled(false);
        browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void anOpenOpinionIsCountedApartAndOnceHoweverOftenItIsSent() throws IOException {
        var form = page(link(Neighbours.STREET) + "?button=12");
        assertThat(form.asNormalizedText()).contains(Neighbours.STREET.title());
        choose(form, "good");
        var text = send(send(send(form)));
        ((HtmlTextArea) text.getElementByName("verbatim")).setText("Écrire à un@exemple.example");
        HtmlPage thanks = send(text);
        assertThat(thanks.getUrl().getPath()).isEqualTo("/avis/merci");
        assertThat(thanks.asNormalizedText()).contains("Une adresse de courriel");
        assertThat(send(form).asNormalizedText()).contains("Question 2 sur 4");
        var split = scores.of(JudgedId.of(Neighbours.STREET.id()), Scores.EVER);
        assertThat(split.open().opinions()).isEqualTo(1);
        assertThat(split.verified().opinions()).isZero();
        assertThat(texts(Neighbours.STREET)).containsExactly("Écrire à [courriel]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "pt", "ar"})
    void theFormSpeaksTheFiveLanguagesAllTheWay(String language) throws IOException {
        var form = page(link(Neighbours.SCHOOL) + "?langue=" + language);
        assertThat((Object) form.querySelector("div[lang=" + language + "]")).isNotNull();
        assertThat((Object) form.querySelector("div[dir=rtl] main, main div[dir=rtl]"))
                .satisfies(it -> assertThat(it != null).isEqualTo(language.equals("ar")));
        choose(form, "medium");
        var text = send(send(send(form)));
        assertThat(text.getUrl().getQuery()).contains("etape=4", "langue=" + language);
        assertThat(text.<HtmlForm>querySelector("main form").asNormalizedText())
                .doesNotContain("Souhaitez-vous", "Terminer mon");
    }

    @Test
    void anUnknownLanguageIsThatOfTheHouse() throws IOException {
        var form = page(link(Neighbours.SCHOOL) + "?langue=xx");
        assertThat(form.asNormalizedText()).contains("De façon générale");
    }

    @Test
    void aFloodIsHeldUpAndLosesNothing() throws IOException {
        for (int i = 0; i < 6; i++) {
            flood();
        }
        var last = flood();
        assertThat(last.getWebResponse().getStatusCode()).isEqualTo(429);
        assertThat(last.<HtmlRadioButtonInput>querySelector("input[value=medium]").isChecked())
                .isTrue();
        assertThat(scores.of(JudgedId.of(Neighbours.MEALS.id()), Scores.EVER).open().opinions())
                .isEqualTo(6);
        var other = page(link(Neighbours.SCHOOL));
        choose(other, "bad");
        assertThat(send(other).asNormalizedText())
                .as("another service")
                .contains("Question 2 sur 4");
    }

    @Test
    void anEmptyOpinionIsRefusedByName() throws IOException {
        HtmlPage refused = send(page(link(Neighbours.SCHOOL)));
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(refused.asNormalizedText()).contains("De façon générale");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "rien", "00000000-0000-0000-0000-000000000000", "%20"})
    void aServiceThatNobodyPublishedTakesNoOpinion(String id) throws IOException {
        assertThat(page("/Demarches/" + id).getWebResponse().getStatusCode()).isEqualTo(404);
    }

    @Test
    void textsReachTheServiceFromFiveOpinionsOfTheMonthOn() throws IOException {
        browser.addRequestHeader(Neighbours.RIGHT, "avis.lire");
        var address = "/agent/avis/" + Neighbours.SCHOOL.id() + "?mois=2026-03";
        for (int i = 0; i < 4; i++) {
            give(Neighbours.SCHOOL, LocalDate.of(2026, 3, 31), "Attente " + i);
        }
        give(Neighbours.SCHOOL, LocalDate.of(2026, 4, 1), "Avril");
        assertThat(page(address).asNormalizedText())
                .contains("à partir de cinq avis")
                .doesNotContain("Attente 0", "Avril");
        give(Neighbours.SCHOOL, LocalDate.of(2026, 3, 1), "Attente 4");
        assertThat(page(address).asNormalizedText())
                .contains("Attente 0", "Attente 4", "attente (5 avis)", "10,0 / 10")
                .doesNotContain("à partir de cinq avis", "Avril");
        assertThat(page("/agent/avis").asNormalizedText()).contains(Neighbours.SCHOOL.title());
    }

    @Test
    void theFileOfAMonthHoldsNoFormulaAndNothingBelowFive() throws IOException {
        browser.addRequestHeader(Neighbours.RIGHT, "avis.lire");
        for (int i = 0; i < 4; i++) {
            give(Neighbours.MEALS, LocalDate.of(2026, 2, 28), "=1+" + i);
        }
        assertThat(file("2026-02").lines()).hasSize(1);
        give(Neighbours.MEALS, LocalDate.of(2026, 2, 1), "Bien ; \"vite\"");
        assertThat(file("2026-02"))
                .contains(";\"Bien ; \"\"vite\"\"\"", "'=1+0", "2026-02;verified;good;")
                .doesNotContain(";=1+", "2026-02-28");
        assertThat(file("2026-02").lines()).hasSize(6);
    }

    @Test
    void theButtonLeadsOtherSitesToTheForm() throws IOException {
        browser.addRequestHeader(Neighbours.RIGHT, "avis.lire");
        var board = page("/agent/avis/" + Neighbours.STREET.id());
        assertThat(board.asNormalizedText())
                .contains(
                        "/Demarches/" + Neighbours.STREET.id() + "?button=1&amp;nd_source=button");
        for (var it : List.of("plein-clair", "plein-sombre", "contour-clair", "contour-sombre")) {
            var image =
                    browser.getPage("http://localhost:" + port + "/ressources/avis-" + it + ".svg");
            assertThat(image.getWebResponse().getStatusCode()).as(it).isEqualTo(200);
        }
        assertThat(page(link(Neighbours.STREET) + "?button=1&nd_source=button").asNormalizedText())
                .contains("Question 1 sur 4");
    }

    private String file(String month) throws IOException {
        var address = "/agent/avis/" + Neighbours.MEALS.id() + "/avis.csv?mois=" + month;
        return browser.getPage("http://localhost:" + port + address)
                .getWebResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void whoMayNotReadOpinionsReadsNone() throws IOException {
        assertThat(page("/agent/avis").asNormalizedText()).doesNotContain("Avis vérifiés");
        browser.addRequestHeader(Neighbours.RIGHT, "demarches.instruire");
        assertThat(page("/agent/avis/" + Neighbours.SCHOOL.id()).getWebResponse().getStatusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999-01", "2026-13", "hier", "1999-12", "+999999999-12"})
    void aMonthThatIsNoneHasNoPage(String month) throws IOException {
        browser.addRequestHeader(Neighbours.RIGHT, "avis.lire");
        assertThat(
                        page("/agent/avis?mois=" + month.replace("+", "%2B"))
                                .getWebResponse()
                                .getStatusCode())
                .isEqualTo(404);
    }

    @Test
    void aProcedureOfAnotherOrganisationIsUnknown() throws IOException {
        browser.addRequestHeader(Neighbours.RIGHT, "avis.lire");
        assertThat(page("/agent/avis/" + UUID.randomUUID()).getWebResponse().getStatusCode())
                .isEqualTo(404);
    }

    private HtmlPage flood() throws IOException {
        var form = page(link(Neighbours.MEALS));
        choose(form, "medium");
        return send(form);
    }

    private void give(PublishedDemarche demarche, LocalDate day, String text) {
        var given = new Given(UUID.randomUUID(), Kind.VERIFIED, JudgedId.of(demarche.id()), day);
        var opinion = new Opinion(Satisfaction.GOOD, null, List.of(), null, null, text);
        transaction.executeWithoutResult(_ -> store.add(given, opinion));
    }

    private List<String> texts(PublishedDemarche demarche) {
        return db.sql("SELECT verbatim FROM avis.opinion WHERE demarche = :id AND verbatim <> ''")
                .param("id", demarche.id().value())
                .query((row, _) -> row.getString("verbatim"))
                .list();
    }

    private static String link(PublishedDemarche demarche) {
        return "/Demarches/" + demarche.id();
    }

    private static void choose(HtmlPage page, String value) {
        ((HtmlRadioButtonInput)
                        page.querySelector("input[name=satisfaction][value='" + value + "']"))
                .setChecked(true);
    }

    private static HtmlPage send(HtmlPage page) throws IOException {
        HtmlForm form = page.querySelector("main form");
        return form.<HtmlButton>querySelector("button").click();
    }

    private HtmlPage page(String path) throws IOException {
        return browser.getPage("http://localhost:" + port + path);
    }
}
