package fr.socle.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.directory.Role;
import java.io.IOException;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Drafts, new versions that are given up, requests that are put away or taken over. */
@NullMarked
class HabilitationDraftTests extends HabilitationHouse {

    @Test
    void aDraftIsItsOrganisationsAloneUntilItIsSent() throws IOException {
        var requester = requester("lente");
        var instructor = instructor();
        HtmlPage blank = requester.getPage(address(OWN + "/nouvelle/autre"));
        var form = formTo(blank, OWN + "/nouvelle");
        form.getInputByName("intitule").setValue("Commencée");
        HtmlPage kept = keep(form).click();
        assertThat(kept.asNormalizedText()).contains("n’est pas envoyé", "Brouillon");
        var id = idOn(kept);
        assertThat(status(instructor, EXAMINE + "/" + id)).isEqualTo(404);

        HtmlPage goOn = kept.getAnchorByText("Continuer le brouillon").click();
        var whole = filled(goOn, OWN + "/" + id + "/modifier", "Commencée");
        assertThat(((HtmlPage) button(whole).click()).asNormalizedText())
                .contains("La demande est envoyée.");
        assertThat(status(instructor, EXAMINE + "/" + id)).isEqualTo(200);
    }

    @Test
    void aDraftKeptTwiceFromOnePageIsOne() throws IOException {
        var requester = requester("impatiente");
        HtmlPage blank = requester.getPage(address(OWN + "/nouvelle/autre"));
        var form = formTo(blank, OWN + "/nouvelle");
        form.getInputByName("intitule").setValue("Enregistrée deux fois");
        HtmlPage kept = keep(form).click();
        HtmlPage again = keep(form).click();
        assertThat(idOn(again)).isEqualTo(idOn(kept));
        HtmlPage list = requester.getPage(address(OWN));
        assertThat(list.asNormalizedText()).containsOnlyOnce("Enregistrée deux fois");
    }

    @Test
    void aDraftKeepsNothingWrong() throws IOException {
        var requester = requester("étourdie");
        HtmlPage blank = requester.getPage(address(OWN + "/nouvelle/autre"));
        var form = formTo(blank, OWN + "/nouvelle");
        form.getInputByName("dpo.courriel").setValue("rien");
        HtmlPage refused = keep(form).click();
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(formTo(refused, OWN + "/nouvelle").getInputByName("dpo.courriel").getValue())
                .isEqualTo("rien");
    }

    @Test
    void aCommonPurposeIsFilledInButForTheContacts() throws IOException {
        var requester = requester("pressée");
        HtmlPage choice = requester.getPage(address(OWN + "/nouvelle"));
        HtmlPage page = choice.getAnchorByText("Tarif de la restauration scolaire").click();
        var form = formTo(page, OWN + "/nouvelle");
        assertThat(form.getInputByValue("quotient_familial.valeur").isChecked()).isTrue();
        form.getInputByName("dpo.nom").setValue("Dpo (essai)");
        form.getInputByName("dpo.courriel").setValue("dpo@essai.example");
        form.getInputByName("responsable.nom").setValue("Responsable (essai)");
        form.getInputByName("responsable.courriel").setValue("responsable@essai.example");
        accept(form);
        assertThat(((HtmlPage) button(form).click()).asNormalizedText())
                .contains("La demande est envoyée.", "L. 114-8");

        HtmlPage next = requester.getPage(address(OWN + "/nouvelle/petite-enfance"));
        assertThat(formTo(next, OWN + "/nouvelle").getInputByName("dpo.nom").getValue())
                .isEqualTo("Dpo (essai)");
        assertThat(status(requester, OWN + "/nouvelle/cueillette")).isEqualTo(404);
    }

    @Test
    void aNewVersionIsGivenUpAndTheGrantedOneHolds() throws IOException {
        var requester = requester("hésitante");
        var id = request(requester, "Hésitante");
        decide(instructor(), id, "accorder", "");
        HtmlPage granted = requester.getPage(address(OWN + "/" + id));
        assertThat(granted.asNormalizedText()).doesNotContain("Archiver la demande");
        HtmlPage again = granted.getAnchorByText("Demander une nouvelle version").click();
        var form = formTo(again, OWN + "/" + id + "/modifier");
        form.getInputByName("intitule").setValue("Autre titre");
        HtmlPage draft = keep(form).click();
        assertThat(draft.asNormalizedText()).contains("Autre titre");
        var stale = formTo(draft, OWN + "/" + id + "/actes/annuler");
        HtmlPage back = button(stale).click();
        assertThat(back.asNormalizedText()).contains("Hésitante", "Accordée");
        assertThat(habilitations.find(idOf(id)).orElseThrow().version()).isEqualTo(1);
        assertThat(((HtmlPage) button(stale).click()).getWebResponse().getStatusCode())
                .isEqualTo(409);
    }

    @Test
    void whatHoldsIsNotPutAwayAndWhatWasRevokedIs() throws IOException {
        var city = organisation("Ville rangée (essai)");
        var requester = browserOf(city, Role.GESTIONNAIRE);
        var id = request(requester, "Rangée");
        HtmlPage sent = requester.getPage(address(OWN + "/" + id));
        var early = formTo(sent, OWN + "/" + id + "/actes/archiver");
        var instructor = instructor();
        decide(instructor, id, "accorder", "");
        early.getInputByName("_version").setValue("2");
        HtmlPage refused = button(early).click();
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(refused.asNormalizedText()).contains("encore valable");

        HtmlPage page = instructor.getPage(address(EXAMINE + "/" + id));
        var revocation = formTo(page, EXAMINE + "/" + id + "/revocation");
        revocation.getTextAreaByName("motif-revocation").setText("Essai terminé");
        button(revocation).click();
        HtmlPage revoked = requester.getPage(address(OWN + "/" + id));
        HtmlPage away = button(formTo(revoked, OWN + "/" + id + "/actes/archiver")).click();
        assertThat(away.asNormalizedText()).contains("La demande est archivée.");
        assertThat(status(requester, OWN + "/" + id + "/modifier")).isEqualTo(200);
    }

    @Test
    void aColleagueTakesARequestOverAndStrangersDoNothing() throws IOException {
        var city = organisation("Ville à plusieurs (essai)");
        var id = request(browserOf(city, Role.GESTIONNAIRE), "Partagée");
        var colleague = browserOf(city, Role.GESTIONNAIRE);
        HtmlPage page = colleague.getPage(address(OWN + "/" + id));
        var form = formTo(page, OWN + "/" + id + "/actes/reprendre");
        assertThat(((HtmlPage) button(form).click()).asNormalizedText())
                .contains("Vous suivez désormais cette demande.");

        var stranger = requester("voisine");
        HtmlPage own = stranger.getPage(address(OWN + "/nouvelle/autre"));
        for (var path : new String[] {"/actes/archiver", "/messages", "/actes/rien"}) {
            var forged = formTo(own, OWN + "/nouvelle");
            forged.setActionAttribute(OWN + "/" + id + path);
            assertThat(((HtmlPage) button(forged).click()).getWebResponse().getStatusCode())
                    .isEqualTo(404);
            forged.setActionAttribute(OWN + "/nouvelle");
        }
    }

    private static HtmlElement keep(HtmlForm form) {
        return form.getFirstByXPath(".//button[@name='envoi']");
    }
}
