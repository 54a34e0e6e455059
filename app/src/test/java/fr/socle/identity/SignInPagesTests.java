package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import java.io.IOException;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in through the pages, without scripts. */
@NullMarked
@PostgresTest
class SignInPagesTests {

    @Autowired JdbcClient db;
    @LocalServerPort int port;

    private final WebClient browser = SignsIn.browser();

    /** Because what was agreed to is not asked again. */
    @BeforeEach
    void nobodyAgreedYet() {
        db.sql("DELETE FROM identity.consent").update();
    }

    private String base() {
        return "http://localhost:" + port;
    }

    @Test
    void aUsagerSignsInByLinksAndFormsFromTheHomePage() throws IOException {
        HtmlPage home = browser.getPage(base() + "/");
        HtmlPage ways = home.getAnchorByHref("/connexion").click();
        HtmlPage choice = ways.getAnchorByText("S’identifier comme usager").click();
        assertThat(choice.asNormalizedText())
                .contains(
                        "Choisissez un compte", "Mes démarches", "Impôts fictifs", "Poste fictive");
        var consent = SignsIn.consent(choice, "Joëlle Françoise Dubinôre", SignsIn.POST);
        assertThat(consent.asNormalizedText())
                .contains("Vous allez partager", "Joëlle Françoise", "15 août 1992", "Paris")
                .contains("joelle@usagers.example", "Poste fictive");
        var back = SignsIn.accept(consent);
        assertThat(back.getUrl().getPath()).isEqualTo("/");
        assertThat(who(back)).contains("Joëlle Dubinôre-Démo");
        var out =
                (HtmlPage)
                        back.<org.htmlunit.html.HtmlButton>getFirstByXPath("//header//button")
                                .click();
        assertThat(out.getUrl().getPath()).isEqualTo("/");
        assertThat(who(out)).doesNotContain("Joëlle");
    }

    @Test
    void anAgentSignsInByTheAddressOfHisAdministration() throws IOException {
        var account = SignsIn.agent(browser, base(), "Camille Dubreuil");
        assertThat(account.getUrl().getPath()).isEqualTo("/agent");
        assertThat(who(account)).contains("Camille Dubreuil", "Ville de Beaumont");
    }

    @Test
    void anAgentIsLedBackToThePageThatHeAskedFor() throws IOException {
        HtmlPage mail = browser.getPage(base() + "/administration/organisations?q=beaumont");
        assertThat(mail.getUrl().getPath()).startsWith("/agents/api/v2/interaction/");
        var page = SignsIn.fromMail(mail, "Camille Dubreuil");
        assertThat(page.getUrl().getFile()).isEqualTo("/administration/organisations?q=beaumont");
    }

