package fr.socle.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.directory.Role;
import java.io.IOException;
import java.util.Map;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** A request, from the first form to the revocation, through the pages and without scripts. */
@NullMarked
class HabilitationPagesTests extends HabilitationHouse {

    @Test
    void aRequestIsChangedGrantedReopenedAndRevoked() throws IOException {
        var city = organisation("Ville demandeuse (essai)");
        var requester = browserOf(city, Role.GESTIONNAIRE);
        var instructor =
                browserOf(organisation("Ministère (essai)"), HabilitationRights.INSTRUCTEUR);

        var id = request(requester, "Cantine");
        decide(instructor, id, "modifications", "Précisez la finalité.");
        HtmlPage asked = requester.getPage(address(OWN + "/" + id));
        assertThat(asked.asNormalizedText()).contains("Précisez la finalité.");
        HtmlPage rewrite = asked.getAnchorByText("Modifier la demande").click();
        var form = formTo(rewrite, OWN + "/" + id + "/modifier");
        form.getTextAreaByName("finalite").setText("Calculer le tarif de la cantine.");
        accept(form);
        assertThat(button(form).click().getWebResponse().getStatusCode()).isEqualTo(200);
        assertThat(habilitations.find(idOf(id))).isEmpty();

        decide(instructor, id, "accorder", "");
        var first = habilitations.find(idOf(id)).orElseThrow();
        assertThat(first.version()).isEqualTo(1);
        assertThat(first.finalite()).isEqualTo("Calculer le tarif de la cantine.");
        assertThat(first.fields())
                .isEqualTo(
                        Map.of("quotient-familial", java.util.Set.of("quotient_familial.valeur")));
        assertThat(habilitations.usable(city.id())).hasSize(1);

        HtmlPage granted = requester.getPage(address(OWN + "/" + id));
        HtmlPage reopened = granted.getAnchorByText("Demander une nouvelle version").click();
        var again = formTo(reopened, OWN + "/" + id + "/modifier");
        again.getInputByName("validite").setValue("6");
        accept(again);
        button(again).click();
        assertThat(habilitations.find(idOf(id)).orElseThrow().version()).isEqualTo(1);
        decide(instructor, id, "accorder", "");
        assertThat(habilitations.find(idOf(id)).orElseThrow().version()).isEqualTo(2);
        HtmlPage both = requester.getPage(address(OWN + "/" + id));
        assertThat(both.asNormalizedText()).contains("Version 2").contains("Version 1");

        HtmlPage page = instructor.getPage(address(EXAMINE + "/" + id));
        var revocation = formTo(page, EXAMINE + "/" + id + "/revocation");
        HtmlPage needsReason = button(revocation).click();
        assertThat(needsReason.getWebResponse().getStatusCode()).isEqualTo(422);
        var withReason = formTo(needsReason, EXAMINE + "/" + id + "/revocation");
        withReason.getTextAreaByName("motif-revocation").setText("Détournement constaté.");
        assertThat(((HtmlPage) button(withReason).click()).asNormalizedText())
                .contains("Révoquée")
                .contains("Détournement constaté.");
        assertThat(habilitations.usable(city.id())).isEmpty();
        assertThat(habilitations.find(idOf(id)).orElseThrow().revokedAt()).isPresent();
    }

    @Test
    void aWrongRequestKeepsWhatWasTyped() throws IOException {
        var requester = requester("distraite");
        HtmlPage page = requester.getPage(address(OWN + "/nouvelle/autre"));
        var form = formTo(page, OWN + "/nouvelle");
        form.getInputByName("intitule").setValue("Gardé");
        form.getInputByName("cadre-url").setValue("javascript:alert(1)");
        form.getInputByName("validite").setValue("61");
        HtmlPage refused = button(form).click();
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(refused.asNormalizedText())
                .contains("Cochez au moins une donnée.")
                .contains("entre 1 et 60");
        assertThat(formTo(refused, OWN + "/nouvelle").getInputByName("intitule").getValue())
                .isEqualTo("Gardé");
    }

    @Test
    void theSecondInstructorIsTold() throws IOException {
        var requester = requester("disputée");
        var ministry = organisation("Ministère des deux (essai)");
        var one = browserOf(ministry, HabilitationRights.INSTRUCTEUR);
        var two = browserOf(ministry, HabilitationRights.INSTRUCTEUR);
        var id = request(requester, "Disputée");
        HtmlPage seen = two.getPage(address(EXAMINE + "/" + id));
        decide(one, id, "refuser", "Sans base légale.");
        var form = formTo(seen, EXAMINE + "/" + id + "/decision");
        form.getInputByValue("accorder").setChecked(true);
        HtmlPage told = button(form).click();
        assertThat(told.getWebResponse().getStatusCode()).isEqualTo(409);
        assertThat(told.asNormalizedText()).contains("Sans base légale.");
        assertThat(habilitations.find(idOf(id))).isEmpty();
    }

    @Test
    void nobodyReadsAnothersRequestOrExaminesHisOwn() throws IOException {
        var city = organisation("Ville prudente (essai)");
        var requester = browserOf(city, Role.GESTIONNAIRE, HabilitationRights.INSTRUCTEUR);
        var id = request(requester, "Prudente");
        assertThat(status(requester, EXAMINE + "/" + id)).isEqualTo(404);
        var other = requester("curieuse");
        assertThat(status(other, OWN + "/" + id)).isEqualTo(404);
        assertThat(status(other, OWN + "/" + id + "/modifier")).isEqualTo(404);
        assertThat(status(other, EXAMINE)).isEqualTo(403);
        assertThat(status(other, EXAMINE + "/" + id)).isEqualTo(403);
        assertThat(status(other, OWN + "/rien")).isEqualTo(404);
    }
}
