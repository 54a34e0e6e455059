package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.OurClients;
import fr.socle.identity.store.ArrivalStore;
import fr.socle.kernel.PersonRef;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person decides about their sign-ins holds at the next one. */
@NullMarked
@PostgresTest
class SettingsTests {

    private static final String SETTINGS = "/mes-connexions/reglages";

    @LocalServerPort int port;
    @Autowired Clients clients;
    @Autowired ArrivalStore arrivals;
    @Autowired JdbcClient db;

    @Test
    void aBlockedProviderIdentifiesThePersonNoMore() throws IOException {
        try (var octave = new OwnPages(port).signIn("Octave Jadis");
                var thief = new OwnPages(port)) {
            var page = octave.page(SETTINGS);
            OwnPages.box(page, SignsIn.POST).setChecked(false);
            assertThat(OwnPages.send(providers(page)).asNormalizedText())
                    .contains("Votre choix de comptes est enregistré");

            var choice = thief.page("/connexion/usager");
            var refused = SignsIn.consent(choice, "Octave Jadis", SignsIn.POST);
            assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(403);
            assertThat(refused.asNormalizedText())
                    .contains("Vous avez bloqué le compte « Poste fictive", "Y100011");
            HtmlPage wall =
                    refused.getAnchorByText("Essayer de nouveau ou choisir un autre compte")
                            .click();
            assertThat(SignsIn.fromChoice(wall, "Octave Jadis", SignsIn.TAXES).asNormalizedText())
                    .contains("Octave Jadis");

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () ->
                                    assertThat(octave.text("/mes-connexions"))
                                            .contains("Identification refusée sur"));
            assertThat(octave.text("/mes-connexions?sorte=reglages"))
                    .contains("Compte bloqué : Poste fictive");
            assertThat(OwnPages.letters(db, "ancienne", "identity.reglages"))
                    .singleElement()
                    .asString()
                    .contains("Compte bloqué", "Poste fictive");
        }
    }

    @Test
    void theProviderInUseTheUnknownOneAndTheOldFormAreRefusedWithTheReason() throws IOException {
        try (var who = new OwnPages(port).signIn("Jean-Côme L’Imaginaire")) {
            var page = who.page(SETTINGS);
            var old = who.page(SETTINGS);
            OwnPages.box(page, SignsIn.TAXES).setChecked(false);
            var inUse = OwnPages.send(providers(page));
            assertThat(inUse.getWebResponse().getStatusCode()).isEqualTo(409);
            assertThat(inUse.asNormalizedText())
                    .contains("« Impôts fictifs", "est le compte avec lequel vous êtes identifié");
            assertThat(OwnPages.box(who.page(SETTINGS), SignsIn.TAXES).isChecked()).isTrue();

            var forged = who.page(SETTINGS);
            OwnPages.box(forged, SignsIn.POST).setAttribute("value", "inconnu");
            var unknown = OwnPages.send(providers(forged));
            assertThat(unknown.getWebResponse().getStatusCode()).isEqualTo(422);

            var first = who.page(SETTINGS);
            OwnPages.send(OwnPages.form(first, SETTINGS + "/alertes"));
            var stale = OwnPages.send(providers(old));
            assertThat(stale.getWebResponse().getStatusCode()).isEqualTo(409);
            assertThat(stale.asNormalizedText()).contains("dans une autre fenêtre");

            var odd = who.page(SETTINGS);
            HtmlInput radio = odd.getElementByName("alertes");
            radio.setAttribute("value", "jamais");
            radio.setChecked(true);
            assertThat(
                            OwnPages.send(OwnPages.form(odd, SETTINGS + "/alertes"))
                                    .getWebResponse()
                                    .getStatusCode())
                    .isEqualTo(422);
        }
    }

    private boolean blocked(PersonRef person) {
        return arrivals.acquaintance(person, "de-demain", OurClients.USAGERS, "").blocked();
    }

    @Test
    void aProviderOfTheFutureIsBlockedUntilItIsAllowed() throws IOException {
        try (var who = new OwnPages(port).signIn("Thi Mai Nguyen")) {
            var person = OwnPages.person(db, "mois");
            assertThat(blocked(person)).isFalse();
            var page = who.page(SETTINGS);
            OwnPages.box(page, "ajoutés plus tard").setChecked(false);
            OwnPages.send(providers(page));
            assertThat(blocked(person)).isTrue();
            assertThat(who.signIn("Thi Mai Nguyen", SignsIn.POST).text("/")).contains("Nguyen");
        }
    }

    @Test
    void aBlockedServiceGetsNoIdentityAndOneInUseIsNotBlocked() throws IOException {
        var id = "essai-" + UUID.randomUUID();
        try (var who = new OwnPages(port).signIn("Salma Inventée");
                var later = new OwnPages(port)) {
            var service = who.service(clients, id);
            who.comeFresh();
            service.signIn(who.browser, "Salma Inventée", SignsIn.TAXES);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(who.text(SETTINGS)).contains("Bloquer Service " + id));
            var inUse = SignsIn.press(who.page(SETTINGS), "Bloquer Service " + id);
            assertThat(inUse.getWebResponse().getStatusCode()).isEqualTo(409);
            assertThat(inUse.asNormalizedText())
                    .contains("Vous êtes identifié sur « Service " + id);
            var house = SignsIn.press(who.page(SETTINGS), "Bloquer Mes démarches");
            assertThat(house.getWebResponse().getStatusCode()).isEqualTo(409);

            SignsIn.press(who.page("/mes-connexions/appareils"), "Fermer toutes");
            who.signIn("Salma Inventée");
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () ->
                                    assertThat(who.text("/mes-connexions?sorte=reglages"))
                                            .contains("Fermer toutes vos sessions"));
            assertThat(
                            SignsIn.press(who.page(SETTINGS), "Bloquer Service " + id)
                                    .asNormalizedText())
                    .contains("Le service est bloqué dès maintenant");
            HtmlPage choice = later.browser.getPage(service.authorize(service.parameters()));
            var refused = SignsIn.consent(choice, "Salma Inventée", SignsIn.TAXES);
            assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(403);
            assertThat(refused.asNormalizedText()).contains("Vous avez bloqué le service");

            SignsIn.press(who.page(SETTINGS), "Débloquer Service " + id);
            assertThat(service.signIn(SignsIn.browser(), "Salma Inventée", SignsIn.TAXES))
                    .containsKey("code");
        }
    }

    @Test
    void onlyAServiceOfUsagersIsBlockedAndOnlyWithTheFormsToken() throws IOException {
        try (var who = new OwnPages(port).signIn("Salma Inventée")) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> who.text(SETTINGS).contains("Bloquer Mes démarches"));
            for (var unknown : new String[] {"inconnu", OurClients.AGENTS, ""}) {
                var page = who.page(SETTINGS);
                var form = OwnPages.form(page, SETTINGS + "/services");
                ((HtmlInput) form.getInputByName("service")).setValue(unknown);
                assertThat(OwnPages.send(form).getWebResponse().getStatusCode()).isEqualTo(404);
            }
            for (var path : new String[] {"/fournisseurs", "/services", "/alertes"}) {
                var request =
                        new WebRequest(
                                URI.create(who.base + SETTINGS + path).toURL(), HttpMethod.POST);
                assertThat(who.browser.getPage(request).getWebResponse().getStatusCode())
                        .isEqualTo(403);
            }
        }
    }

    private static HtmlForm providers(HtmlPage page) {
        return OwnPages.form(page, SETTINGS + "/fournisseurs");
    }
}
