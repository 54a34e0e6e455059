package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.OurClients;
import fr.socle.identity.federation.SignIns;
import fr.socle.identity.sso.FederationCookie;
import fr.socle.identity.usager.Notices;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.htmlunit.html.HtmlInput;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** When a person is warned by e-mail, and what becomes of their devices and sessions. */
@NullMarked
@PostgresTest
class NoticesTests {

    private static final String DEVICES = "/mes-connexions/appareils";

    @LocalServerPort int port;
    @Autowired SignIns signIns;
    @Autowired Notices notices;
    @Autowired Clients clients;
    @Autowired JdbcClient db;

    /** Because other tests sign the same people in, on the same database. */
    @BeforeEach
    void nobodySignedInBefore() {
        db.sql("DELETE FROM identity.device").update();
        db.sql("DELETE FROM notifications.outbox WHERE category = 'identity.connexion'").update();
    }

    private List<String> letters(String sub) {
        return OwnPages.letters(db, sub, "identity.connexion");
    }

    @Test
    void aNewASharedAndASuspiciousDeviceAreToldAndATrustedOneIsNot() throws IOException {
        try (var home = new OwnPages(port);
                var elsewhere = new OwnPages(port)) {
            home.signIn("Bo Y");
            assertThat(letters("court"))
                    .singleElement()
                    .asString()
                    .contains("Alerte de connexion au service « Mes démarches »", "Impôts fictifs")
                    .contains("Chrome sur Windows", "première fois", "signaler-une-fraude?code=");
            home.signIn("Bo Y");
            assertThat(letters("court")).hasSize(1);
            elsewhere.signIn("Bo Y");
            assertThat(letters("court")).hasSize(2);
            home.browser.addRequestHeader("X-Suspicious", "1");
            home.signIn("Bo Y");
            home.browser.removeRequestHeader("X-Suspicious");
            assertThat(letters("court")).hasSize(3);
            home.signIn("Alix Pareille").signIn("Bo Y");
            assertThat(letters("court")).as("two persons are a household").hasSize(3);
            home.signIn("Gaspard Suppose").signIn("Bo Y");
            assertThat(letters("court")).as("three are a counter").hasSize(4);
        }
    }

    @Test
    void whoWantsToBeWarnedAlwaysIs() throws IOException {
        try (var who = new OwnPages(port).signIn("Marie-Philippine")) {
            var page = who.page("/mes-connexions/reglages");
            page.<HtmlInput>getFirstByXPath("//input[@value='toujours']").setChecked(true);
            OwnPages.send(OwnPages.form(page, "/mes-connexions/reglages/alertes"));
            who.signIn("Marie-Philippine");
            assertThat(letters("longue")).hasSize(2);
        }
    }

    @Test
    void oneServiceIsToldOnceInASession() throws IOException {
        try (var who = new OwnPages(port)) {
            var consent =
                    SignsIn.consent(who.page("/connexion/usager"), "Inès Naissance", SignsIn.TAXES);
            var held = signIns.waiting(consent.getUrl().getPath().split("/")[5]).orElseThrow();
            var client = clients.find(OurClients.USAGERS).orElseThrow();
            var released = new SignIns.Released("code", held, UUID.randomUUID(), null);
            for (int i = 0; i < 2; i++) {
                notices.signedIn(
                        released,
                        client,
                        "Impôts fictifs",
                        new MockHttpServletRequest(),
                        new MockHttpServletResponse());
            }
            assertThat(letters("usage")).hasSize(1);
        }
    }

