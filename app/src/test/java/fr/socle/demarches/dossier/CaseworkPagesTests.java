package fr.socle.demarches.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.UUID;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** A dossier in the hands of agents, through pages and without scripts. */
@NullMarked
class CaseworkPagesTests extends DossierHouse {

    @Test
    void anAgentOfAnotherServiceIsRefusedAndThePersonMaySeeIt() throws IOException {
        var id = idOf(deposited(usager(UUID.randomUUID())));
        var before = entries();
        var other = agentBrowser(agent("Awa Essai", register));
        HtmlPage refused = other.getPage(address("/agent/dossiers/" + id));
        assertThat(status(refused)).isEqualTo(403);
        assertThat(refused.asNormalizedText())
                .contains("Vous n’êtes pas chargé de ce dossier")
                .doesNotContain("Léa");
        assertThat(entries()).isGreaterThan(before);
        HtmlPage inbox = other.getPage(address("/agent/dossiers"));
        assertThat(inbox.asNormalizedText()).doesNotContain("Angela");
        city();
        var elsewhere = agentBrowser(agent("Ailleurs Essai", school));
        assertThat(status(elsewhere, "/agent/dossiers/" + id)).isEqualTo(404);
    }

    @Test
    void aCorrectionIsAskedMadeAndDeposited() throws IOException {
        var usager = usager(UUID.randomUUID());
        var id = idOf(deposited(usager));
        var agent = agentBrowser(agent("Inès Essai", school));
        HtmlPage opened = agent.getPage(address("/agent/dossiers/" + id));
        var empty = press(formTo(opened, "/correction"), "Envoyer");
        assertThat(status(empty)).isEqualTo(422);
        var form = formTo(empty, "/correction");
        form.getTextAreaByName("message").setText("Précisez l’école de Léa.");
        press(form, "Envoyer");
        HtmlPage told = usager.getPage(address("/mes-dossiers/" + id));
        assertThat(told.asNormalizedText()).contains("Précisez l’école de Léa.");
        HtmlPage fill = usager.getPage(address("/mes-dossiers/" + id + "/remplir"));
        form(fill).getInputsByValue("Les Tilleuls").getFirst().setChecked(true);
        var review = press(form(fill), "Continuer");
        HtmlPage unseen = agent.getPage(address("/agent/dossiers/" + id));
        assertThat(unseen.asNormalizedText()).contains("Jean-Moulin").doesNotContain("Tilleuls");
        press(formTo(review, "/deposer"), "Déposer ma correction");
        HtmlPage seen = agent.getPage(address("/agent/dossiers/" + id));
        assertThat(seen.asNormalizedText()).contains("Les Tilleuls", "déposé le", "corrigé le");
        assertThat(unseen.asNormalizedText()).doesNotContain("corrigé le");
        HtmlPage other = usager(UUID.randomUUID()).getPage(address("/mes-dossiers/" + id));
        assertThat(status(other)).isEqualTo(404);
    }

    @Test
    void twoAgentsDecideOnceAndTheSlowerIsTold() throws IOException {
        var id = idOf(deposited(usager(UUID.randomUUID())));
        var one = agentBrowser(agent("Inès Essai", school));
        var two = agentBrowser(agent("Théo Essai", school));
        HtmlPage opened = one.getPage(address("/agent/dossiers/" + id));
        var mine = press(formTo(opened, "/instruire"), "Passer");
        HtmlPage theirs = two.getPage(address("/agent/dossiers/" + id));
        var unsaid = press(formTo(mine, "/decision"), "Refuser");
        assertThat(status(unsaid)).isEqualTo(422);
        press(formTo(mine, "/decision"), "Accepter");
        var form = formTo(theirs, "/decision");
        form.getTextAreaByName("motivation").setText("Trop tard.");
        var told = press(form, "Refuser");
        assertThat(status(told)).isEqualTo(409);
        assertThat(told.asNormalizedText()).contains("Votre action n’a pas été faite");
        assertThat(status(press(formTo(opened, "/instruire"), "Passer"))).isEqualTo(409);
    }

    @Test
    void aDecisionPressedTwiceIsDoneOnceAndAnotherIsRefused() throws IOException {
        var id = idOf(deposited(usager(UUID.randomUUID())));
        var agent = agentBrowser(agent("Inès Essai", school));
        HtmlPage opened = agent.getPage(address("/agent/dossiers/" + id));
        var form = formTo(press(formTo(opened, "/instruire"), "Passer"), "/decision");
        var decided = entries("demarches.decision");
        form.getTextAreaByName("motivation").setText("Vu.");
        press(form, "Accepter");
        var again = press(form, "Accepter");
        assertThat(status(again)).isEqualTo(200);
        assertThat(again.asNormalizedText()).contains("Demande acceptée", "Vu.");
        assertThat(status(press(form, "Refuser"))).isEqualTo(409);
        form.getTextAreaByName("motivation").setText("Vu, et revu.");
        assertThat(status(press(form, "Accepter"))).isEqualTo(409);
        assertThat(entries("demarches.decision")).isEqualTo(decided + 1);
    }

