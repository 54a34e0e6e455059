package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.house.Tries;
import fr.socle.house.TriesSettings;
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
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.htmlunit.Page;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An agent's address leads to a provider that may speak for its domain, and to no other. */
@NullMarked
@PostgresTest
class AgentRoutingTests {

    @Autowired Clients clients;
    @Autowired Broker broker;
    @Autowired ProviderStore providers;
    @Autowired FlightCookies cookies;
    @Autowired Secrets secrets;
    @Autowired JdbcClient db;
    @Autowired Tries tries;
    @Autowired TriesSettings settings;
    @LocalServerPort int port;

    private final Upstream upstream = new Upstream();
    private final Upstream other = new Upstream();
    private final String domain = "d" + UUID.randomUUID().toString().substring(0, 8) + ".example";

    @BeforeEach
    void person() {
        for (var it : List.of(upstream, other)) {
            it.provider.person =
                    Map.of(
                            "sub", "agent-" + it.uid,
                            "given_name", "Camille",
                            "usual_name", "Inventée",
                            "uid", "c1",
                            "email", "camille@" + domain);
        }
    }

    @AfterEach
    void stop() {
        // because only one provider of a federation takes everybody else
        db.sql("UPDATE identity.provider SET fallback = false").update();
        upstream.close();
        other.close();
    }

    private Provider add(Upstream which, boolean claims, boolean fallback, boolean secondFactor) {
        var agents =
                new Provider.Agents(
                        claims ? List.of(domain) : List.of(),
                        List.of(),
                        null,
                        null,
                        fallback,
                        secondFactor);
        var provider =
                which.of(
                        Federation.AGENTS,
                        Provider.Protocol.PLAIN,
                        List.of(Acr.EIDAS1, Acr.EIDAS2),
                        agents);
        broker.add(provider, Upstream.SECRET, 9);
        return provider;
    }

    private void prove(Provider... some) throws InterruptedException {
        for (var it : some) {
            providers.prove(it.uid(), domain, true);
        }
        Thread.sleep(Duration.ofMillis(1_100));
    }

    private HtmlPage mail(Acr acr) throws IOException {
        var client =
                InFlightStart.client(
                        "essai-" + UUID.randomUUID(), Federation.AGENTS, Client.Rules.STANDARD);
        clients.register(client);
        return new InFlightStart(cookies, secrets, port)
                .choice(upstream.browser, client, acr, null);
    }

    private HtmlPage typed(String address) throws IOException {
        return SignsIn.mailed(mail(Acr.EIDAS1), address);
    }

    /** Types the address and stops where the browser would leave. */
    private Map<String, String> left(Acr acr) throws IOException {
        var page = mail(acr);
        ((HtmlInput) page.getElementByName("courriel")).setValue("camille@" + domain);
        return Upstream.asked(upstream.stopped(page, "Continuer"));
    }

    private Page arrival(Map<String, String> asked) throws IOException {
        upstream.provider.nonce = asked.getOrDefault("nonce", "");
        upstream.browser.getOptions().setRedirectEnabled(false);
        try {
            return upstream.browser.getPage(upstream.answer(asked));
        } finally {
            upstream.browser.getOptions().setRedirectEnabled(true);
        }
    }

    private static String location(Page page) {
        return String.valueOf(page.getWebResponse().getResponseHeaderValue("Location"));
    }

    @Test
    void aDomainThatDidNotConfirmTheProviderLeadsNowhere() throws Exception {
        var provider = add(upstream, true, false, true);
        Thread.sleep(Duration.ofMillis(1_100));
        assertThat(typed("camille@" + domain).getWebResponse().getStatusCode()).isEqualTo(422);
        prove(provider);
        assertThat(left(Acr.EIDAS1)).containsEntry("login_hint", "camille@" + domain);
    }

    @Test
    void ofSeveralProvidersTheAgentPicksHis() throws Exception {
        prove(add(upstream, true, false, true), add(other, true, false, true));
        var page = typed("camille@" + domain);
        assertThat(page.asNormalizedText()).contains("Quel compte", upstream.label, other.label);
        var asked = Upstream.asked(upstream.stopped(page, other.label));
        assertThat(asked).containsEntry("login_hint", "camille@" + domain);
    }

    @Test
    void whoBelongsToNoDomainGoesToTheProviderForEverybodyElse() throws Exception {
        add(other, false, true, true);
        Thread.sleep(Duration.ofMillis(1_100));
        var page = mail(Acr.EIDAS1);
        ((HtmlInput) page.getElementByName("courriel")).setValue("quelqu.un@nulle-part.example");
        assertThat(location(upstream.stopped(page, "Continuer")))
                .startsWith(other.provider.issuer());
    }