    @Test
    void aSignInThatASessionCarriesIsToldToWhoWantsToBeWarnedAlwaysOncePerService()
            throws IOException {
        var id = "essai-" + UUID.randomUUID();
        try (var who = new OwnPages(port).signIn("Ana Mar")) {
            var service = who.service(clients, id);
            var page = who.page("/mes-connexions/reglages");
            page.<HtmlInput>getFirstByXPath("//input[@value='toujours']").setChecked(true);
            OwnPages.send(OwnPages.form(page, "/mes-connexions/reglages/alertes"));
            var visit = new Visit(who.browser);
            var consent = visit.open(service.authorize(service.parameters())).page();
            assertThat(visit.press(consent, "Continuer vers").code()).isNotEmpty();
            assertThat(toldOf(id)).hasSize(1);
            assertThat(visit.open(service.authorize(service.parameters())).code())
                    .as("agreed before, so nothing is shown")
                    .isNotEmpty();
            assertThat(toldOf(id)).hasSize(1);
            visit.forget(FederationCookie.name(Federation.CITOYENS));
            var again = visit.open(service.authorize(service.parameters())).page();
            assertThat(visit.choose(again, SignsIn.TAXES, "Ana Mar").code()).isNotEmpty();
            assertThat(toldOf(id)).as("another session").hasSize(2);
        }
    }

    private List<String> toldOf(String id) {
        return letters("etranger").stream().filter(it -> it.contains("Service " + id)).toList();
    }

    @Test
    void aSessionAtATrustedDeviceCarriesInSilence() throws IOException {
        var id = "essai-" + UUID.randomUUID();
        try (var who = new OwnPages(port).signIn("Ylan Modèle")) {
            var service = who.service(clients, id);
            var visit = new Visit(who.browser);
            var consent = visit.open(service.authorize(service.parameters())).page();
            assertThat(visit.press(consent, "Continuer vers").code()).isNotEmpty();
            assertThat(letters("reunion")).noneMatch(it -> it.contains("Service " + id));
        }
    }

    @Test
    void aForgottenOrForgedDeviceIsNewAndNobodySeesAnothersDevices() throws IOException {
        try (var corse = new OwnPages(port).signIn("Maëlys");
                var other = new OwnPages(port).signIn("Ariane Fictif")) {
            assertThat(corse.text(DEVICES)).contains("Chrome sur Windows", "Cet appareil");
            var forget =
                    corse.page(DEVICES).getForms().stream()
                            .map(it -> it.getActionAttribute())
                            .filter(it -> it.endsWith("/oubli"))
                            .toList();
            assertThat(forget).hasSize(1);
            assertThat(forgetting(other, forget.getFirst())).isEqualTo(404);
            assertThat(forgetting(other, DEVICES + "/" + UUID.randomUUID() + "/oubli"))
                    .isEqualTo(404);
            assertThat(forgetting(other, DEVICES + "/rien/oubli")).isEqualTo(404);
            assertThat(SignsIn.press(corse.page(DEVICES), "Oublier").asNormalizedText())
                    .contains("L’appareil est oublié", "Aucun appareil connu");
            corse.signIn("Maëlys");
            assertThat(letters("particule")).hasSize(2);

            var cookies = corse.browser.getCookieManager();
            var cookie = cookies.getCookie("socle_appareil");
            var forged = cookie.getValue().replaceFirst("~[0-9]+", "~99999");
            cookies.addCookie(
                    new org.htmlunit.util.Cookie(
                            "localhost", "socle_appareil", forged, "/", null, false));
            corse.signIn("Maëlys");
            assertThat(letters("particule")).hasSize(3);
        }
    }

    /** Sends the form of one's own page to this address. */
    private static int forgetting(OwnPages who, String action) throws IOException {
        var form =
                who.page(DEVICES).getForms().stream()
                        .filter(it -> it.getActionAttribute().endsWith("/oubli"))
                        .findFirst()
                        .orElseThrow();
        form.setActionAttribute(action);
        return OwnPages.send(form).getWebResponse().getStatusCode();
    }

    @Test
    void endingAllSessionsEndsOnesOwnEverywhereAndNobodyElses() throws IOException {
        try (var one = new OwnPages(port).signIn("Anatole");
                var two = new OwnPages(port).signIn("Anatole");
                var other = new OwnPages(port).signIn("Ariane Fictif")) {
            SignsIn.press(one.page(DEVICES), "Fermer toutes");
            for (var browser : List.of(one, two)) {
                assertThat(browser.page("/mes-connexions").getUrl().getPath())
                        .isEqualTo("/connexion");
            }
            assertThat(other.status("/mes-connexions")).isEqualTo(200);
            assertThat(other.page("/mes-connexions").getUrl().getPath())
                    .isEqualTo("/mes-connexions");
        }
    }
}
