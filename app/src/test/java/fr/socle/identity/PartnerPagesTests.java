package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.SignsIn;
import fr.socle.directory.Role;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An organisation connects a service, tries it and watches it, without scripts. */
@NullMarked
class PartnerPagesTests extends PartnerHouse {

    private static final String LEA = "Léa Exemplaire";

    @Test
    void aServiceWorksAsSoonAsItIsRegistered() throws IOException {
        var partner = partnerOf("Ville inscrite (essai)");
        var registered = register(partner, "Cantine (essai)");
        var service = service(registered);
        var back = service.signIn(SignsIn.browser(), LEA, SignsIn.TAXES);
        var answer = service.token(service.tokenForm(back.getOrDefault("code", "")));
        assertThat(answer.status()).as(answer.members().toString()).isEqualTo(200);
        assertThat(service.userinfo(answer.text("access_token")).members())
                .containsKeys("sub", "given_name", "email");

        HtmlPage again = partner.getPage(address(registered.path()));
        assertThat(again.asNormalizedText())
                .contains("Bac à sable", registered.clientId())
                .doesNotContain(registered.secret());
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> {
                            HtmlPage seen =
                                    partner.getPage(address(registered.path() + "/activite"));
                            assertThat(seen.asNormalizedText())
                                    .contains("Niveau eidas1", "Identifications : 1", "Refus : 0")
                                    .contains("Jeton (token)", "Données (userinfo)");
                        });
    }

    @Test
    void twoSecretsHoldUntilTheOldOneIsTakenAway() throws IOException {
        var partner = partnerOf("Ville prudente (essai)");
        var old = register(partner, "Secret (essai)");
        HtmlPage page = partner.getPage(address(old.path() + "/acces"));
        var fresh = told(SignsIn.press(page, "Créer un nouveau secret"));
        assertThat(fresh.secret()).isNotEqualTo(old.secret());
        await().atMost(Duration.ofSeconds(5)).until(() -> known(fresh));
        assertThat(known(old)).isTrue();
        assertThat(letters(old)).containsExactly("Secret renouvelé\u00a0: Secret (essai)");

        HtmlPage two = partner.getPage(address(old.path() + "/acces"));
        assertThat(two.asNormalizedText()).contains("Deux secrets sont acceptés");
        SignsIn.press(two, "Retirer l’ancien secret");
        assertThat(known(old)).isFalse();
        assertThat(known(fresh)).isTrue();
        assertThat(SignsIn.press(page, "Créer un nouveau secret").getWebResponse().getStatusCode())
                .isEqualTo(409);
    }

    /** An unknown code is refused only to who is recognised. */
    private boolean known(Registered it) {
        var party = service(it);
        return party.token(party.tokenForm("rien")).text("error").equals("invalid_grant");
    }

    private List<String> letters(Registered it) {
        return db.sql("SELECT subject FROM notifications.outbox WHERE plain LIKE :client")
                .param("client", "%" + it.clientId() + "%")
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void theSecondWriterIsToldAndKeepsWhatHeTyped() throws IOException {
        var partner = partnerOf("Ville disputée (essai)");
        var registered = register(partner, "Disputé (essai)");
        HtmlPage one = partner.getPage(address(registered.path() + "/modifier"));
        HtmlPage two = partner.getPage(address(registered.path() + "/modifier"));
        form(one, "client_name").getInputByName("client_name").setValue("Le premier (essai)");
        SignsIn.press(one, "Enregistrer");
        form(two, "client_name").getInputByName("client_name").setValue("Le second (essai)");
        var refused = SignsIn.press(two, "Enregistrer");
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(409);
        assertThat(form(refused, "client_name").getInputByName("client_name").getValue())
                .isEqualTo("Le second (essai)");
        assertThat(SignsIn.press(refused, "Enregistrer").asNormalizedText())
                .contains("Le second (essai)", "Le service est modifié");
    }

    @Test
    void anotherOrganisationsServiceDoesNotExist() throws IOException {
        var registered = register(partnerOf("Ville chez elle (essai)"), "À elle (essai)");
        var stranger = partnerOf("Ville voisine (essai)");
        for (var page : List.of("", "/modifier", "/acces", "/verification", "/activite")) {
            assertThat(status(stranger, registered.path() + page)).as(page).isEqualTo(404);
        }
        assertThat(status(stranger, PAGES + "/inconnu")).isEqualTo(404);
        var manager = browserOf(organisation("Ville gérée (essai)"), Role.GESTIONNAIRE);
        assertThat(status(manager, PAGES)).isEqualTo(403);
    }

    private int status(WebClient browser, String path) throws IOException {
        return browser.getPage(address(path)).getWebResponse().getStatusCode();
    }

    @ParameterizedTest
    @CsvSource({
        "redirect_uris, pas une adresse, n’est pas une adresse complète",
        "redirect_uris, http://ailleurs.example/, doit commencer par https://",
        "redirect_uris, https://ici.example/#x, contient un « # »",
        "redirect_uris, https://*.example/, n’est pas une adresse complète",
        "redirect_uris, '', Il manque cette réponse",
        "contacts, personne, un seul signe @",
        "contacts, '', de une à 5 adresses",
    })
    void whatIsWrongIsNamedAndNothingIsLost(String field, String typed, String said)
            throws IOException {
        var partner = partnerOf("Ville distraite (essai) " + Math.abs(typed.hashCode()) + field);
        HtmlPage page = partner.getPage(address(PAGES + "/nouveau?federation=citoyens"));
        var form = filled(page, "Gardé (essai)");
        form.getTextAreaByName(field).setText(typed);
        var refused = SignsIn.press(page, "Inscrire");
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(refused.asNormalizedText().replace('\u00a0', ' ')).contains(said);
        assertThat(form(refused, "client_name").getInputByName("client_name").getValue())
                .isEqualTo("Gardé (essai)");
    }

    @Test
    void aServiceOpensToThePublicOnceTheOperatorAgrees() throws IOException {
        var partner = partnerOf("Ville pressée (essai)");
        var registered = register(partner, "Ouvert (essai)");
        HtmlPage page = partner.getPage(address(registered.path()));
        assertThat(SignsIn.press(page, "Demander l’ouverture").asNormalizedText())
                .contains("Rien n’a été fait", "localhost");
        HtmlPage edit = partner.getPage(address(registered.path() + "/modifier"));
        form(edit, "client_name")
                .getTextAreaByName("redirect_uris")
                .setText("https://ouvert.example/retour");
        SignsIn.press(edit, "Enregistrer");
        HtmlPage ready = partner.getPage(address(registered.path()));
        assertThat(SignsIn.press(ready, "Demander l’ouverture").asNormalizedText())
                .contains("Ouverture demandée")
                .doesNotContain("Décision de l’opérateur");

        var operator = browserOf(organisation("Plateforme (essai)"), Role.OPERATEUR);
        HtmlPage waiting = operator.getPage(address(PAGES));
        assertThat(waiting.asNormalizedText()).contains("attendent", "Ouvert (essai)");
        HtmlPage decide = operator.getPage(address(registered.path()));
        assertThat(SignsIn.press(decide, "Renvoyer la demande").getWebResponse().getStatusCode())
                .isEqualTo(422);
        assertThat(SignsIn.press(decide, "Ouvrir au public").asNormalizedText())
                .contains("L’habilitation décide");
        Covered.by(db, registered.clientId());
        HtmlPage looked = partner.getPage(address(registered.path()));
        assertThat(SignsIn.press(looked, "Vérifier l’habilitation").asNormalizedText())
                .contains("Ouvert au public");
        assertThat(sandbox(registered)).isFalse();

        HtmlPage open = partner.getPage(address(registered.path()));
        assertThat(SignsIn.press(open, "Ramener au bac à sable").asNormalizedText())
                .contains("revenu au bac à sable");
        assertThat(sandbox(registered)).isTrue();
    }

    private boolean sandbox(Registered it) {
        return db.sql("SELECT sandbox FROM identity.client WHERE client_id = :id")
                .param("id", it.clientId())
                .query(Boolean.class)
                .single();
    }

    @Test
    void aDeactivatedServiceIsTurnedAway() throws IOException {
        var partner = partnerOf("Ville fermée (essai)");
        var registered = register(partner, "Fermé (essai)");
        assertThat(known(registered)).isTrue();
        HtmlPage page = partner.getPage(address(registered.path()));
        SignsIn.press(page, "Désactiver");
        await().atMost(Duration.ofSeconds(3)).until(() -> !known(registered));
        var asked = service(registered);
        assertThat(asked.ask(asked.parameters()).statusCode()).isEqualTo(400);
    }
}
