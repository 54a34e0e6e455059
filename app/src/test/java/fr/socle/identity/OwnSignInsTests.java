package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.identity.federation.Clients;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a person sees of their own sign-ins, and nobody else does. */
@NullMarked
@PostgresTest
class OwnSignInsTests {

    @LocalServerPort int port;
    @Autowired Clients clients;

    private final String id = "essai-" + UUID.randomUUID();

    @Test
    void aLineTellsDayServiceProviderLevelAndWhatWasShared() throws IOException {
        try (var ylan = new OwnPages(port).signIn("Ylan Modèle");
                var tea = new OwnPages(port).signIn("Téa Supposée")) {
            ylan.comeFresh();
            ylan.service(clients, id).signIn(ylan.browser, "Ylan Modèle", SignsIn.POST);
            awaitLine(ylan, "Identification sur « Service " + id + " »");
            assertThat(ylan.text("/mes-connexions?service=Service+" + id))
                    .contains("avec Poste fictive", "niveau faible (eidas1)", "Date de naissance")
                    .contains("Ce n’était pas moi")
                    .doesNotContain("Identification sur « Mes démarches »");
            var post =
                    ylan.page("/mes-connexions")
                            .<HtmlOption>getFirstByXPath(
                                    "//select[@name='compte']/option[contains(., 'Poste')]")
                            .getValueAttribute();
            assertThat(
                            ylan.text(
                                    "/mes-connexions?depuis=7&compte="
                                            + URLEncoder.encode(post, StandardCharsets.UTF_8)))
                    .contains("Service " + id)
                    .doesNotContain("avec Impôts fictifs");
            assertThat(ylan.text("/mes-connexions?sorte=reglages"))
                    .doesNotContain("Identification sur");

            awaitLine(tea, "Identification sur « Mes démarches »");
            assertThat(tea.text("/mes-connexions")).doesNotContain(id);
            assertThat(tea.text("/mes-connexions?service=Service+" + id))
                    .contains("Aucune ligne ne répond à ces critères");
            var detail = proof(ylan);
            assertThat(ylan.status(detail)).isEqualTo(200);
            assertThat(tea.status(detail)).isEqualTo(404);
        }
    }

    private static void awaitLine(OwnPages who, String words) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(who.text("/mes-connexions")).contains(words));
    }

    private String proof(OwnPages who) throws IOException {
        return who.page("/mes-connexions?service=Service+" + id)
                .<HtmlAnchor>getFirstByXPath("//main//a[contains(@href, '/mon-dossier/usages/')]")
                .getHrefAttribute();
    }

    @Test
    void theCodeOfThePageOfWhatIsSharedIsThatOfTheLineAndOfTheLetter() throws IOException {
        try (var who = new OwnPages(port)) {
            var consent =
                    SignsIn.consent(who.page("/connexion/usager"), "Ana María", SignsIn.TAXES);
            var code =
                    consent.<org.htmlunit.html.HtmlElement>getFirstByXPath("//main//code")
                            .asNormalizedText();
            assertThat(code).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
            SignsIn.accept(consent);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () ->
                                    assertThat(
                                                    who.page("/mes-connexions")
                                                            .getByXPath(
                                                                    "//a[contains(@href, '"
                                                                            + code
                                                                            + "')]"))
                                            .hasSize(1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?sorte=nimporte",
                "?page=-5",
                "?page=99999999",
                "?service=%00",
                "?service=%25%27%22",
                "?depuis=8&compte=%F0%9F%92%A9"
            })
    void oddChoicesBreakNothing(String query) throws IOException {
        try (var who = new OwnPages(port).signIn("Téa Supposée")) {
            assertThat(who.status("/mes-connexions" + query)).isEqualTo(200);
        }
    }
}
