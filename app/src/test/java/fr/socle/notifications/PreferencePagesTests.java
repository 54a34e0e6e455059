package fr.socle.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.notifications.preferences.Choice;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;

/** What a person chooses from the links in a letter. */
class PreferencePagesTests extends PagesTest {

    @Test
    void aPersonChoosesFromTheLinkInHisLetter() throws IOException {
        var to = UUID.randomUUID();
        var path = "/preferences/" + links.token(to);
        var page = page(path);
        assertThat(page.asNormalizedText()).contains("Toujours envoyés", "Sécurité d’essai");
        radio(page, "essai.nouvelles", "daily").setChecked(true);
        HtmlPage saved = ((HtmlButton) page.querySelector("main form button")).click();
        assertThat(saved.asNormalizedText()).contains("Vos choix sont enregistrés.");
        assertThat(radio(saved, "essai.nouvelles", "daily").isChecked()).isTrue();
        assertThat(preferences.all(to)).containsEntry("essai.nouvelles", Choice.DAILY);
    }

    @Test
    void aChoiceThatDoesNotExistIsRefusedAndNothingIsNoted() throws IOException {
        var to = UUID.randomUUID();
        var page = page("/preferences/" + links.token(to));
        var radio = radio(page, "essai.nouvelles", "never");
        radio.setValueAttribute("toujours");
        radio.setChecked(true);
        HtmlPage refused = ((HtmlButton) page.querySelector("main form button")).click();
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(refused.asNormalizedText()).contains("Choisissez une des réponses proposées.");
        assertThat(preferences.all(to)).isEmpty();
    }

    @Test
    void whatALetterRefusedMeanwhileIsNotAskedForAgainByAPageThatStayedOpen() throws Exception {
        var to = UUID.randomUUID();
        var path = "/preferences/" + links.token(to);
        var page = page(path);
        var letter = path + "/desinscription/essai.nouvelles";
        assertThat(post(letter, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(200);
        HtmlPage told = ((HtmlButton) page.querySelector("main form button")).click();
        assertThat(told.getWebResponse().getStatusCode()).isEqualTo(409);
        assertThat(told.asNormalizedText()).contains("Vos choix ont changé");
        assertThat(radio(told, "essai.nouvelles", "never").isChecked()).isTrue();
        assertThat(preferences.all(to)).containsEntry("essai.nouvelles", Choice.NEVER);

        radio(told, "essai.nouvelles", "daily").setChecked(true);
        HtmlPage saved = ((HtmlButton) told.querySelector("main form button")).click();
        assertThat(saved.asNormalizedText()).contains("Vos choix sont enregistrés.");
        assertThat(preferences.all(to)).containsEntry("essai.nouvelles", Choice.DAILY);
    }

    @Test
    void aChoiceWithoutTheFormsTokenIsRefused() throws Exception {
        var to = UUID.randomUUID();
        assertThat(post("/preferences/" + links.token(to), "essai.nouvelles=never").statusCode())
                .isIn(401, 403);
        assertThat(preferences.all(to)).isEmpty();
    }

    @Test
    void oneClickUnsubscribesWithoutAnyPage() throws Exception {
        var to = UUID.randomUUID();
        var path = "/preferences/" + links.token(to) + "/desinscription/essai.nouvelles";
        assertThat(get(path).statusCode()).isEqualTo(303);
        assertThat(preferences.all(to)).as("a robot that follows links changes nothing").isEmpty();
        assertThat(post(path, "autre=chose").statusCode()).isEqualTo(400);
        assertThat(preferences.all(to)).isEmpty();
        assertThat(post(path, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(200);
        assertThat(preferences.all(to)).containsEntry("essai.nouvelles", Choice.NEVER);
        assertThat(post(path, "List-Unsubscribe=One-Click").statusCode())
                .as("again")
                .isEqualTo(200);
    }

    @Test
    void oneClickInTheLetterOfTheDayRefusesWhatItGroups() throws Exception {
        var to = UUID.randomUUID();
        preferences.choose(to, Map.of(Sample.NEWS, Choice.DAILY));
        var path = "/preferences/" + links.token(to) + "/desinscription/" + Category.DIGEST.code();
        assertThat(post(path, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(200);
        assertThat(preferences.all(to)).containsEntry("essai.nouvelles", Choice.NEVER);
    }

    @Test
    void oneClickCannotRefuseWhatIsMandatoryOrUnknown() throws Exception {
        var token = "/preferences/" + links.token(UUID.randomUUID()) + "/desinscription/";
        assertThat(post(token + "essai.securite", "List-Unsubscribe=One-Click").statusCode())
                .isEqualTo(409);
        assertThat(post(token + "essai.rien", "List-Unsubscribe=One-Click").statusCode())
                .isEqualTo(404);
        assertThat(
                        post(
                                        "/preferences/faux/desinscription/essai.nouvelles",
                                        "List-Unsubscribe=One-Click")
                                .statusCode())
                .isEqualTo(404);
    }
}