    @Test
    void aDecisionIsTakenBackWithItsAttestationAndTheUsagerIsTold() throws IOException {
        var usager = usager(UUID.randomUUID());
        var id = idOf(deposited(usager));
        var agent = agentBrowser(agent("Inès Essai", school));
        HtmlPage opened = agent.getPage(address("/agent/dossiers/" + id));
        var accepted =
                press(
                        formTo(press(formTo(opened, "/instruire"), "Passer"), "/decision"),
                        "Accepter");
        assertThat(status(usager, "/mes-dossiers/" + id + "/attestation")).isEqualTo(200);
        assertThat(status(press(formTo(accepted, "/reinstruction"), "Retirer"))).isEqualTo(422);
        var form = formTo(accepted, "/reinstruction");
        form.getTextAreaByName("message").setText("Un revenu avait été oublié.");
        var again = press(form, "Retirer");
        assertThat(status(again)).isEqualTo(200);
        HtmlPage told = usager.getPage(address("/mes-dossiers/" + id));
        assertThat(told.asNormalizedText())
                .contains("Un revenu avait été oublié.", "En instruction");
        assertThat(status(usager, "/mes-dossiers/" + id + "/attestation")).isEqualTo(404);
        var waiting = press(formTo(again, "/construction"), "Repasser le dossier");
        assertThat(status(press(formTo(again, "/construction"), "Repasser le dossier")))
                .isEqualTo(409);
        assertThat(waiting.asNormalizedText()).contains("Déposé");
    }

    @Test
    void anAgentWhoGoesOnWhileTheUsagerCorrectsIsToldAndSoAreThey() throws IOException {
        var usager = usager(UUID.randomUUID());
        var id = idOf(deposited(usager));
        var agent = agentBrowser(agent("Inès Essai", school));
        HtmlPage opened = agent.getPage(address("/agent/dossiers/" + id));
        var ask = formTo(opened, "/correction");
        ask.getTextAreaByName("message").setText("Quelle école ?");
        var asked = press(ask, "Envoyer");
        HtmlPage fill = usager.getPage(address("/mes-dossiers/" + id + "/remplir"));
        form(fill).getInputsByValue("Les Tilleuls").getFirst().setChecked(true);
        var review = press(form(fill), "Continuer");
        assertThat(status(press(formTo(asked, "/instruire"), "Passer"))).isEqualTo(409);
        HtmlPage now = agent.getPage(address("/agent/dossiers/" + id));
        assertThat(status(press(formTo(now, "/instruire"), "Passer"))).isEqualTo(200);
        var kept = press(form(fill), "Continuer");
        assertThat(kept.asNormalizedText()).contains("Rien n’a été changé");
        var late = press(formTo(review, "/deposer"), "Déposer ma correction");
        assertThat(late.asNormalizedText()).contains("Rien n’a été changé");
        HtmlPage seen = agent.getPage(address("/agent/dossiers/" + id));
        assertThat(seen.asNormalizedText()).contains("En instruction", "Jean-Moulin");
        assertThat(seen.asNormalizedText()).doesNotContain("Tilleuls");
    }

    @Test
    void everyCorrectionIsKeptWithItsReasonAndWhenItWasAnswered() throws IOException {
        var id = idOf(deposited(usager(UUID.randomUUID())));
        var agent = agentBrowser(agent("Inès Essai", school));
        HtmlPage opened = agent.getPage(address("/agent/dossiers/" + id));
        var form = formTo(opened, "/correction");
        form.getInputsByValue("incomplete").getFirst().setChecked(true);
        form.getTextAreaByName("message").setText("Il manque l’école.");
        var asked = press(form, "Envoyer");
        var again = formTo(asked, "/correction");
        again.getTextAreaByName("message").setText("Et la date.");
        press(formTo(press(again, "Envoyer"), "/instruire"), "Passer");
        assertThat(
                        db.sql(
                                        """
                                        SELECT reason FROM demarches.correction
                                         WHERE dossier = :id AND resolved_at IS NOT NULL ORDER BY rank
                                        """)
                                .param("id", UUID.fromString(id))
                                .query(String.class)
                                .list())
                .containsExactly("incomplete", "incorrect");
    }

    @Test
    void aNumberLeadsToItsDossierAndAWrongOneIsTold() throws IOException {
        var page = deposited(usager(UUID.randomUUID()));
        var number = page.asNormalizedText().replaceAll("(?s).*n° ([0-9-]{15}).*", "$1");
        var agent = agentBrowser(agent("Inès Essai", school));
        HtmlPage found = agent.getPage(address("/agent/dossiers?numero=" + number));
        assertThat(found.getUrl().getPath()).endsWith(idOf(page));
        assertThat(status(agent, "/agent/dossiers?numero=123")).isEqualTo(422);
        assertThat(status(agent, "/agent/dossiers?etat=zz&demarche=zz&page=zz")).isEqualTo(422);
    }

    private long entries() {
        return db.sql(
                        "SELECT (SELECT count(*) FROM journal.pending) + (SELECT count(*) FROM journal.content)")
                .query(Long.class)
                .single();
    }
}
