package fr.socle.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.directory.Role;
import java.io.IOException;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Messages between both sides, reporters who only read, forms of kinds of data. */
@NullMarked
class HabilitationMessagesTests extends HabilitationHouse {

    private static final String FORMS = "/administration/habilitations-formulaires";
    private static final String DATA = FORMS + "/statut-etudiant";

    @Test
    void bothSidesWriteAndSeeWhoWaits() throws IOException {
        var requester = requester("bavarde");
        var ministry = organisation("Ministère causeur (essai)");
        var instructor = browserOf(ministry, HabilitationRights.INSTRUCTEUR);
        var id = request(requester, "Bavarde");
        write(instructor, EXAMINE + "/" + id, "Quelle cantine ?");
        HtmlPage own = requester.getPage(address(OWN));
        assertThat(own.asNormalizedText()).contains("Message reçu");
        write(requester, OWN + "/" + id, "Celle de <b>l’école</b>.");
        assertThat(((HtmlPage) requester.getPage(address(OWN))).asNormalizedText())
                .doesNotContain("Message reçu");
        HtmlPage read = instructor.getPage(address(EXAMINE + "/" + id));
        assertThat(read.asNormalizedText())
                .contains("Quelle cantine ?", "Celle de <b>l’école</b>.");
    }

    @Test
    void aMessageHasOneToTwoThousandCharacters() throws IOException {
        var requester = requester("prolixe");
        var id = request(requester, "Prolixe");
        for (var text : new String[] {"", "é".repeat(2001)}) {
            HtmlPage page = requester.getPage(address(OWN + "/" + id));
            var form = formTo(page, OWN + "/" + id + "/messages");
            form.getTextAreaByName("message").setText(text);
            assertThat(((HtmlPage) button(form).click()).getWebResponse().getStatusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void aReporterReadsAndDecidesNothing() throws IOException {
        var requester = requester("lue");
        var id = request(requester, "Lue");
        var ministry = organisation("Ministère lecteur (essai)");
        var reporter = browserOf(ministry, HabilitationRights.RAPPORTEUR);
        HtmlPage page = reporter.getPage(address(EXAMINE + "/" + id));
        assertThat(page.asNormalizedText()).contains("Lue").doesNotContain("Votre décision");
        assertThat(status(reporter, FORMS)).isEqualTo(403);
        assertThat(status(reporter, OWN)).isEqualTo(403);

        var both = browserOf(ministry, HabilitationRights.RAPPORTEUR, Role.GESTIONNAIRE);
        HtmlPage own = both.getPage(address(OWN + "/nouvelle/autre"));
        for (var path : new String[] {"/decision", "/revocation", "/messages"}) {
            var forged = formTo(own, OWN + "/nouvelle");
            forged.setActionAttribute(EXAMINE + "/" + id + path);
            assertThat(((HtmlPage) button(forged).click()).getWebResponse().getStatusCode())
                    .isEqualTo(403);
            forged.setActionAttribute(OWN + "/nouvelle");
        }
    }

    @Test
    void whatAKindOfDataDemandsIsAskedFromThenOn() throws IOException {
        var ministry = organisation("Ministère exigeant (essai)");
        var one = browserOf(ministry, HabilitationRights.RESPONSABLE);
        var two = browserOf(ministry, HabilitationRights.RESPONSABLE);
        HtmlPage mine = one.getPage(address(DATA));
        HtmlPage others = two.getPage(address(DATA));
        var form = formTo(mine, DATA);
        form.getInputByValue("technique").setChecked(true);
        form.getInputByName("conservation-max").setValue("0");
        HtmlPage refused = button(form).click();
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        var right = formTo(refused, DATA);
        right.getInputByName("conservation-max").setValue("6");
        assertThat(((HtmlPage) button(right).click()).asNormalizedText())
                .contains("Le formulaire est enregistré.");
        HtmlPage told = button(formTo(others, DATA)).click();
        assertThat(told.getWebResponse().getStatusCode()).isEqualTo(409);
        assertThat(status(one, FORMS + "/rien")).isEqualTo(404);

        var requester = requester("étudiante");
        HtmlPage page = requester.getPage(address(OWN + "/nouvelle/transport-etudiant"));
        HtmlPage asked = button(filled(page, OWN + "/nouvelle", "Étudiante")).click();
        assertThat(asked.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(asked.asNormalizedText()).contains("plus de 6 mois", "contact technique");
    }

    private void write(WebClient browser, String path, String text) throws IOException {
        HtmlPage page = browser.getPage(address(path));
        var form = formTo(page, path + "/messages");
        form.getTextAreaByName("message").setText(text);
        assertThat(((HtmlPage) button(form).click()).asNormalizedText())
                .contains("Le message est envoyé.");
    }
}