    @Test
    void anAddressOfAnUnknownDomainIsToldSo() throws IOException {
        HtmlPage mail = browser.getPage(base() + "/agent/connexion");
        var again = SignsIn.mailed(mail, "quelqu.un@ailleurs.example");
        assertThat(again.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(again.asNormalizedText())
                .contains("Aucun compte n’est relié pour les adresses en « @ailleurs.example »");
        assertThat(SignsIn.mailed(again, "rien").getWebResponse().getStatusCode()).isEqualTo(422);
    }

    @Test
    void anAgentWhomNobodyInvitedIsToldWhatHeNeeds() throws IOException {
        var page = SignsIn.agent(browser, base(), "Nouvel Arrivant");
        assertThat(page.getWebResponse().getStatusCode()).isEqualTo(403);
        assertThat(page.asNormalizedText()).contains("invitation");
    }

    @Test
    void eachSessionCountsInItsOwnSpaceOnly() throws IOException {
        SignsIn.usager(browser, base(), "Léa Exemplaire");
        HtmlPage turned = browser.getPage(base() + "/agent/mon-compte");
        assertThat(turned.getUrl().getPath()).startsWith("/agents/api/v2/interaction/");
        SignsIn.fromMail(turned, "Inès Marchal");
        HtmlPage agent = browser.getPage(base() + "/agent/mon-compte");
        assertThat(who(agent)).contains("Inès Marchal");
        HtmlPage home = browser.getPage(base() + "/");
        assertThat(who(home)).contains("Léa Exemplaire").doesNotContain("Inès");
    }

    @Test
    void refusingSharesNothing() throws IOException {
        HtmlPage choice = browser.getPage(base() + "/connexion/usager");
        var consent = SignsIn.consent(choice, "Léa Exemplaire", SignsIn.TAXES);
        var end = SignsIn.press(consent, "Ne rien partager");
        assertThat(end.asNormalizedText()).contains("Vous n’êtes pas identifié");
        assertThat(who(browser.getPage(base() + "/"))).doesNotContain("Léa");
    }

    @Test
    void theProvidersRefusalIsToldAndTheWayBackStands() throws IOException {
        HtmlPage choice = browser.getPage(base() + "/connexion/usager");
        var persons = SignsIn.press(choice, SignsIn.TAXES);
        var end = SignsIn.press(persons, "Ne pas m’identifier");
        assertThat(end.asNormalizedText()).contains("Vous n’êtes pas identifié");
        assertThat(end.getAnchorByHref("/connexion")).isNotNull();
    }

    @Test
    void theWayBackLeadsNowhereElse() throws IOException {
        HtmlPage choice =
                browser.getPage(base() + "/connexion/usager?retour=https://ailleurs.example/");
        var end = SignsIn.fromChoice(choice, "Léa Exemplaire", SignsIn.TAXES);
        assertThat(end.getUrl().toString()).isEqualTo(base() + "/");
        HtmlPage local = browser.getPage(base() + "/connexion/usager?retour=/journal?x=1");
        assertThat(local.getUrl().getFile()).as("still signed in").isEqualTo("/journal?x=1");
    }

    @Test
    void aCookieLostAtAnyStepIsToldWithoutHarm() throws IOException {
        HtmlPage choice = browser.getPage(base() + "/connexion/usager");
        browser.getCookieManager().getCookies().stream()
                .filter(it -> it.getName().startsWith("socle_citoyens_"))
                .toList()
                .forEach(browser.getCookieManager()::removeCookie);
        assertLost(SignsIn.press(choice, SignsIn.TAXES));

        HtmlPage persons =
                SignsIn.press(browser.getPage(base() + "/connexion/usager"), SignsIn.TAXES);
        forget("socle_citoyens_");
        assertLost(SignsIn.press(persons, "Léa Exemplaire"));

        var consent =
                SignsIn.consent(
                        browser.getPage(base() + "/connexion/usager"),
                        "Léa Exemplaire",
                        SignsIn.TAXES);
        forget("socle_citoyens_");
        assertLost(SignsIn.accept(consent));

        var last =
                SignsIn.consent(
                        browser.getPage(base() + "/connexion/usager"),
                        "Léa Exemplaire",
                        SignsIn.TAXES);
        forget("socle_entree_");
        assertLost(SignsIn.accept(last));
        assertThat(who(browser.getPage(base() + "/"))).doesNotContain("Léa");
    }

    @Test
    void twoTabsSignInWithoutDisturbingEachOther() throws IOException {
        HtmlPage one = browser.getPage(base() + "/connexion/usager?retour=/journal");
        HtmlPage two = browser.getPage(base() + "/connexion/usager?retour=/vos-donnees");
        var first = SignsIn.consent(one, "Léa Exemplaire", SignsIn.TAXES);
        var second = SignsIn.consent(two, "Livia Fittizia", SignsIn.POST);
        assertThat(SignsIn.accept(first).getUrl().getPath()).isEqualTo("/journal");
        assertThat(SignsIn.accept(second).getUrl().getPath()).isEqualTo("/vos-donnees");
        assertThat(who(browser.getPage(base() + "/"))).contains("Livia Fittizia");
    }

    @Test
    void ofManyTabsTheFiveLastAreKept() throws IOException {
        HtmlPage oldest = browser.getPage(base() + "/connexion/usager");
        for (int i = 0; i < 5; i++) {
            browser.getPage(base() + "/connexion/usager");
        }
        assertLost(SignsIn.press(oldest, SignsIn.TAXES));
        assertThat(
                        browser.getCookieManager().getCookies().stream()
                                .filter(it -> it.getName().startsWith("socle_citoyens_"))
                                .count())
                .isEqualTo(5);
    }

    @Test
    void theConsentIsGivenOnce() throws IOException {
        var consent =
                SignsIn.consent(
                        browser.getPage(base() + "/connexion/usager"),
                        "Léa Exemplaire",
                        SignsIn.TAXES);
        SignsIn.accept(consent);
        HtmlPage again = SignsIn.accept(consent);
        assertThat(again.asNormalizedText()).containsAnyOf("perdu le fil", "déjà été franchie");
        assertThat(who(browser.getPage(base() + "/"))).contains("Léa Exemplaire");
    }

    private void forget(String prefix) {
        var cookies = browser.getCookieManager();
        cookies.getCookies().stream()
                .filter(it -> it.getName().startsWith(prefix))
                .toList()
                .forEach(cookies::removeCookie);
    }

    private static void assertLost(HtmlPage page) {
        assertThat(page.getWebResponse().getStatusCode()).isEqualTo(400);
        assertThat(page.asNormalizedText()).contains("perdu le fil");
    }

    private static String who(HtmlPage page) {
        return page.<org.htmlunit.html.HtmlElement>getFirstByXPath("//div[@class='who']")
                .asNormalizedText();
    }
}
