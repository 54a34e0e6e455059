package fr.socle.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.directory.Organisation;
import fr.socle.directory.Role;
import java.io.IOException;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An editor calls on the ground of somebody else's habilitation, until that is taken back. */
@NullMarked
class HabilitationDelegationTests extends HabilitationHouse {

    @Autowired Delegations delegations;

    @Test
    void anEditorMayCallUntilTheDelegationIsTakenBack() throws IOException {
        var city = organisation("Ville équipée (essai)");
        var editor = organisation("Logiciels inventés (essai)");
        var requester = browserOf(city, Role.GESTIONNAIRE);
        var id = granted(requester, "Équipée");
        assertThat(delegations.usable(editor.id(), city.id())).isEmpty();
        HtmlPage given = give(requester, id, editor.siret().value());
        assertThat(given.asNormalizedText()).contains("Logiciels inventés (essai)");
        assertThat(delegations.usable(editor.id(), city.id())).hasSize(1);
        HtmlPage received = browserOf(editor, Role.GESTIONNAIRE).getPage(address(OWN));
        assertThat(received.asNormalizedText()).contains("Délégations reçues", "Équipée");

        var other = requester("indiscrète");
        assertThat(status(other, OWN + "/" + id + "/delegations")).isEqualTo(404);

        var which = delegations.usable(editor.id(), city.id()).getFirst().id();
        var path = OWN + "/" + id + "/delegations/" + which + "/retrait";
        HtmlPage after = button(formTo(given, path)).click();
        assertThat(after.asNormalizedText()).contains("La délégation est retirée.");
        assertThat(delegations.usable(editor.id(), city.id())).isEmpty();
    }

    @Test
    void aDelegationEndsWithItsHabilitation() throws IOException {
        var city = organisation("Ville révocable (essai)");
        var editor = organisation("Logiciels éphémères (essai)");
        var requester = browserOf(city, Role.GESTIONNAIRE);
        var id = granted(requester, "Révocable");
        give(requester, id, editor.siret().value());
        var api = api();
        var path = "/api/habilitations/v1/habilitations/" + id;
        var tag = api.get().uri(path).retrieve().toBodilessEntity().getHeaders().getETag();
        revoke(api, path, tag, java.util.Map.of("motif-revocation", "Essai terminé"));
        assertThat(delegations.usable(editor.id(), city.id())).isEmpty();
    }

    @Test
    void onlyAnotherActiveOrganisationReceivesOneOnce() throws IOException {
        Organisation city = organisation("Ville seule (essai)");
        var editor = organisation("Logiciels uniques (essai)");
        var requester = browserOf(city, Role.GESTIONNAIRE);
        var id = granted(requester, "Seule");
        give(requester, id, editor.siret().value());
        assertThat(give(requester, id, editor.siret().value()).asNormalizedText())
                .contains("a déjà une délégation");
        assertThat(give(requester, id, city.siret().value()).asNormalizedText())
                .contains("ne se délègue pas à elle-même");
        assertThat(give(requester, id, freshSiret()).asNormalizedText())
                .contains("Aucune organisation active");
        assertThat(give(requester, id, "123").getWebResponse().getStatusCode()).isEqualTo(422);
    }

    private HtmlPage give(WebClient requester, String id, String siret) throws IOException {
        var path = OWN + "/" + id + "/delegations";
        HtmlPage page = requester.getPage(address(path));
        var form = formTo(page, path);
        form.getInputByName("editeur").setValue(siret);
        return button(form).click();
    }
}