    @Test
    void anAddressOfAnotherDomainIsRefused() throws Exception {
        prove(add(upstream, true, false, true));
        var person = new java.util.HashMap<>(upstream.provider.person);
        person.put("email", "camille@ministere.example");
        upstream.provider.person = person;
        var trouble = upstream.comeBack(left(Acr.EIDAS1));
        assertThat(trouble.asNormalizedText()).contains("Y500027", "pas de son domaine");
    }

    @Test
    void anAgentGoesStraightToTheService() throws Exception {
        prove(add(upstream, true, false, true));
        assertThat(location(arrival(left(Acr.EIDAS1))))
                .startsWith(InFlightStart.REDIRECT)
                .contains("code=", "state=etat");
    }

    @Test
    void aSecondFactorThatTheProviderLacksIsACodeByMail() throws Exception {
        prove(add(upstream, true, false, false));
        var asked = left(Acr.EIDAS1_MFA);
        assertThat(asked).containsEntry("acr_values", "eidas1");
        var page = upstream.comeBack(asked);
        assertThat(page.asNormalizedText()).contains("c…\u2060@" + domain);
        assertThat(type(page, wrong(code())).asNormalizedText()).contains("pas le code");
        assertThat(type(page, "12345").asNormalizedText()).contains("six chiffres");
        var field = (HtmlInput) page.getElementByName("code");
        field.setValue(code());
        assertThat(location(upstream.stopped(page, "Continuer")))
                .startsWith(InFlightStart.REDIRECT)
                .contains("code=");
        assertThat(type(page, code()).getWebResponse().getStatusCode())
                .as("a code serves once")
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void tenTriesAreAllAndBeginningAgainGivesNoMore() throws Exception {
        prove(add(upstream, true, false, false));
        var page = upstream.comeBack(left(Acr.EIDAS1_MFA));
        for (int i = 0; i < 10; i++) {
            assertThat(type(page, wrong(code())).asNormalizedText()).contains("pas le code");
        }
        assertThat(type(page, code()).asNormalizedText()).contains("ne peut plus servir");
        var again = upstream.comeBack(left(Acr.EIDAS1_MFA));
        assertThat(type(again, code()).asNormalizedText()).contains("ne peut plus servir");
    }

    @Test
    void whoTypesWrongCodesForManyAccountsReadsWhenToComeBack() throws Exception {
        var here = "127.0.1.15";
        upstream.browser.getOptions().setLocalAddress(InetAddress.ofLiteral(here));
        prove(add(upstream, true, false, false));
        var page = upstream.comeBack(left(Acr.EIDAS1_MFA));
        var door = new Tries.Door("identity.second-factor", true);
        // as others did who tried at thirty accounts from the same place
        for (int i = 1; i < settings.address(); i++) {
            tries.begin(door, "autre-" + i, here).wrong();
        }
        assertThat(type(page, wrong(code())).asNormalizedText()).contains("pas le code");
        var held = type(page, code());
        assertThat(held.getWebResponse().getStatusCode()).isEqualTo(429);
        assertThat(held.getWebResponse().getResponseHeaderValue("Retry-After")).isNotNull();
        assertThat(held.asNormalizedText()).contains("Attendez une minute");
    }

    @Test
    void aLevelThatTheProviderCannotGiveIsRefusedToTheService() throws Exception {
        prove(add(upstream, true, false, true));
        upstream.provider.acr = "eidas1";
        var page = mail(Acr.EIDAS2);
        ((HtmlInput) page.getElementByName("courriel")).setValue("camille@" + domain);
        var asked = Upstream.asked(upstream.stopped(page, "Continuer"));
        assertThat(location(arrival(asked)))
                .startsWith(InFlightStart.REDIRECT)
                .contains("error=access_denied");
    }

    private HtmlPage type(HtmlPage page, String code) throws IOException {
        ((HtmlInput) page.getElementByName("code")).setValue(code);
        return SignsIn.press(page, "Continuer");
    }

    private static String wrong(String code) {
        return (code.charAt(0) == '9' ? "0" : "9") + code.substring(1);
    }

    /** The code of the last letter. */
    private String code() {
        var text =
                db.sql(
                                """
                                SELECT plain FROM notifications.outbox WHERE address = :address
                                 ORDER BY written_at DESC LIMIT 1
                                """)
                        .param("address", "camille@" + domain)
                        .query(String.class)
                        .single();
        var digits = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])").matcher(text);
        assertThat(digits.find()).isTrue();
        return digits.group();
    }
}
