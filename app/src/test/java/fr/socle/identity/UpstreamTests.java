package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.identity.LyingProvider.Mood;
import fr.socle.identity.broker.Broker;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.demonstration.MadeUpUsagers;
import fr.socle.identity.federation.Federation;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What becomes of people when an outside provider tells the truth, lies, is slow or is down. */
@NullMarked
@PostgresTest
class UpstreamTests {

    @Autowired Broker broker;
    @LocalServerPort int port;

    private final WebClient browser = SignsIn.browser();
    private final LyingProvider provider = newProvider();
    private final String uid = "essai-" + UUID.randomUUID().toString().substring(0, 8);

    private String answeredBy = "";

    private static LyingProvider newProvider() {
        try {
            return new LyingProvider();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @BeforeEach
    void register() {
        provider.person = claimsOf("lea");
        broker.add(
                new Provider(
                        uid,
                        Federation.CITOYENS,
                        provider.issuer(),
                        "socle-essai",
                        "Fournisseur " + uid,
                        "essai",
                        List.of(),
                        null,
                        false),
                "secret-d-essai",
                9);
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    private static Map<String, Object> claimsOf(String sub) {
        var claims = new LinkedHashMap<String, Object>();
        MadeUpUsagers.all().stream()
                .filter(it -> it.sub().equals(sub))
                .forEach(it -> claims.putAll(it.claims()));
        claims.put("sub", sub);
        return claims;
    }

    /** Goes to the provider and comes back, as if somebody had signed in there. */
    private HtmlPage comeBack() throws IOException {
        HtmlPage choice = browser.getPage("http://localhost:" + port + "/connexion/usager");
        browser.getOptions().setRedirectEnabled(false);
        Page gone;
        try {
            gone = SignsIn.pressed(choice, "Fournisseur " + uid);
        } finally {
            browser.getOptions().setRedirectEnabled(true);
        }
        var asked = asked(gone);
        provider.nonce = asked.getOrDefault("nonce", "");
        return browser.getPage(
                asked.get("redirect_uri") + "?code=c&state=" + asked.get("state") + answeredBy);
    }

    private static Map<String, String> asked(Page gone) {
        var asked = new LinkedHashMap<String, String>();
        var location = gone.getWebResponse().getResponseHeaderValue("Location");
        for (var pair : URI.create(location).getQuery().split("&")) {
            asked.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
        }
        return asked;
    }

    @Test
    void anHonestProviderSignsIn() throws IOException {
        var consent = comeBack();
        assertThat(consent.asNormalizedText()).contains("Léa", "Exemplaire");
        assertThat(SignsIn.accept(consent).asNormalizedText()).contains("Léa Exemplaire");
    }

    @ParameterizedTest
    @CsvSource({
        "WRONG_NONCE,n’est pas fiable",
        "WRONG_AUDIENCE,n’est pas fiable",
        "WRONG_ISSUER,n’est pas fiable",
        "WRONG_KEY,n’est pas fiable",
        "EXPIRED,n’est pas fiable",
        "NO_SIGNATURE,n’est pas fiable",
        "OTHER_SUBJECT,n’est pas fiable",
        "NO_JSON,n’est pas fiable",
        "NO_BIRTHPLACE,identité complète",
        "DOWN,ne répond pas"
    })
    void aProviderThatFailsSignsNobodyInAndAnotherMayBeChosen(Mood mood, String told)
            throws IOException {
        provider.mood = mood;
        var trouble = comeBack();
        assertThat(trouble.getWebResponse().getStatusCode()).isEqualTo(502);
        assertThat(trouble.asNormalizedText()).contains(told, "Fournisseur " + uid);
        HtmlPage choice =
                trouble.getAnchorByText("Essayer de nouveau ou choisir un autre compte").click();
        var back = SignsIn.fromChoice(choice, "Livia Fittizia", SignsIn.TAXES);
        assertThat(back.asNormalizedText()).contains("Livia Fittizia");
    }

    @Test
    void aSlowProviderIsGivenUpAfterSixSecondsAndTheServiceIsTold() throws IOException {
        provider.mood = Mood.SLOW;
        browser.getOptions().setTimeout(20_000);
        var began = Instant.now();
        var trouble = comeBack();
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(9));
        assertThat(trouble.asNormalizedText()).contains("ne répond pas");
        HtmlPage back = trouble.getAnchorByText("Revenir au service").click();
        assertThat(back.asNormalizedText()).contains("pas possible pour le moment");
    }

    @Test
    void theAnswerOfAnotherProviderIsNotTakenForThisOnes() throws IOException {
        answeredBy = "&iss=https://autre.example";
        assertThat(comeBack().asNormalizedText()).contains("n’est pas fiable");
    }

    @Test
    void anAnswerComesOnce() throws IOException {
        var consent = comeBack();
        SignsIn.accept(consent);
        HtmlPage again =
                browser.getPage(
                        "http://localhost:"
                                + port
                                + "/citoyens/api/v2/oidc-callback?code=c&state="
                                + consent.getUrl().getPath().split("/")[5]);
        assertThat(again.getWebResponse().getStatusCode()).isEqualTo(400);
    }
}
