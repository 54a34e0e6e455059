package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.identity.MadeUpServices.Service;
import fr.socle.identity.broker.Broker;
import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Profile;
import fr.socle.identity.store.ProviderStore;
import java.io.IOException;
import java.text.ParseException;
import java.util.Map;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A level higher than the session's, inside one federation: it is asked of the provider itself, and
 * what the provider answers is what the service gets or does not get.
 */
@NullMarked
@PostgresTest
class StepUpTests {

    @Autowired Broker broker;
    @Autowired ProviderStore providers;
    @Autowired Clients clients;
    @LocalServerPort int port;

    private final UpstreamVisit there = new UpstreamVisit();

    @AfterEach
    void stop() {
        there.close();
    }

    private Service strict() {
        return new MadeUpServices(clients, port)
                .register(
                        "Téléservice",
                        Federation.CITOYENS_PLUS,
                        Client.Rules.of(Profile.FRANCECONNECT));
    }

    private Service agenda() {
        return new MadeUpServices(clients, port)
                .register(
                        "Agenda",
                        Federation.AGENTS,
                        MadeUpServices.hinting(
                                Client.Rules.of(Profile.OPENID), there.upstream.uid));
    }

    private static String at(Service service, String acr) {
        return service.party().authorize(service.party().strictly(acr));
    }

    /** A service of agents for which a level is essential, at the provider of this test. */
    private String essential(Service service, String acr) {
        var parameters = service.party().parameters();
        parameters.put("scope", "openid email");
        parameters.put("idp_hint", there.upstream.uid);
        parameters.put(
                "claims",
                "{\"id_token\":{\"acr\":{\"essential\":true,\"value\":\"%s\"}}}".formatted(acr));
        return service.party().authorize(parameters);
    }

    private static Object acrOf(Service service, String code) throws ParseException {
        return service.redeem(code).getStringClaim("acr");
    }

    @Test
    void theProviderIsAskedForMoreAndTheServiceGetsIt() throws Exception {
        there.usagers(broker, Federation.CITOYENS_PLUS, Acr.EIDAS2, Acr.EIDAS3);
        var first = strict();
        var second = strict();
        assertThat(acrOf(first, there.signIn(at(first, "eidas2"), "eidas2"))).isEqualTo("eidas2");
        assertThat(there.asked).containsEntry("acr_values", "eidas2");
        there.depart(at(second, "eidas3"));
        assertThat(there.asked)
                .containsEntry("acr_values", "eidas3")
                .containsEntry("prompt", "login");
        var consent = there.arrive("eidas3").page();
        var code = there.visit.press(consent, "Continuer vers").code();
        assertThat(acrOf(second, code)).isEqualTo("eidas3");
    }

    @Test
    void whatWasProvedHigherAnswersLowerAndNeverTheHighestTwice() throws Exception {
        there.usagers(broker, Federation.CITOYENS_PLUS, Acr.EIDAS2, Acr.EIDAS3);
        var service = strict();
        there.signIn(at(service, "eidas3"), "eidas3");
        var consent = there.visit.open(at(service, "eidas2")).page();
        var code = there.visit.press(consent, "Continuer vers").code();
        assertThat(acrOf(service, code)).isEqualTo("eidas2");
        there.depart(at(service, "eidas3"));
        assertThat(there.asked).containsEntry("acr_values", "eidas3");
    }

    @Test
    void aProviderThatAnswersLowerLeavesThePersonAtTheLevelBefore() throws Exception {
        there.usagers(broker, Federation.CITOYENS_PLUS, Acr.EIDAS2, Acr.EIDAS3);
        var service = strict();
        there.signIn(at(service, "eidas2"), "eidas2");
        there.depart(at(service, "eidas3"));
        var trouble = there.arrive("eidas2").page();
        assertThat(trouble.getWebResponse().getStatusCode()).isEqualTo(500);
        assertThat(trouble.asNormalizedText()).contains("Y100001", "assez sûrement");
        assertThat(backToTheService(trouble)).containsEntry("error", "server_error");
        var consent = there.visit.open(at(service, "eidas2")).page();
        assertThat(acrOf(service, there.visit.press(consent, "Continuer vers").code()))
                .isEqualTo("eidas2");
    }

    private Map<String, String> backToTheService(HtmlPage trouble) throws IOException {
        var way = trouble.getAnchorByText("Revenir au service").getHrefAttribute();
        return there.visit.open("http://localhost:" + port + way).back();
    }

    @Test
    void ofAnAgentTheLevelIsAskedOfTheProviderToo() throws Exception {
        there.agents(broker, providers, Acr.EIDAS1, Acr.EIDAS2);
        var first = agenda();
        var second = agenda();
        assertThat(acrOf(first, there.signIn(essential(first, "eidas1"), "eidas1")))
                .isEqualTo("eidas1");
        assertThat(acrOf(second, there.signIn(essential(second, "eidas2"), "eidas2")))
                .isEqualTo("eidas2");
        assertThat(there.asked).containsEntry("acr_values", "eidas2");
    }

    @Test
    void aServiceOfAgentsHearsThatALevelWasNotReached() throws Exception {
        there.agents(broker, providers, Acr.EIDAS1, Acr.EIDAS2);
        var service = agenda();
        there.signIn(essential(service, "eidas1"), "eidas1");
        there.depart(essential(service, "eidas2"));
        assertThat(there.arrive("eidas1").back())
                .containsEntry("error", "access_denied")
                .doesNotContainKey("code");
        // and the session of before is as good as it was
        assertThat(there.visit.open(essential(service, "eidas1")).code()).isNotEmpty();
    }

    @Test
    void theLowFederationHasNoHigherLevel() {
        var service = new MadeUpServices(clients, port).strict("Cantine");
        var answer = service.party().ask(service.party().strictly("eidas2"));
        assertThat(RelyingParty.query(answer.headers().firstValue("Location").orElseThrow()))
                .containsEntry("error", "invalid_acr");
    }
}
