package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.identity.broker.Broker;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.keys.FlightCookies;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.store.ProviderStore;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.Cookie;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of choice offers what this service accepts, and says why something cannot be chosen. */
@NullMarked
@PostgresTest
class WallTests {

    private static final String CARD = "Carte d’identité fictive";

    @Autowired Clients clients;
    @Autowired Broker broker;
    @Autowired ProviderStore providers;
    @Autowired FlightCookies cookies;
    @Autowired Secrets secrets;
    @LocalServerPort int port;

    private final WebClient browser = SignsIn.browser();
    private final Upstream upstream = new Upstream();

    @AfterEach
    void stop() {
        upstream.close();
    }

    private Client client(Federation federation, Client.Rules rules) {
        var client = InFlightStart.client("essai-" + UUID.randomUUID(), federation, rules);
        clients.register(client);
        return client;
    }

    private HtmlPage choice(Client client, Acr acr) throws IOException {
        return new InFlightStart(cookies, secrets, port).choice(browser, client, acr, null);
    }

    private static List<String> offered(HtmlPage page) {
        return page.<HtmlButton>getByXPath("//main//button[@name='idp']").stream()
                .map(HtmlButton::getValueAttribute)
                .toList();
    }

    private static HtmlButton button(HtmlPage page, String uid) {
        return page.<HtmlButton>getByXPath("//main//button[@value='" + uid + "']").getFirst();
    }

    @Test
    void aServiceThatNamesItsProvidersShowsThemAlone() throws IOException {
        var only = InFlightStart.filtered(Set.of("poste-fictive"), false);
        assertThat(offered(choice(client(Federation.CITOYENS, only), Acr.EIDAS1)))
                .containsExactly("poste-fictive");
    }

    @Test
    void aServiceThatExcludesAProviderShowsTheOthers() throws IOException {
        var without = InFlightStart.filtered(Set.of("poste-fictive"), true);
        assertThat(offered(choice(client(Federation.CITOYENS, without), Acr.EIDAS1)))
                .contains("impots-fictifs", "carte-fictive")
                .doesNotContain("poste-fictive");
    }

    @Test
    void whatIsNotOfferedCannotBeChosenByHand() throws IOException {
        var only = InFlightStart.filtered(Set.of("poste-fictive"), false);
        var page = choice(client(Federation.CITOYENS, only), Acr.EIDAS1);
        button(page, "poste-fictive").setAttribute("value", "impots-fictifs");
        HtmlPage again = button(page, "impots-fictifs").click();
        assertThat(offered(again)).containsExactly("poste-fictive");
    }

    @Test
    void aProviderBelowTheLevelIsGreyAndSaysWhy() throws IOException {
        var page = choice(client(Federation.CITOYENS_PLUS, Client.Rules.STANDARD), Acr.EIDAS3);
        assertThat(button(page, "poste-fictive-plus").hasAttribute("disabled")).isTrue();
        assertThat(button(page, "poste-fictive-plus").asNormalizedText()).contains("pas assez sûr");
        assertThat(button(page, "carte-fictive-plus").hasAttribute("disabled")).isFalse();
        var lower = choice(client(Federation.CITOYENS_PLUS, Client.Rules.STANDARD), Acr.EIDAS2);
        assertThat(button(lower, "poste-fictive-plus").hasAttribute("disabled")).isFalse();
    }

    @Test
    void aProviderThatIsCutOffIsGreyWithinASecondAndHiddenOneIsAbsent() throws Exception {
        upstream.register(broker);
        var service = client(Federation.CITOYENS, Client.Rules.STANDARD);
        var before = choice(service, Acr.EIDAS1);
        assertThat(button(before, upstream.uid).hasAttribute("disabled")).isFalse();
        change(upstream.usagers(Provider.Protocol.PLAIN, Acr.EIDAS1), true, false);
        var closed = button(choice(service, Acr.EIDAS1), upstream.uid);
        assertThat(closed.hasAttribute("disabled")).isTrue();
        assertThat(closed.asNormalizedText()).contains("L’opérateur de la plateforme l’a fermé");
        // the page of before still has the button
        HtmlPage refused = (HtmlPage) button(before, upstream.uid).click();
        assertThat(button(refused, upstream.uid).hasAttribute("disabled")).isTrue();
        change(upstream.usagers(Provider.Protocol.PLAIN, Acr.EIDAS1), false, true);
        assertThat(offered(choice(service, Acr.EIDAS1))).doesNotContain(upstream.uid);
    }

