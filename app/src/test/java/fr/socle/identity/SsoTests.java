package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.identity.MadeUpServices.Service;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Profile;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.sso.FederationCookie;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.util.Cookie;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is signed in at a federation comes to its other services without their provider. */
@NullMarked
@PostgresTest
class SsoTests {

    private static final String LEA = "Léa Exemplaire";
    private static final String COOKIE = FederationCookie.name(Federation.CITOYENS);

    @Autowired Clients clients;
    @Autowired JdbcClient db;
    @LocalServerPort int port;

    private final Visit visit = new Visit();

    private MadeUpServices services() {
        return new MadeUpServices(clients, port);
    }

    private Visit.Stop ask(Service service) throws IOException {
        return visit.open(service.authorize());
    }

    private String cookie() {
        return visit.browser.getCookieManager().getCookie(COOKIE).getValue();
    }

    @Test
    void aSecondServiceNeedsNoProviderAndShowsWhatItGets() throws Exception {
        var one = services().strict("Cantine");
        var other = services().strict("Crèche");
        var first = one.redeem(visit.signIn(one, LEA).code());
        var consent = ask(other).page();
        assertThat(consent.asNormalizedText()).contains("Vous allez partager", "Crèche", "Léa");
        var second = other.redeem(visit.press(consent, "Continuer vers").code());
        assertThat(second.getLongClaim("auth_time")).isEqualTo(first.getLongClaim("auth_time"));
        assertThat(second.getSubject()).isNotEqualTo(first.getSubject());
        assertThat(second.getStringClaim("acr")).isEqualTo("eidas1");
    }

    @Test
    void theSameServiceIsShownAgainWhatItGets() throws IOException {
        var service = services().strict("Cantine");
        visit.signIn(service, LEA);
        assertThat(ask(service).page().asNormalizedText()).contains("Vous allez partager");
    }

    @Test
    void aServiceThatPostsItsRequestFindsTheSessionToo() throws IOException {
        visit.signIn(services().strict("Cantine"), LEA);
        var other = services().strict("Crèche");
        var request = new WebRequest(URI.create(other.authorize()).toURL(), HttpMethod.POST);
        visit.browser.getOptions().setRedirectEnabled(true);
        org.htmlunit.html.HtmlPage consent = visit.browser.getPage(request);
        assertThat(consent.asNormalizedText()).contains("Vous allez partager", "Crèche");
    }

    @Test
    void anotherBrowserKnowsNothingOfTheSession() throws IOException {
        var service = services().strict("Cantine");
        visit.signIn(service, LEA);
        var stranger = new Visit();
        var page = stranger.open(service.authorize()).page();
        assertThat(page.asNormalizedText()).contains("Choisissez un compte");
    }

    @Test
    void nobodyIsSignedInBeforeTheyAgreed() throws IOException {
        var service = services().strict("Cantine");
        var consent = visit.choose(ask(service).page(), SignsIn.TAXES, LEA).page();
        assertThat(visit.browser.getCookieManager().getCookie(COOKIE)).isNull();
        assertThat(visit.press(consent, "Ne rien partager").back())
                .containsEntry("error", "access_denied");
        assertThat(ask(service).page().asNormalizedText()).contains("Choisissez un compte");
    }

    @Test
    void aSessionThatWasPlantedIsNeverTakenOver() throws IOException {
        var planted = "A".repeat(43);
        visit.browser
                .getCookieManager()
                .addCookie(new Cookie("localhost", COOKIE, planted, "/citoyens", null, false));
        visit.signIn(services().strict("Cantine"), LEA);
        assertThat(cookie()).isNotEqualTo(planted);
        var before = cookie();
        var again = services().strict("Crèche");
        expire();
        visit.signIn(again, LEA);
        assertThat(cookie()).as("each new proof changes the secret").isNotEqualTo(before);
        visit.forget(COOKIE);
        visit.browser
                .getCookieManager()
                .addCookie(new Cookie("localhost", COOKIE, before, "/citoyens", null, false));
        assertThat(ask(again).page().asNormalizedText()).contains("Choisissez un compte");
    }

    private void expire() {
        db.sql(
                        "UPDATE identity.federation_session SET expires_at = now() WHERE secret_hash = :hash")
                .param("hash", Secrets.hash(cookie()))
                .update();
    }

    @Test
    void aSessionSlidesWithEachSignInAndEndsByItself() throws IOException {
        var service = services().strict("Cantine");
        visit.signIn(service, LEA);
        db.sql(
                        """
                        UPDATE identity.federation_session SET expires_at = now() + interval '1 minute'
                         WHERE secret_hash = :hash
                        """)
                .param("hash", Secrets.hash(cookie()))
                .update();
        visit.press(ask(service).page(), "Continuer vers").code();
        var left =
                db.sql(
                                """
                                SELECT extract(epoch FROM expires_at - now()) FROM identity.federation_session
                                 WHERE secret_hash = :hash
                                """)
                        .param("hash", Secrets.hash(cookie()))
                        .query(Double.class)
                        .single();
        assertThat(left).isBetween(1700.0, 1801.0);
        expire();
        assertThat(ask(service).page().asNormalizedText()).contains("Choisissez un compte");
    }

    @Test
    void aSessionThatEndsWhileThePersonReadsGivesNothing() throws IOException {
        visit.signIn(services().strict("Cantine"), LEA);
        var consent = ask(services().strict("Crèche")).page();
        expire();
        var page = visit.press(consent, "Continuer vers").page();
        assertThat(page.getWebResponse().getStatusCode()).isEqualTo(409);
        assertThat(page.asNormalizedText()).contains("Votre session a été fermée");
    }

