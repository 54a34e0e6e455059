package fr.socle.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.htmlunit.BrowserVersion;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** A tester sets what the made-up providers know, without scripts; strangers get nothing. */
@NullMarked
class DemonstrationPagesTests extends ExchangeTest {

    private static final String BASE = "/demonstration/donnees";
    private static final String DOOR =
            BASE + "/quotient-familial/v3/dss/quotient_familial/identite";

    @Test
    void aQuotientThatIsSetIsWhatTheGatewayGets() throws IOException {
        HtmlPage page = browser().getPage(address(BASE));
        var form = formTo(page, BASE + "/personnes");
        form.getInputByName("prenoms").setValue("Essaie");
        form.getInputByName("nom").setValue("Du Test");
        form.getInputByName("naissance").setValue("1991-00-00");
        form.getInputsByName("sexe").getFirst().setChecked(true);
        form.getInputByName("commune").setValue("33063");
        form.getInputByName("quotient").setValue("1 234");
        HtmlPage after = button(form).click();
        assertThat(after.asNormalizedText())
                .contains("Essaie Du Test", "1234", "1991", "Bordeaux")
                .contains("14 mars 1990", "08/1974")
                .doesNotContain("1991-00", "1990-03-14");
        HtmlPage one = after.getAnchorByText("Essaie Du Test").click();
        var change =
                one.getForms().stream()
                        .filter(it -> it.getActionAttribute().contains("/personnes/"))
                        .findFirst()
                        .orElseThrow();
        change.getInputByName("quotient").setValue("beaucoup");
        HtmlPage refused = button(change).click();
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
    }

    @Test
    void aWrongPersonIsToldFieldByField() throws IOException {
        HtmlPage page = browser().getPage(address(BASE));
        var form = formTo(page, BASE + "/personnes");
        form.getInputByName("nom").setValue("Gardé");
        form.getInputByName("commune").setValue("99999");
        HtmlPage refused = button(form).click();
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(formTo(refused, BASE + "/personnes").getInputByName("nom").getValue())
                .isEqualTo("Gardé");
    }

    @Test
    void aBehaviourIsChosenByAPlainForm() throws IOException {
        HtmlPage page = browser().getPage(address(BASE));
        var action = BASE + "/statut-etudiant/comportement";
        var form = formTo(page, action);
        form.getInputByValue("panne").setChecked(true);
        HtmlPage after = button(form).click();
        assertThat(after.getWebResponse().getStatusCode()).isEqualTo(200);
        assertThat(formTo(after, action).getInputByValue("panne").isChecked()).isTrue();
        formTo(after, action).getInputByValue("normal").setChecked(true);
        button(formTo(after, action)).click();
    }

    @Test
    void theDoorAsksForATokenOfItsOwn() throws IOException, InterruptedException {
        for (var token : List.of("", "Bearer ", "Bearer faux", "Basic eA==")) {
            var answer = knock(DOOR + "?recipient=99900001100018", token);
            assertThat(answer.statusCode()).as(token).isEqualTo(401);
            assertThat(answer.body()).contains("00101");
        }
        assertThat(knock(BASE + "/personnes/" + UUID.randomUUID(), "").statusCode()).isEqualTo(404);
        assertThat(knock(BASE + "/inconnu/v3/x", "").statusCode()).isEqualTo(404);
    }

    @Test
    void theHouseKnowsTheTwoDataSetsAndTheCitysHabilitation() {
        assertThat(
                        Set.copyOf(
                                db.sql("SELECT code FROM exchange.provider")
                                        .query(String.class)
                                        .list()))
                .contains("quotient-familial", "statut-etudiant");
        assertThat(
                        db.sql("SELECT count(*) FROM exchange.demonstration_person")
                                .query(Long.class)
                                .single())
                .isGreaterThanOrEqualTo(20);
        assertThat(
                        db.sql(
                                        "SELECT count(*) FROM habilitations.version WHERE content->>'intitule' LIKE 'Tarif de la restauration scolaire%'")
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    private HttpResponse<String> knock(String path, String authorization)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address(path)));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static WebClient browser() {
        var browser = new WebClient(BrowserVersion.CHROME);
        browser.getOptions().setJavaScriptEnabled(false);
        browser.getOptions().setCssEnabled(false);
        browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
        return browser;
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
