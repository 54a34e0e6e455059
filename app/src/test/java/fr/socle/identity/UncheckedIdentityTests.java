package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.identity.demonstration.Mood;
import fr.socle.identity.demonstration.Moods;
import java.io.IOException;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Where the operator lets people in without the register, they are told so before they share. */
@NullMarked
@PostgresTest
@TestPropertySource(
        properties = {
            "socle.identity.registry.kept=PT0S",
            "socle.identity.registry.citoyens-when-down=admettre"
        })
class UncheckedIdentityTests {

    private static final String UNCHECKED = "n’a pas été comparée au registre d’état civil";

    @Autowired Moods moods;
    @LocalServerPort int port;

    @AfterEach
    void calm() {
        moods.set(Moods.REGISTER, Mood.NORMAL);
    }

    private HtmlPage consent(String language) throws IOException {
        try (var browser = SignsIn.browser()) {
            var base = "http://localhost:" + port;
            browser.getPage(base + "/langue/" + language);
            return SignsIn.consent(
                    browser.getPage(base + "/connexion/usager"), "Ylan Modèle", SignsIn.POST);
        }
    }

    @Test
    void whomTheRegisterDidNotConfirmReadsItAndMayGoOn() throws IOException {
        moods.set(Moods.REGISTER, Mood.PANNE);
        var page = consent("fr");
        assertThat(page.asNormalizedText())
                .contains(UNCHECKED, "Seul « Poste fictive", "Continuer vers")
                .doesNotContain("et par le registre");
        assertThat(consent("en").asNormalizedText())
                .contains("was not compared with the civil register", "Continue");
    }

    @Test
    void whomTheRegisterConfirmedReadsThat() throws IOException {
        assertThat(consent("fr").asNormalizedText())
                .contains("Confirmé par Poste fictive (démonstration) et par le registre")
                .doesNotContain(UNCHECKED);
    }
}
