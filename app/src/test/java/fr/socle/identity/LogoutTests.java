package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.SignsIn;
import fr.socle.identity.federation.Federation;
import java.io.IOException;
import java.util.Map;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who leaves by a service is led back to it, or asked; leaving ends our own pages' sessions too.
 */
@NullMarked
class LogoutTests extends LogoutTest {

    @Test
    void withoutProofThePersonIsAskedAndMayStay() throws IOException {
        var service = services().strict("Cantine");
        signedIn(service, true);
        var asked =
                leave(
                                Map.of(
                                        "client_id",
                                        service.client().clientId(),
                                        "post_logout_redirect_uri",
                                        MadeUpServices.LOGOUT))
                        .page();
        assertThat(asked.asNormalizedText()).contains("Voulez-vous vous déconnecter", "Cantine");
        assertThat(isSignedIn(service)).isTrue();
        assertThat(visit.press(asked, "Me déconnecter"))
                .isEqualTo(new Visit.Stop.Left(MadeUpServices.LOGOUT));
        assertThat(isSignedIn(service)).isFalse();
    }

    @Test
    void anotherPersonsTokenDoesNotEndThisSession() throws IOException {
        var service = services().strict("Cantine");
        var theirs = service.idToken(new Visit().signIn(service, "Livia Fittizia").code());
        signedIn(service, true);
        assertThat(leave(leaving(theirs)).page().asNormalizedText())
                .contains("Voulez-vous vous déconnecter");
        assertThat(isSignedIn(service)).isTrue();
    }

    @Test
    void aConfirmationWithoutTheFormsTokenEndsNothing() throws IOException {
        var service = services().strict("Cantine");
        signedIn(service, true);
        var request =
                new org.htmlunit.WebRequest(
                        java.net
                                .URI
                                .create(
                                        services().issuer(Federation.CITOYENS)
                                                + "/session/end/confirm")
                                .toURL(),
                        org.htmlunit.HttpMethod.POST);
        visit.browser.getPage(request);
        assertThat(isSignedIn(service)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "id_token_hint,faux,pas fiable",
        "post_logout_redirect_uri,https://voleur.example/,pas celle du service",
        "post_logout_redirect_uri,http://127.0.0.1:9/?x=1,pas celle du service",
        "client_id,inconnu,service inconnu",
        "client_id,socle-usagers,service inconnu"
    })
    void aWrongRequestEndsNothingAndLeadsNowhere(String name, String value, String told)
            throws IOException {
        var service = services().strict("Cantine");
        var parameters = leaving(signedIn(service, true));
        parameters.put(name, value);
        var page = leave(parameters).page();
        assertThat(page.getWebResponse().getStatusCode()).isEqualTo(400);
        assertThat(page.asNormalizedText()).contains(told);
        assertThat(isSignedIn(service)).isTrue();
    }

    @Test
    void aDoubledOrEndlessParameterIsMalformed() throws IOException {
        var end = services().issuer(Federation.CITOYENS) + "/session/end";
        for (var query : new String[] {"?state=a&state=b", "?state=" + "x".repeat(2001)}) {
            var page = visit.open(end + query).page();
            assertThat(page.getWebResponse().getStatusCode()).as(query).isEqualTo(400);
            assertThat(page.asNormalizedText()).contains("mal formée");
        }
    }

    @Test
    void whoLeftAlreadyIsLedBackAllTheSame() throws IOException {
        var service = services().strict("Cantine");
        var idToken = signedIn(service, true);
        leave(leaving(idToken));
        assertThat(leave(leaving(idToken))).isInstanceOf(Visit.Stop.Left.class);
        assertThat(leave(Map.of()).page().asNormalizedText()).contains("Vous êtes déconnecté");
    }

    @Test
    void leavingOurPagesEndsTheSessionAtTheFederation() throws IOException {
        var browser = SignsIn.browser();
        var home = SignsIn.usager(browser, base(), LEA);
        HtmlPage out = home.<HtmlButton>getFirstByXPath("//header//button").click();
        assertThat(out.getUrl().getPath()).isEqualTo("/");
        HtmlPage again = browser.getPage(base() + "/connexion/usager");
        assertThat(again.asNormalizedText()).contains("Choisissez un compte");
    }

    @Test
    void leavingAServiceEndsTheSessionOnOurPages() throws IOException {
        var service = services().strict("Cantine");
        visit.browser.getOptions().setRedirectEnabled(true);
        SignsIn.usager(visit.browser, base(), LEA);
        visit.browser.getOptions().setRedirectEnabled(false);
        leave(leaving(signedIn(service, false)));
        assertThat(visit.open(base() + "/").page().asNormalizedText()).doesNotContain("Léa");
    }

    @Test
    void anAgentWhoLeavesHisPagesLeavesHisFederation() throws IOException {
        var browser = SignsIn.browser();
        var page = SignsIn.agent(browser, base(), "Camille Dubreuil");
        HtmlPage out = page.<HtmlButton>getFirstByXPath("//header//button").click();
        assertThat(out.asNormalizedText()).doesNotContain("Camille Dubreuil");
        HtmlPage again = browser.getPage(base() + "/agent/connexion");
        assertThat(again.asNormalizedText()).contains("Votre adresse professionnelle");
    }

    @Test
    void anAgentWhoseFederationSessionEndsIsSignedOutOfHisPages() throws IOException {
        var browser = SignsIn.browser();
        SignsIn.agent(browser, base(), "Camille Dubreuil");
        HtmlPage asked = browser.getPage(services().issuer(Federation.AGENTS) + "/session/end");
        HtmlPage left = SignsIn.press(asked, "Me déconnecter");
        assertThat(left.asNormalizedText()).contains("Vous êtes déconnecté");
        HtmlPage after = browser.getPage(base() + "/agent/mon-compte");
        assertThat(after.asNormalizedText()).contains("Votre adresse professionnelle");
    }

    @Test
    void anAgentWhoLeavesEverywhereLeavesHisFederationEverywhere() throws IOException {
        var one = SignsIn.browser();
        var other = SignsIn.browser();
        SignsIn.agent(one, base(), "Camille Dubreuil");
        SignsIn.agent(other, base(), "Camille Dubreuil");
        HtmlPage account = one.getPage(base() + "/agent/mon-compte");
        account.<org.htmlunit.html.HtmlForm>getFirstByXPath(
                        "//form[contains(@action,'deconnexion-partout')]")
                .<HtmlButton>getFirstByXPath(".//button")
                .click();
        for (var browser : new org.htmlunit.WebClient[] {one, other}) {
            HtmlPage again = browser.getPage(base() + "/agent/connexion");
            assertThat(again.asNormalizedText()).contains("Votre adresse professionnelle");
        }
    }
}
