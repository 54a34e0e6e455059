package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.identity.MadeUpServices.Service;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Profile;
import fr.socle.identity.sso.Consent;
import fr.socle.identity.sso.Consents;
import fr.socle.journal.Audience;
import fr.socle.journal.Journal;
import fr.socle.kernel.PersonRef;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.htmlunit.html.HtmlCheckBoxInput;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people are shown and asked before something leaves, and how they take a yes back. */
@NullMarked
@PostgresTest
class ConsentTests {

    private static final String LEA = "Léa Exemplaire";
    private static final String GO = "Continuer vers";

    @Autowired Clients clients;
    @Autowired Persons persons;
    @Autowired Consents consents;
    @Autowired Journal journal;
    @LocalServerPort int port;

    private final Visit visit = new Visit();

    private MadeUpServices services() {
        return new MadeUpServices(clients, port);
    }

    private Service company(String logout) {
        return services()
                .register(
                        "Mutuelle d’essai",
                        Federation.CITOYENS,
                        MadeUpServices.rules(
                                Profile.FRANCECONNECT, true, logout.isEmpty() ? null : logout));
    }

    private HtmlPage consentOf(Service service, String scope) throws IOException {
        var parameters = service.parameters();
        parameters.put("scope", scope);
        var choice = visit.open(service.party().authorize(parameters)).page();
        return visit.choose(choice, SignsIn.TAXES, LEA).page();
    }

    private static HtmlCheckBoxInput box(HtmlPage page) {
        return page.getFirstByXPath("//main//input[@type='checkbox']");
    }

    @Test
    void anAnonymousSignInSharesNothing() throws IOException {
        var service = services().strict("Sondage");
        var page = consentOf(service, "openid");
        assertThat(page.asNormalizedText())
                .contains("Aucune information sur votre identité")
                .doesNotContain("Exemplaire");
        var tokens = service.tokens(visit.press(page, GO).code());
        assertThat(service.party().userinfo(tokens.text("access_token")).members())
                .containsOnlyKeys("sub");
    }

    @Test
    void aPublicServiceInformsAndAsksForNoTick() throws IOException {
        var page = consentOf(services().strict("Cantine"), "openid identite_pivot email");
        assertThat(box(page)).isNull();
        assertThat(page.asNormalizedText()).contains("Exemplaire", "Nom de naissance");
        assertThat(visit.press(page, GO).code()).isNotEmpty();
    }

    @Test
    void aCompanyNeedsATickAndGetsNothingWithout() throws IOException {
        var service = company("");
        var page = consentOf(service, "openid email");
        var refused = visit.press(page, GO).page();
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(refused.asNormalizedText()).contains("Cochez la case");
        box(refused).setChecked(true);
        var code = visit.press(refused, GO).code();
        var person = person(service, service.redeem(code).getSubject());
        assertThat(consents.of(person))
                .filteredOn(it -> it.clientId().equals(service.client().clientId()))
                .singleElement()
                .extracting(Consent::scopes)
                .isEqualTo(java.util.Set.of("openid", "email"));
    }

    @Test
    void aCompanysConsentIsAskedAgainAtEachSignIn() throws IOException {
        var service = company("");
        var page = consentOf(service, "openid email");
        box(page).setChecked(true);
        visit.press(page, GO).code();
        var again = visit.open(service.authorize()).page();
        assertThat(box(again).isChecked()).isFalse();
    }

    @Test
    void aCompanyThatWantsAnonymousSignInsNeedsNoTick() throws IOException {
        assertThat(box(consentOf(company(""), "openid"))).isNull();
    }

    @Test
    void aCompanyGetsNoMoreThanItsContractSays() {
        var service = company("");
        var parameters = service.parameters();
        parameters.put("scope", "openid preferred_username");
        var answer = service.party().ask(parameters);
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .contains("error=invalid_scope");
    }

    @Test
    void whatWasAgreedToIsNotAskedAgainOfAStandardService() throws IOException {
        var service = services().standard("Bibliothèque");
        visit.press(consentOf(service, "openid email"), GO).code();
        assertThat(ask(service, "openid email").code()).isNotEmpty();
        assertThat(ask(service, "openid email identite_pivot").page().asNormalizedText())
                .contains("Vous allez partager");
        assertThat(new Visit().open(service.authorize()).page().asNormalizedText())
                .contains("Choisissez un compte");
    }

    private Visit.Stop ask(Service service, String scope) throws IOException {
        var parameters = service.parameters();
        parameters.put("scope", scope);
        return visit.open(service.party().authorize(parameters));
    }

    @Test
    void aConsentThatIsTakenBackEndsTokensAndIsAskedAgain() throws IOException {
        try (var listener = new Listener()) {
            var service =
                    services()
                            .register(
                                    "Bibliothèque",
                                    Federation.CITOYENS,
                                    MadeUpServices.rules(
                                            Profile.OPENID, false, listener.address()));
            var code = visit.press(consentOf(service, "openid email"), GO).code();
            var tokens = service.tokens(code);
            var sub = MadeUpServices.claims(tokens.text("id_token")).getSubject();
            var person = person(service, sub);
            assertThat(consents.withdraw(person, service.client().clientId())).isTrue();
            assertThat(consents.withdraw(person, service.client().clientId())).isFalse();
            assertThat(consents.withdraw(person, "inconnu")).isFalse();
            assertThat(consents.of(person))
                    .noneMatch(it -> it.clientId().equals(service.client().clientId()));
            assertThat(service.party().userinfo(tokens.text("access_token")).status())
                    .isEqualTo(401);
            assertThat(ask(service, "openid email").page().asNormalizedText())
                    .contains("Vous allez partager");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(listener.heard).hasSize(1));
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(lines("identity.retrait-consentement"))
                                        .anyMatch(it -> "Bibliothèque".equals(it.get("service"))));
    }

    private PersonRef person(Service service, String sub) {
        return persons.personOf(service.client().clientId(), sub).orElseThrow();
    }

    private java.util.List<Map<String, Object>> lines(String kind) {
        return journal.from(0, 5000).stream()
                .flatMap(it -> it.content().stream())
                .filter(it -> it.kind().equals(kind))
                .map(it -> it.readBy(Audience.PERSONNE))
                .toList();
    }
}
