package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.identity.demonstration.Mood;
import fr.socle.identity.demonstration.Moods;
import java.io.IOException;
import java.time.Duration;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlSelect;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** What the register says of a person decides whether, and under which name, they are let in. */
@NullMarked
@PostgresTest
// because who was found a minute ago is not looked up again
@TestPropertySource(properties = "socle.identity.registry.kept=PT0S")
class RegistrySignInTests {

    @Autowired Moods moods;
    @LocalServerPort int port;

    private final WebClient browser = SignsIn.browser();

    @AfterEach
    void calm() {
        moods.set(Moods.REGISTER, Mood.NORMAL);
        moods.set("poste-fictive", Mood.NORMAL);
    }

    private HtmlPage arrive(String name) throws IOException {
        HtmlPage choice = browser.getPage("http://localhost:" + port + "/connexion/usager");
        return SignsIn.consent(choice, name, SignsIn.POST);
    }

    @ParameterizedTest
    @CsvSource({
        "Aristide Trépas-Inventé,est décédée,Y010015,403",
        "Noé Presque-Fictif,pas tout à fait,Y010004,403",
        "Jeanne Multiple-Fictive,plusieurs personnes,Y010006,403",
        "Odile Épouse-Fictive,nom de naissance,Y010007,403",
        "Ulysse Personne-Fictif,ne vous trouve pas,Y010008,403",
        "Zoé Rejetée-Fictive,ne peut pas vérifier,Y010009,403"
    })
    void whomTheRegisterDoesNotKnowIsToldWhatToDo(String name, String told, String code, int status)
            throws IOException {
        var trouble = arrive(name);
        assertThat(trouble.getWebResponse().getStatusCode()).isEqualTo(status);
        assertThat(trouble.asNormalizedText()).contains(told, code);
        HtmlPage back = trouble.getAnchorByText("Revenir au service").click();
        assertThat(back.asNormalizedText()).contains("Vous n’êtes pas identifié");
    }

    @Test
    void theServiceGetsTheIdentityAsTheRegisterWritesIt() throws IOException {
        var consent = arrive("Marie Helene Dupond-Fictif");
        assertThat(consent.asNormalizedText())
                .contains("Marie-Hélène Suzanne", "Dupont-Fictif")
                .doesNotContain("Dupond");
    }

    @ParameterizedTest
    @CsvSource({"PANNE,Ylan Modèle,Y010012,504", "MENSONGE,Octave Jadis,Y010013,400"})
    void withoutRegisterNobodyIsLetInUnlessTheOperatorSaysSo(
            Mood mood, String name, String code, int status) throws IOException {
        moods.set(Moods.REGISTER, mood);
        var trouble = arrive(name);
        assertThat(trouble.getWebResponse().getStatusCode()).isEqualTo(status);
        assertThat(trouble.asNormalizedText()).contains("n’a pas pu vérifier votre identité", code);
        moods.set(Moods.REGISTER, Mood.NORMAL);
        HtmlPage choice =
                trouble.getAnchorByText("Essayer de nouveau ou choisir un autre compte").click();
        assertThat(SignsIn.fromChoice(choice, name, SignsIn.POST).asNormalizedText())
                .contains(name);
    }

    @ParameterizedTest
    @CsvSource({
        "PANNE,ne répond pas",
        "MENSONGE,n’est pas fiable",
        "NIVEAU_BAS,assez sûrement",
        "INCOMPLET,identité complète"
    })
    void aTesterMakesAProviderFailFromAPage(Mood mood, String told) throws Exception {
        set("poste-fictive", mood.code());
        assertThat(arrive("Téa Supposée").asNormalizedText()).contains(told);
        set("poste-fictive", "normal");
        Thread.sleep(Duration.ofMillis(10));
        assertThat(arrive("Téa Supposée").asNormalizedText()).contains("Supposée");
    }

    private void set(String uid, String mood) throws IOException {
        HtmlPage page = browser.getPage("http://localhost:" + port + "/demonstration/identite");
        var select = (HtmlSelect) page.getElementByName("comportement-" + uid);
        select.setSelectedAttribute(mood, true);
        var form = select.getEnclosingForm();
        HtmlPage after = form.getElementsByTagName("button").getFirst().click();
        assertThat(
                        ((HtmlSelect) after.getElementByName("comportement-" + uid))
                                .getSelectedOptions()
                                .getFirst()
                                .getValueAttribute())
                .isEqualTo(mood);
    }

    @Test
    void aMoodThatDoesNotExistIsRefused() throws IOException {
        HtmlPage page = browser.getPage("http://localhost:" + port + "/demonstration/identite");
        var select = (HtmlSelect) page.getElementByName("comportement-rnipp");
        select.getOptionByValue("panne").setAttribute("value", "furieux");
        select.setSelectedAttribute("furieux", true);
        HtmlPage after =
                select.getEnclosingForm().getElementsByTagName("button").getFirst().click();
        assertThat(after.getWebResponse().getStatusCode()).isEqualTo(422);
    }
}