    @Test
    void aProviderThatIsSwitchedOffOrNotForTheServiceLeadsBackToTheChoice() throws Exception {
        visit.signIn(services().strict("Cantine"), LEA);
        var without =
                services()
                        .register(
                                "Sans impôts",
                                Federation.CITOYENS,
                                MadeUpServices.rules(
                                        Profile.FRANCECONNECT, false, null, "impots-fictifs"));
        assertThat(ask(without).page().asNormalizedText()).contains("Choisissez un compte");
        switched(false);
        try {
            var service = services().strict("Crèche");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .untilAsserted(
                            () ->
                                    assertThat(ask(service).page().asNormalizedText())
                                            .contains("Choisissez un compte"));
        } finally {
            switched(true);
            // because nodes remember a provider for a second
            Thread.sleep(Duration.ofMillis(1_100));
        }
    }

    private void switched(boolean on) {
        db.sql("UPDATE identity.provider SET active = :on WHERE uid = 'impots-fictifs'")
                .param("on", on)
                .update();
    }

    @Test
    void anAgentGoesStraightOnToAnotherService() throws IOException {
        visit.browser.getOptions().setRedirectEnabled(true);
        SignsIn.agent(visit.browser, "http://localhost:" + port, "Camille Dubreuil");
        visit.browser.getOptions().setRedirectEnabled(false);
        var service =
                services()
                        .register(
                                "Agenda",
                                Federation.AGENTS,
                                MadeUpServices.rules(Profile.OPENID, false, null));
        var parameters = service.parameters();
        parameters.put("scope", "openid email");
        var code = visit.open(service.party().authorize(parameters)).code();
        assertThat(service.redeem(code).getSubject()).isNotEmpty();
    }

    @Test
    void twoTabsAtOneConsentEachGetTheirCode() throws IOException {
        var service = services().strict("Cantine");
        visit.signIn(service, LEA);
        var one = ask(service).page();
        var two = ask(services().strict("Crèche")).page();
        assertThat(visit.press(two, "Continuer vers").code()).isNotEmpty();
        assertThat(visit.press(one, "Continuer vers").code()).isNotEmpty();
    }

    @Test
    void twoTabsThatBothProveWhoItIsEndInOneSession() throws IOException {
        var service = services().strict("Cantine");
        var one = visit.choose(ask(service).page(), SignsIn.TAXES, LEA).page();
        var two = visit.choose(ask(service).page(), SignsIn.TAXES, LEA).page();
        var first = service.redeem(visit.press(one, "Continuer vers").code());
        var second = visit.press(two, "Continuer vers").code();
        assertThat(service.redeem(second).getSubject()).isEqualTo(first.getSubject());
        assertThat(sessionsOf(service)).isEqualTo(1);
    }

    @Test
    void anotherPersonInTheSameBrowserPutsTheFirstOneOut() throws IOException {
        var service = services().strict("Cantine");
        var first = visit.signIn(service, LEA).code();
        expire();
        visit.signIn(service, "Livia Fittizia").code();
        assertThat(sessionsOf(service)).isEqualTo(1);
        var answer = service.tokens(first);
        assertThat(answer.text("error")).isEqualTo("invalid_grant");
    }

    private long sessionsOf(Service service) {
        return db.sql("SELECT count(*) FROM identity.session_service WHERE client_id = :id")
                .param("id", service.client().clientId())
                .query(Long.class)
                .single();
    }

    @Test
    void aConsentThatIsSentTwiceGivesOneCode() throws IOException {
        var service = services().strict("Cantine");
        visit.signIn(service, LEA);
        var consent = ask(service).page();
        assertThat(visit.press(consent, "Continuer vers").code()).isNotEmpty();
        assertThat(visit.press(consent, "Continuer vers").page().getWebResponse().getStatusCode())
                .isIn(400, 409);
    }

    @Test
    void theCookieOfTheFlightIsNeededBesideTheSession() throws IOException {
        visit.signIn(services().strict("Cantine"), LEA);
        var consent = ask(services().strict("Crèche")).page();
        visit.forget("socle_citoyens_");
        assertThat(visit.press(consent, "Continuer vers").page().asNormalizedText())
                .contains("perdu le fil");
        var unknown = services().issuer(Federation.CITOYENS) + "/interaction/" + UUID.randomUUID();
        assertThat(visit.open(unknown + "/verify").page().asNormalizedText())
                .contains("perdu le fil");
    }

    @Test
    void theStepsCanBeLoadedAgain() throws IOException {
        visit.signIn(services().strict("Cantine"), LEA);
        var consent = ask(services().strict("Crèche")).page();
        var address = consent.getUrl().toString();
        var again = visit.open(address).page();
        assertThat(again.asNormalizedText()).contains("Vous allez partager");
        var verified = visit.open(address.replace("/consent", "/verify")).page();
        assertThat(verified.asNormalizedText()).contains("Vous allez partager");
        assertThat(visit.press(verified, "Continuer vers").code()).isNotEmpty();
    }

    @Test
    void aReplayedAnswerOfTheProviderOpensNothingTwice() throws IOException {
        var service = services().strict("Cantine");
        var persons = visit.press(ask(service).page(), SignsIn.TAXES).page();
        var button = SignsIn.pressed(persons, LEA);
        var callback = button.getWebResponse().getResponseHeaderValue("Location");
        var consent = visit.open(callback).page();
        assertThat(visit.press(consent, "Continuer vers").code()).isNotEmpty();
        assertThat(visit.open(callback).page().getWebResponse().getStatusCode()).isIn(400, 409);
    }
}
