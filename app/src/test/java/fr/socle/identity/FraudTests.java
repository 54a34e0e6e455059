package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.directory.ApiTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlTextArea;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fraud is reported by anybody, handled by who may, and never lost or flooded. */
@NullMarked
@PostgresTest
class FraudTests {

    private static final String REPORT = "/signaler-une-fraude";
    private static final String DESK = "/administration/fraudes";

    @LocalServerPort int port;
    @Autowired ApiTokens tokens;
    @Autowired JdbcClient db;

    @BeforeEach
    void othersCameFromElsewhere() {
        db.sql("UPDATE identity.fraud_report SET origin = NULL, addressee = NULL").update();
    }

    private static HtmlPage report(HtmlPage page, String code, String story, String email)
            throws IOException {
        page.<HtmlInput>getFirstByXPath("//input[@value='connexion-inconnue']").setChecked(true);
        ((HtmlInput) page.getElementByName("code")).setValue(code);
        ((HtmlTextArea) page.getElementByName("recit")).setText(story);
        ((HtmlInput) page.getElementByName("courriel")).setValue(email);
        return OwnPages.send(OwnPages.form(page, REPORT));
    }

    private static String number(HtmlPage kept) {
        assertThat(kept.asNormalizedText()).contains("Votre signalement est enregistré");
        var path = kept.getUrl().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String fresh() {
        return "essai-" + UUID.randomUUID() + "@exemple.example";
    }

    @Test
    void aReportByCodeIsHandledFromItsNumberToItsAnswer() throws IOException {
        db.sql(
                        "UPDATE directory.agent SET email = 'dubreuil@beaumont.example' WHERE name LIKE 'Camille Dubreuil%'")
                .update();
        try (var victim = new OwnPages(port).signIn("Maëlys");
                var desk = new OwnPages(port)) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> victim.text("/mes-connexions").contains("Ce n’était pas moi"));
            HtmlPage form =
                    victim.page("/mes-connexions").getAnchorByHref(reportHref(victim)).click();
            var code = ((HtmlInput) form.getElementByName("code")).getValue();
            var number =
                    number(
                            report(
                                    form,
                                    code.toLowerCase(java.util.Locale.ROOT),
                                    "Pas moi <b>",
                                    "particule@usagers.example"));
            assertThat(OwnPages.letters(db, "particule", "identity.signalement"))
                    .singleElement()
                    .asString()
                    .contains(number)
                    .doesNotContain("Pas moi");
            assertThat(
                            db.sql(
                                            "SELECT count(*) FROM notifications.outbox WHERE category = 'identity.signalement-a-traiter'")
                                    .query(Long.class)
                                    .single())
                    .isPositive();

            SignsIn.agent(desk.browser, desk.base, "Camille Dubreuil");
            assertThat(desk.text(DESK)).contains(number).doesNotContain("Pas moi");
            var opened = desk.page(DESK + "/" + number);
            assertThat(opened.asNormalizedText())
                    .contains("Pas moi <b>", "particule@usagers.example", code)
                    .contains("Mes démarches", "Impôts fictifs", "Reçu")
                    .doesNotContain("Maëlys");
            var taken = SignsIn.press(opened, "Prendre en charge");
            assertThat(taken.asNormalizedText()).contains("Vous prenez ce signalement en charge");
            assertThat(SignsIn.press(opened, "Prendre en charge").getWebResponse().getStatusCode())
                    .isEqualTo(409);
            assertThat(SignsIn.press(taken, "Clore et prévenir").getWebResponse().getStatusCode())
                    .isEqualTo(422);
            ((HtmlTextArea) taken.getElementByName("suite")).setText("Le compte est bloqué.");
            assertThat(SignsIn.press(taken, "Clore et prévenir").asNormalizedText())
                    .contains("Le signalement est clos");
            assertThat(OwnPages.letters(db, "particule", "identity.signalement").getLast())
                    .contains("Le compte est bloqué.");
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () ->
                                    assertThat(victim.text("/mes-connexions?sorte=reglages"))
                                            .contains("Traiter votre signalement n° " + number)
                                            .doesNotContain("Dubreuil"));
        }
    }

    private static String reportHref(OwnPages who) throws IOException {
        return who.page("/mes-connexions")
                .<org.htmlunit.html.HtmlAnchor>getFirstByXPath(
                        "//main//a[contains(@href, 'code=')]")
                .getHrefAttribute();
    }

    @Test
    void aStrangerReportsAndWhatIsWrongIsSaidWithoutLosingTheRest() throws IOException {
        try (var stranger = new OwnPages(port)) {
            var wrong =
                    report(stranger.page(REPORT + "?code=nimporte"), "K7QF", "", "pas-une-adresse");
            assertThat(wrong.getWebResponse().getStatusCode()).isEqualTo(422);
            assertThat(wrong.asNormalizedText())
                    .contains("Ce code n’est pas complet", "Il manque cette réponse");
            assertThat(((HtmlInput) wrong.getElementByName("courriel")).getValue())
                    .isEqualTo("pas-une-adresse");
            var long2 = report(stranger.page(REPORT), "", "x".repeat(2001), fresh());
            assertThat(long2.getWebResponse().getStatusCode()).isEqualTo(422);
            var number =
                    number(report(stranger.page(REPORT), "k7qf 2m9d xw3r", "Un message", fresh()));
            assertThat(stranger.status(REPORT + "/recu/" + number)).isEqualTo(200);
            assertThat(stranger.status(REPORT + "/recu/2026-1")).isEqualTo(404);
            assertThat(stranger.text(REPORT + "/recu/" + number)).doesNotContain("Un message");
        }
    }

    @Test
    void aFloodIsToldToComeBackAndKeepsWhatWasTyped() throws IOException {
        try (var stranger = new OwnPages(port)) {
            var address = fresh();
            for (int i = 0; i < 3; i++) {
                number(report(stranger.page(REPORT), "", "Récit " + i, address));
            }
            var toOne = report(stranger.page(REPORT), "", "Récit de trop", address);
            assertThat(toOne.getWebResponse().getStatusCode()).isEqualTo(429);
            assertThat(((HtmlTextArea) toOne.getElementByName("recit")).getText())
                    .contains("Récit de trop");
            number(report(stranger.page(REPORT), "", "Récit 4", fresh()));
            number(report(stranger.page(REPORT), "", "Récit 5", fresh()));
            assertThat(
                            report(stranger.page(REPORT), "", "Récit 6", fresh())
                                    .getWebResponse()
                                    .getStatusCode())
                    .isEqualTo(429);
        }
    }

    @Test
    void programsHandleReportsWithTheSameRightAndOthersDoNot() throws Exception {
        String number;
        try (var stranger = new OwnPages(port)) {
            number = number(report(stranger.page(REPORT), "", "Par l’API", fresh()));
        }
        var all = tokens.createForOperator("fraudes", Duration.ofHours(1));
        assertThat(api("GET", "?size=100&state=recu", all, "").body()).contains(number);
        assertThat(api("GET", "?state=autre", all, "").statusCode()).isEqualTo(422);
        assertThat(api("GET", "/" + number, all, "").body()).contains("Par l’API");
        assertThat(api("GET", "/2026-999999999", all, "").statusCode()).isEqualTo(404);
        assertThat(api("GET", "/x%27y", all, "").statusCode()).isEqualTo(404);
        assertThat(api("GET", "/" + number, "faux", "").statusCode()).isEqualTo(401);
        var step = "/" + number;
        assertThat(api("POST", step + "/closings", all, "{\"suite\":\"x\"}").statusCode())
                .isEqualTo(409);
        assertThat(api("POST", step + "/acknowledgements", all, "{}").statusCode()).isEqualTo(200);
        assertThat(api("POST", step + "/acknowledgements", all, "{}").statusCode()).isEqualTo(409);
        assertThat(api("POST", step + "/closings", all, "{\"suite\":\"\"}").statusCode())
                .isEqualTo(422);
        assertThat(api("POST", step + "/closings", all, "{\"suite\":\"Vu\"}").body())
                .contains("\"clos\"");
    }

    @Test
    void anAgentWithoutTheRightReadsNoReport() throws IOException {
        try (var agent = new OwnPages(port)) {
            SignsIn.agent(agent.browser, agent.base, "Inès Marchal");
            assertThat(agent.status(DESK)).isEqualTo(403);
            assertThat(agent.status(DESK + "/2026-000001")).isEqualTo(403);
        }
    }

    private HttpResponse<String> api(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:"
                                                + port
                                                + "/api/identity/v1/fraud-reports"
                                                + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
