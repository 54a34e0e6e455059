package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.identity.federation.Clients;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlCheckBoxInput;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A sample service of each contract signs people in over HTTP and shows what it received. */
@NullMarked
@PostgresTest
class SamplesTests {

    private static final String SERVICES = "/demonstration/services";
    private static final String LEA = "Léa Exemplaire";
    private static final String CARD = "Carte d’identité fictive";
    private static final String TOLD = "La fédération a prévenu ce service de votre départ";
    private static final Duration SOON = Duration.ofSeconds(30);

    @LocalServerPort int port;
    @Autowired Clients clients;

    private final WebClient browser = SignsIn.browser();

    @AfterEach
    void close() {
        browser.close();
    }

    private HtmlPage at(String path) throws IOException {
        return browser.getPage("http://localhost:" + port + path);
    }

    private HtmlPage sample(String name) throws IOException {
        return at(SERVICES + "/" + name);
    }

    /** As far as the page that says what will be shared. */
    private HtmlPage consent(String name, String provider) throws IOException {
        return SignsIn.consent(SignsIn.press(sample(name), "Se connecter avec"), LEA, provider);
    }

    /** With what is folded. */
    private static String text(HtmlPage page) {
        return page.getBody().getTextContent();
    }

    private static HtmlCheckBoxInput box(HtmlPage page) {
        return page.getFirstByXPath("//main//input[@type='checkbox']");
    }

    @Test
    void theListLeadsToEachOfThem() throws IOException {
        var list = at(SERVICES);
        for (var name :
                new String[] {
                    "cantine", "retraite", "outils", "bibliotheque", "mutuelle", "sondage"
                }) {
            HtmlPage page = list.getAnchorByHref(SERVICES + "/" + name).click();
            assertThat(page.asNormalizedText()).contains("Se connecter avec", "(exemple)");
        }
    }

    @Test
    void theStrictContractShowsTheCivilStatusAndNoSecret() throws IOException {
        var page = SignsIn.accept(consent("cantine", SignsIn.TAXES));
        assertThat(text(page))
                .contains("Ce service sait qui vous êtes", "Exemplaire", "eidas1")
                .contains("acr_values", "expires_in", "client_secret", "auth_time", "\"pwd\"")
                .doesNotContain(clients.secretOfOurs("exemple-cantine"));
        assertThat(page.getWebResponse().getResponseHeaderValue("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void theHighLevelComesInAnEnvelopeToWhoSigns() throws IOException {
        var wall = SignsIn.press(sample("retraite"), "(eidas3)");
        var page = SignsIn.accept(SignsIn.consent(wall, LEA, CARD));
        assertThat(text(page))
                .contains("eidas3", "\"JWE\"", "ECDH-ES", "A256GCM", "rnipp_family_name")
                .contains("client_assertion", "jwt-bearer")
                .doesNotContain("client_secret");
    }

    @Test
    void anAgentIsKnownByTheContractOfAgents() throws IOException {
        var mail = SignsIn.press(sample("outils"), "Se connecter avec");
        assertThat(text(SignsIn.fromMail(mail, "Camille Dubreuil")))
                .contains("usual_name", "Dubreuil", "siret", "refresh_token", "essential");
    }

    @Test
    void theStandardContractUsesPkceAndGetsARefreshToken() throws IOException {
        assertThat(text(SignsIn.accept(consent("bibliotheque", SignsIn.POST))))
                .contains("code_challenge", "code_verifier", "refresh_token", "Exemplaire");
    }

    @Test
    void aCompanyGetsWhatWasTickedAndHearsThatItWasTakenBack() throws IOException {
        SignsIn.usager(browser, "http://localhost:" + port, LEA);
        var consent = SignsIn.press(sample("mutuelle"), "Se connecter avec");
        var refused = SignsIn.press(consent, "Continuer vers");
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        box(refused).setChecked(true);
        assertThat(text(SignsIn.accept(refused)))
                .contains("family_name", "email")
                .doesNotContain("birthdate", "gender");
        HtmlPage ask =
                at("/mes-connexions/reglages")
                        .getAnchorByHref("/mes-connexions/accords/exemple-mutuelle")
                        .click();
        assertThat(SignsIn.press(ask, "Retirer mon accord").asNormalizedText())
                .contains("Votre accord est retiré");
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(sample("mutuelle").asNormalizedText())
                                        .contains(TOLD)
                                        .doesNotContain("lea@usagers.example"));
    }

    @Test
    void anAnonymousSignInGivesNothingButASubject() throws IOException {
        var page = SignsIn.accept(consent("sondage", SignsIn.TAXES));
        assertThat(text(page))
                .contains("sans savoir qui vous êtes", "\"sub\"")
                .doesNotContain("Exemplaire");
    }

    @Test
    void whoSharesNothingIsARefusalToTheService() throws IOException {
        var page = SignsIn.press(consent("cantine", SignsIn.TAXES), "Ne rien partager");
        assertThat(page.asNormalizedText())
                .contains("Vous n’avez rien partagé", "access_denied")
                .doesNotContain("Exemplaire");
        assertThat(sample("cantine").asNormalizedText()).contains("Se connecter avec");
    }

    @Test
    void whoLeavesOneServiceLeavesTheOthersAndEachHearsIt() throws IOException {
        SignsIn.accept(consent("cantine", SignsIn.TAXES));
        SignsIn.accept(SignsIn.press(sample("sondage"), "Se connecter avec"));
        var left = SignsIn.press(sample("cantine"), "Se déconnecter");
        assertThat(left.getUrl().getPath()).isEqualTo(SERVICES + "/cantine");
        assertThat(left.asNormalizedText()).doesNotContain("Exemplaire");
        for (var name : new String[] {"cantine", "sondage"}) {
            await().atMost(SOON)
                    .untilAsserted(
                            () ->
                                    assertThat(sample(name).asNormalizedText())
                                            .contains(TOLD, "backchannel-logout", "logout+jwt"));
        }
        assertThat(SignsIn.press(sample("sondage"), "Se connecter avec").asNormalizedText())
                .contains("Choisissez un compte");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "logout_token=",
                "logout_token=rien",
                "logout_token=eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."
            })
    void aForgedLogoutTokenSignsNobodyOut(String body) throws Exception {
        SignsIn.accept(consent("cantine", SignsIn.TAXES));
        var answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        "http://localhost:"
                                                                + port
                                                                + SERVICES
                                                                + "/cantine/deconnexion-recue"))
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(HttpRequest.BodyPublishers.ofString(body))
                                        .build(),
                                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_request");
        assertThat(sample("cantine").asNormalizedText()).contains("Ce service sait qui vous êtes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?code=x",
                "?code=x&state=x",
                "?code=x&state=0000000000000000000000000000000000000000000000000000000000000000",
                "?error=access_denied&error_description=%3Cscript%3E"
            })
    void anAnswerToNoRequestOfThisBrowserIsNotBelieved(String answer) throws IOException {
        var page = at(SERVICES + "/cantine/retour" + answer);
        assertThat(page.asNormalizedText())
                .contains(
                        "Le service n’a pas pu vous identifier",
                        "ne correspond à aucune demande de ce navigateur");
    }

    @Test
    void anUnknownServiceAndALevelThatIsNotOfferedAreNone() throws IOException {
        assertThat(sample("inconnu").getWebResponse().getStatusCode()).isEqualTo(404);
        var page = sample("retraite");
        page.getElementsByName("niveau").getFirst().setAttribute("value", "eidas9");
        assertThat(SignsIn.press(page, "Se connecter avec").asNormalizedText())
                .contains("Choisissez un compte");
    }
}
