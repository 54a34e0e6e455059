package fr.socle.demarches.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.DossierState;
import fr.socle.demarches.Dossiers;
import fr.socle.exchange.Answer;
import fr.socle.exchange.Case;
import fr.socle.kernel.PersonRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.htmlunit.UnexpectedPage;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlFileInput;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A dossier, as its usager fills and deposits it, through pages and without scripts. */
@NullMarked
class DossierPagesTests extends DossierHouse {

    @Autowired Dossiers dossiers;

    @Test
    void aUsagerFillsAndDepositsAnAgentAcceptsAndThePaperSaysIt() throws Exception {
        var person = UUID.randomUUID();
        var usager = usager(person);
        var page = deposited(usager);
        assertThat(page.asNormalizedText())
                .contains("Votre dossier est déposé")
                .contains("872,5", "Transmis par Caisse d’essai (démonstration) le");
        var id = idOf(page);
        var agent = agentBrowser(agent("Inès Essai", school));
        HtmlPage inbox = agent.getPage(address("/agent/dossiers"));
        HtmlPage opened =
                inbox.getAnchors().stream()
                        .filter(it -> it.getHrefAttribute().endsWith(id))
                        .findFirst()
                        .orElseThrow()
                        .click();
        assertThat(opened.asNormalizedText()).contains("Angela ESSAI", "Léa", "Jean-Moulin");
        var examined = press(formTo(opened, "/instruire"), "Passer en instruction");
        var form = formTo(examined, "/decision");
        form.getTextAreaByName("motivation").setText("Tranche C.");
        var accepted = press(form, "Accepter");
        assertThat(accepted.asNormalizedText()).contains("Demande acceptée", "Tranche C.");
        HtmlPage told = usager.getPage(address("/mes-dossiers/" + id));
        assertThat(told.asNormalizedText()).contains("Demande acceptée", "Tranche C.");
        UnexpectedPage paper = usager.getPage(address("/mes-dossiers/" + id + "/attestation"));
        try (var pdf = Loader.loadPDF(paper.getInputStream().readAllBytes())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Attestation de tarif", city.name(), "872,5", "Léa, Jean-Moulin");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).startsWith("fr");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Attestation de tarif");
        }
        var summary = dossiers.of(new PersonRef(person)).getFirst();
        assertThat(summary.state()).isEqualTo(DossierState.ACCEPTE);
        assertThat(summary.steps()).hasSize(4);
        assertThat(letters(id)).isEqualTo(3);
    }

    @Test
    void theQuestionNamesTheDossierAndTheUsagerThemself() throws IOException {
        var person = UUID.randomUUID();
        var page = begun(usager(person));
        assertThat(gateway.last().onCase()).isEqualTo(new Case.Verifie("demarches/" + idOf(page)));
        assertThat(gateway.last().subject().person()).contains(new PersonRef(person));
        assertThat(gateway.last().fields()).containsExactly(Neighbours.FIELD);
    }

    @Test
    void aButtonPressedTwiceBeginsOneDossier() throws IOException {
        var person = UUID.randomUUID();
        var browser = usager(person);
        HtmlPage begin = browser.getPage(address("/mes-dossiers/commencer/" + slug));
        var first = press(formTo(begin, slug), "Commencer");
        var second = press(formTo(begin, slug), "Commencer");
        assertThat(idOf(second)).isEqualTo(idOf(first));
        assertThat(dossiers.of(new PersonRef(person))).hasSize(1);
    }

    @Test
    void whatIsMissingOrWrongIsNamedAndNothingTypedIsLost() throws IOException {
        var page = begun(usager(UUID.randomUUID()));
        var form = form(page);
        byEnd(form, ".jour.jour").setValue("31");
        byEnd(form, ".jour.mois").setValue("02");
        byEnd(form, ".jour.annee").setValue("2026");
        var wrong = press(form, "Continuer");
        assertThat(status(wrong)).isEqualTo(422);
        assertThat(wrong.getElementById("erreurs")).isNotNull();
        assertThat(byEnd(form(wrong), ".jour.jour").getValue()).isEqualTo("31");
        var again = form(wrong);
        byEnd(again, ".jour.jour").setValue("28");
        var missing = press(again, "Continuer");
        assertThat(status(missing)).isEqualTo(422);
        assertThat(missing.getElementById("erreurs").asNormalizedText())
                .contains("Régime particulier", "Prénom", "École")
                .doesNotContain("Lequel");
    }

    @Test
    void anAnswerMakesAFurtherQuestionAppear() throws IOException {
        var page = begun(usager(UUID.randomUUID()));
        assertThat(page.asNormalizedText()).doesNotContain("Lequel");
        var form = form(page);
        form.getInputsByValue("oui").getFirst().setChecked(true);
        var refreshed = press(form, "Mettre à jour les questions");
        assertThat(status(refreshed)).isEqualTo(200);
        assertThat(refreshed.asNormalizedText()).contains("Lequel");
    }

    @Test
    void rowsAreAddedAndRemovedAndKeepWhatWasTyped() throws IOException {
        var page = filled(usager(UUID.randomUUID()));
        var two = press(form(page), "Ajouter encore");
        assertThat(two.asNormalizedText()).contains("Enfant : n° 2");
        assertThat(byEnd(form(two), ".pren").getValue()).isEqualTo("Léa");
        var one = press(form(two), "Retirer");
        assertThat(one.asNormalizedText()).doesNotContain("n° 2");
        assertThat(byEnd(form(one), ".pren").getValue()).isEmpty();
    }

    @Test
    void aDeclinedAnswerBecomesAnOrdinaryOneWithADocument() throws IOException {
        var page = filled(usager(UUID.randomUUID()));
        var declined = press(form(page), "Ce n’est pas exact");
        assertThat(declined.asNormalizedText())
                .contains("Vous avez choisi de répondre vous-même", "Document qui le montre");
        assertThat(byEnd(form(declined), ".pren").getValue()).isEqualTo("Léa");
        byEnd(form(declined), ".quot").setValue("900");
        var missing = press(form(declined), "Continuer");
        assertThat(status(missing)).isEqualTo(422);
        assertThat(missing.asNormalizedText()).contains("Joignez un document");
        var form = form(missing);
        var input = (HtmlFileInput) byEnd(form, "fj.quot");
        input.setData(
                "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
                        .getBytes(StandardCharsets.US_ASCII));
        input.setValue("avis.pdf");
        input.setContentType("application/pdf");
        var review = press(form, "Continuer");
        assertThat(review.getUrl().getPath()).endsWith("/relire");
        assertThat(review.asNormalizedText())
                .contains("900", "qui a préféré répondre lui-même", "avis.pdf");
    }

    @Test
    void theFederationsIdentityCannotBeDeclinedByAForgedButton() throws IOException {
        var form = form(filled(usager(UUID.randomUUID())));
        var button =
                (HtmlButton) form.getFirstByXPath(".//button[starts-with(@value,'decliner:')]");
        button.setAttribute("value", "decliner:nomn");
        HtmlPage after = button.click();
        assertThat(after.asNormalizedText())
                .contains("compte d’identification le")
                .doesNotContain("Document qui le montre : Nom");
    }

    @Test
    void anAnswerTooLongForAnyFieldIsToldAndNotCalledAConflict() throws IOException {
        var form = form(filled(usager(UUID.randomUUID())));
        byEnd(form, ".pren").setValue("x".repeat(100_000));
        var told = press(form, "Enregistrer le brouillon");
        assertThat(status(told)).isEqualTo(422);
        assertThat(told.asNormalizedText()).doesNotContain("a été modifié depuis");
    }

    @Test
    void aProviderThatIsDownCanBeAskedAgain() throws IOException {
        gateway.answer = Neighbours.ScriptedGateway.down();
        var page = begun(usager(UUID.randomUUID()));
        assertThat(page.asNormalizedText()).contains("Le service ne répond pas");
        gateway.answer = Neighbours.ScriptedGateway.released("512");
        var again = press(form(page), "Réessayer");
        assertThat(again.asNormalizedText()).contains("Transmis par Caisse d’essai");
    }

    @Test
    void whatMayNotBeObtainedIsAskedOfTheUsager() throws IOException {
        gateway.answer = new Answer.Refused(List.of(Answer.Reason.HABILITATION_REVOQUEE));
        var page = begun(usager(UUID.randomUUID()));
        assertThat(byEnd(form(page), ".quot").getValue()).isEmpty();
        gateway.answer = new Answer.NotFound(Neighbours.PROVIDER, false);
        var other = begun(usager(UUID.randomUUID()));
        assertThat(other.asNormalizedText()).contains("ne vous connaît pas");
        gateway.answer = Neighbours.ScriptedGateway.released("null");
        assertThat(byEnd(form(begun(usager(UUID.randomUUID()))), ".quot").getValue()).isEmpty();
    }

    @Test
    void whatAnotherGaveIsNotReadFromTheBrowser() throws IOException {
        var browser = usager(UUID.randomUUID());
        var page = begun(browser);
        var form = form(page);
        byEnd(form, ".jour.jour").setAttribute("name", "c.quot");
        byEnd(form, "c.quot").setValue("1");
        var kept = press(form, "Enregistrer le brouillon");
        assertThat(kept.getElementById("c.quot").getAttribute("value")).startsWith("872,5");
    }

    @Test
    void somebodyElseFindsNothing() throws IOException {
        var id = idOf(deposited(usager(UUID.randomUUID())));
        var other = usager(UUID.randomUUID());
        for (var end : List.of("", "/remplir", "/relire", "/attestation")) {
            assertThat(status(other, "/mes-dossiers/" + id + end)).as(end).isEqualTo(404);
        }
        assertThat(status(other, "/mes-dossiers/rien")).isEqualTo(404);
        HtmlPage agents = other.getPage(address("/agent/dossiers/" + id));
        assertThat(agents.getUrl().getPath()).startsWith("/agents/api/v2/interaction/");
    }

    @Test
    void depositingTwiceDepositsOnce() throws IOException {
        var browser = usager(UUID.randomUUID());
        var review = press(form(filled(browser)), "Continuer");
        var first = press(formTo(review, "/deposer"), "Déposer");
        var second = press(formTo(review, "/deposer"), "Déposer");
        assertThat(status(second)).isEqualTo(200);
        assertThat(second.getUrl().getPath()).isEqualTo(first.getUrl().getPath());
        assertThat(letters(idOf(first))).isEqualTo(1);
        HtmlPage replayed = browser.getPage(address("/mes-dossiers/" + idOf(first) + "/remplir"));
        assertThat(replayed.getUrl().getPath()).isEqualTo("/mes-dossiers/" + idOf(first));
    }

    @Test
    void theSecondTabIsToldAndKeepsWhatItTyped() throws IOException {
        var browser = usager(UUID.randomUUID());
        var first = begun(browser);
        HtmlPage second = browser.getPage(first.getUrl());
        byEnd(form(first), ".jour.annee").setValue("");
        form(first).getInputsByValue("oui").getFirst().setChecked(true);
        press(form(first), "Enregistrer");
        form(second).getInputsByValue("non").getFirst().setChecked(true);
        var told = press(form(second), "Enregistrer le brouillon");
        assertThat(status(told)).isEqualTo(409);
        assertThat(told.getElementById("conflit")).isNotNull();
        assertThat(form(told).getInputsByValue("non").getFirst().isChecked()).isTrue();
        assertThat(status(press(form(told), "Enregistrer le brouillon"))).isEqualTo(200);
    }

    @Test
    void aFormSentAfterItsSessionEndedIsFoundAgain() throws IOException {
        var person = UUID.randomUUID();
        var browser = usager(person);
        var form = form(filled(browser));
        browser.removeRequestHeader(Neighbours.HEADER);
        var signIn = press(form, "Continuer");
        assertThat(signIn.getUrl().getPath()).isEqualTo("/connexion");
        assertThat(signIn.getUrl().getQuery()).contains("remplir");
        browser.addRequestHeader(Neighbours.HEADER, UUID.randomUUID().toString());
        var path = form.getPage().getUrl().getPath();
        assertThat(status(browser, path)).isEqualTo(404);
        browser.removeRequestHeader(Neighbours.HEADER);
        browser.addRequestHeader(Neighbours.HEADER, person.toString());
        HtmlPage back = browser.getPage(address(path));
        assertThat(back.asNormalizedText()).contains("Nous avons gardé ce que vous aviez saisi");
        assertThat(byEnd(form(back), ".pren").getValue()).isEqualTo("Léa");
        var review = press(form(back), "Continuer");
        assertThat(review.getUrl().getPath()).endsWith("/relire");
        HtmlPage later = browser.getPage(address(path));
        assertThat(later.asNormalizedText()).doesNotContain("Nous avons gardé");
    }

    @Test
    void formsOfTwoDossiersSentAfterTheSessionEndedAreBothFoundAgain() throws IOException {
        var person = UUID.randomUUID();
        var browser = usager(person);
        var forms = List.of(form(filled(browser)), form(filled(browser)));
        browser.removeRequestHeader(Neighbours.HEADER);
        for (var form : forms) {
            byEnd(form, ".pren").setValue("Léa" + forms.indexOf(form));
            press(form, "Enregistrer le brouillon");
        }
        browser.addRequestHeader(Neighbours.HEADER, person.toString());
        for (var form : forms) {
            HtmlPage back = browser.getPage(form.getPage().getUrl());
            assertThat(byEnd(form(back), ".pren").getValue())
                    .isEqualTo("Léa" + forms.indexOf(form));
            press(form(back), "Enregistrer le brouillon");
        }
    }

    @Test
    void whatAnAgentSeesInAListIsInTheJournal() throws IOException {
        deposited(usager(UUID.randomUUID()));
        var agent = agentBrowser(agent("Inès Essai", school));
        var before = entries("demarches.liste");
        agent.getPage(address("/agent/dossiers"));
        var after = entries("demarches.liste");
        assertThat(after).isGreaterThan(before);
        agent.getPage(address("/agent/dossiers"));
        assertThat(entries("demarches.liste")).isEqualTo(after);
    }

    private long letters(String dossier) {
        return db.sql("SELECT count(*) FROM notifications.notice WHERE link LIKE :link")
                .param("link", "%/mes-dossiers/" + dossier)
                .query(Long.class)
                .single();
    }
}