    @Test
    void whoIsOnTheWayWhenAProviderIsCutOffIsTold() throws Exception {
        upstream.register(broker);
        var asked = upstream.leave(upstream.choice(port));
        change(upstream.usagers(Provider.Protocol.PLAIN, Acr.EIDAS1), true, false);
        var trouble = upstream.comeBack(asked);
        assertThat(trouble.asNormalizedText()).contains("est fermé", "Y020017");
    }

    private void change(Provider provider, boolean display, boolean active) throws Exception {
        var face = new Provider.Face(provider.label(), provider.hint(), display);
        var rules = new Provider.Rules(provider.allowed(), active);
        providers.update(
                new Provider(
                        provider.uid(),
                        provider.federation(),
                        provider.issuer(),
                        provider.clientId(),
                        face,
                        rules,
                        provider.protocol(),
                        provider.agents()));
        Thread.sleep(Duration.ofMillis(1_100));
    }

    @Test
    void theChoiceOfLastTimeComesFirstUnlessItWasForged() throws IOException {
        var service = client(Federation.CITOYENS, Client.Rules.STANDARD);
        var page = choice(service, Acr.EIDAS1);
        assertThat(offered(page).getFirst()).isEqualTo("impots-fictifs");
        SignsIn.press(page, CARD);
        assertThat(offered(choice(service, Acr.EIDAS1)).getFirst()).isEqualTo("carte-fictive");
        var kept = browser.getCookieManager().getCookie("socle-choix-citoyens");
        browser.getCookieManager()
                .addCookie(
                        new Cookie(
                                "localhost",
                                kept.getName(),
                                kept.getValue().replace("carte-fictive", "poste-fictive"),
                                kept.getPath(),
                                null,
                                false));
        assertThat(offered(choice(service, Acr.EIDAS1)).getFirst()).isEqualTo("impots-fictifs");
    }

    @Test
    void theHintOfTheServiceLeadsStraightToItsProviderOnce() throws IOException {
        var service = client(Federation.CITOYENS, Client.Rules.STANDARD);
        var start = new InFlightStart(cookies, secrets, port);
        var address = start.begin(browser, service, Acr.EIDAS1, "poste-fictive");
        HtmlPage there = browser.getPage(address);
        assertThat(there.getUrl().getPath()).contains("/demonstration/identite/poste-fictive");
        HtmlPage again = browser.getPage(address);
        assertThat(offered(again)).contains("impots-fictifs");
    }

    @Test
    void aHintThatTheServiceMayNotUseLeadsToTheChoice() throws IOException {
        var only = InFlightStart.filtered(Set.of("impots-fictifs"), false);
        var start = new InFlightStart(cookies, secrets, port);
        var page =
                start.choice(
                        browser, client(Federation.CITOYENS, only), Acr.EIDAS1, "poste-fictive");
        assertThat(offered(page)).containsExactly("impots-fictifs");
    }

    @Test
    void theHigherFederationSignsInAtTheLevelThatWasAsked() throws IOException {
        var page = choice(client(Federation.CITOYENS_PLUS, Client.Rules.STANDARD), Acr.EIDAS3);
        var consent = SignsIn.consent(page, "Livia Fittizia", CARD);
        assertThat(consent.getWebResponse().getStatusCode()).isEqualTo(200);
        assertThat(consent.asNormalizedText()).contains("Continuer vers");
        browser.getOptions().setRedirectEnabled(false);
        Page back = SignsIn.pressed(consent, "Continuer vers");
        assertThat(back.getWebResponse().getResponseHeaderValue("Location"))
                .startsWith(InFlightStart.REDIRECT)
                .contains("code=");
    }

    @Test
    void everyOfferIsAButtonThatSaysWhatItIs() throws IOException {
        var page = choice(client(Federation.CITOYENS, Client.Rules.STANDARD), Acr.EIDAS1);
        assertThat(page.<DomElement>getByXPath("//main//button[@name='idp']"))
                .allSatisfy(it -> assertThat(it.asNormalizedText()).isNotBlank());
        assertThat(page.asNormalizedText()).contains("ne saura pas quel compte");
    }
}
