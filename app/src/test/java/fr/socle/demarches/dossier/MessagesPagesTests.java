package fr.socle.demarches.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.UUID;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The usager and the agents in charge write to each other. */
@NullMarked
class MessagesPagesTests extends DossierHouse {

    @Test
    void aMessageIsReadByTheOtherSideAndAnswered() throws IOException {
        var usager = usager(UUID.randomUUID());
        var id = idOf(deposited(usager));
        var agent = agentBrowser(agent("Inès Essai", school));
        HtmlPage opened = agent.getPage(address("/agent/dossiers/" + id));
        var form = formTo(opened, "/messages");
        form.getTextAreaByName("texte").setText("Votre fille va-t-elle à l’étude ?");
        var sent = press(form, "Envoyer le message");
        assertThat(sent.asNormalizedText()).contains("Pas encore lu");
        HtmlPage read = usager.getPage(address("/mes-dossiers/" + id));
        assertThat(read.asNormalizedText())
                .contains("Votre fille va-t-elle à l’étude ?")
                .doesNotContain("Inès");
        var answer = formTo(read, "/messages");
        answer.getTextAreaByName("texte").setText("Oui, le mardi.");
        press(answer, "Envoyer le message");
        HtmlPage again = agent.getPage(address("/agent/dossiers/" + id));
        assertThat(again.asNormalizedText())
                .contains("Oui, le mardi.", "Lu le")
                .doesNotContain("Pas encore lu");
        assertThat(entries("demarches.message-service")).isPositive();
        assertThat(entries("demarches.message-usager")).isPositive();
    }

    @Test
    void aButtonPressedTwiceSendsOneMessage() throws IOException {
        var usager = usager(UUID.randomUUID());
        var id = idOf(deposited(usager));
        HtmlPage page = usager.getPage(address("/mes-dossiers/" + id));
        var form = formTo(page, "/messages");
        form.getTextAreaByName("texte").setText("Bonjour.");
        press(form, "Envoyer le message");
        press(form, "Envoyer le message");
        assertThat(
                        db.sql("SELECT count(*) FROM demarches.message WHERE dossier = :id")
                                .param("id", UUID.fromString(id))
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void nothingTooLongOrOfAStrangerIsSent() throws IOException {
        var usager = usager(UUID.randomUUID());
        var id = idOf(deposited(usager));
        HtmlPage page = usager.getPage(address("/mes-dossiers/" + id));
        var form = formTo(page, "/messages");
        assertThat(status(press(form, "Envoyer le message"))).isEqualTo(422);
        form.getTextAreaByName("texte").setText("x".repeat(4001));
        var tooLong = press(form, "Envoyer le message");
        assertThat(status(tooLong)).isEqualTo(422);
        assertThat(formTo(tooLong, "/messages").getTextAreaByName("texte").getText()).hasSize(4001);
        form.getTextAreaByName("texte").setText("Bonjour.");
        form.getInputByName("message-id").setValue("zz");
        assertThat(status(press(form, "Envoyer le message"))).isEqualTo(400);
        var stranger = usager(UUID.randomUUID());
        assertThat(status(stranger, "/mes-dossiers/" + id)).isEqualTo(404);
        var other = agentBrowser(agent("Awa Essai", register));
        assertThat(status(other, "/agent/dossiers/" + id)).isEqualTo(403);
    }
}
