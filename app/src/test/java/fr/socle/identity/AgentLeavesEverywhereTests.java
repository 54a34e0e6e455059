package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.directory.Actor;
import fr.socle.directory.AgentId;
import fr.socle.directory.Agents;
import fr.socle.identity.MadeUpServices.Service;
import fr.socle.identity.broker.Broker;
import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Profile;
import fr.socle.identity.sso.FederationSessions;
import fr.socle.identity.store.ProviderStore;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An agent whose sessions end is out of the services of others too, at once. */
@NullMarked
@PostgresTest
class AgentLeavesEverywhereTests {

    private static final String NOE = "Noé Valcourt";

    @Autowired Broker broker;
    @Autowired ProviderStore providers;
    @Autowired Clients clients;
    @Autowired Agents agents;
    @Autowired FederationSessions sessions;
    @Autowired JdbcClient db;
    @LocalServerPort int port;

    private final UpstreamVisit there = new UpstreamVisit();
    private final Listener listener;

    AgentLeavesEverywhereTests() throws IOException {
        listener = new Listener();
    }

    @AfterEach
    void stop() {
        there.close();
        listener.close();
    }

    private Service agenda() {
        return new MadeUpServices(clients, port)
                .register(
                        "Agenda",
                        Federation.AGENTS,
                        MadeUpServices.hinting(
                                MadeUpServices.rules(Profile.PROCONNECT, false, listener.address()),
                                there.upstream.uid));
    }

    private static String authorize(Service service, Map<String, String> more) {
        var parameters = service.party().parameters();
        parameters.put("scope", "openid email");
        parameters.putAll(more);
        return service.party().authorize(parameters);
    }

    private static RelyingParty.Answer refreshed(Service service, RelyingParty.Answer tokens) {
        return RelyingParty.read(
                service.party()
                        .posted(
                                "/token",
                                Map.of(
                                        "grant_type",
                                        "refresh_token",
                                        "refresh_token",
                                        tokens.text("refresh_token"))));
    }

    private void isOut(Service service, RelyingParty.Answer tokens) {
        assertThat(service.party().userinfo(tokens.text("access_token")).status()).isEqualTo(401);
        assertThat(refreshed(service, tokens).text("error")).isEqualTo("invalid_grant");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(listener.heard).hasSize(1));
    }

    @Test
    void endingAllOfOneAccountEndsItsTokensTellsTheServicesAndLeavesOthers() throws IOException {
        there.agents(broker, providers, Acr.EIDAS1);
        var service = agenda();
        var hint = Map.of("idp_hint", there.upstream.uid);
        var code = there.signIn(authorize(service, hint), "eidas1");
        var tokens = service.tokens(code);
        assertThat(tokens.status()).isEqualTo(200);
        sessions.endAllOf(there.upstream.uid, "quelqu-un-d-autre");
        assertThat(service.party().userinfo(tokens.text("access_token")).status()).isEqualTo(200);
        sessions.endAllOf(there.upstream.uid, "agent-" + there.upstream.uid);
        isOut(service, tokens);
        there.depart(authorize(service, hint));
        assertThat(there.asked).containsKey("state");
    }

    @Test
    void anAgentWhoIsDeactivatedIsOutOfTheServicesOfOthersToo() throws IOException {
        var visit = new Visit();
        visit.browser.getOptions().setRedirectEnabled(true);
        SignsIn.agent(visit.browser, "http://localhost:" + port, NOE);
        visit.browser.getOptions().setRedirectEnabled(false);
        var service = agenda();
        var tokens = service.tokens(visit.open(authorize(service, Map.of())).code());
        assertThat(tokens.status()).isEqualTo(200);
        // because he may have left our own pages long ago
        db.sql("DELETE FROM identity.agent_entry").update();
        var id = idOf(NOE);
        try {
            active(id, false);
            isOut(service, tokens);
            assertThat(visit.open(authorize(service, Map.of())).page().asNormalizedText())
                    .contains("Votre adresse professionnelle");
        } finally {
            active(id, true);
        }
    }

    private AgentId idOf(String name) {
        return new AgentId(
                db.sql("SELECT id FROM directory.agent WHERE name LIKE :name || '%'")
                        .param("name", name)
                        .query(UUID.class)
                        .single());
    }

    private void active(AgentId id, boolean active) {
        var version =
                db.sql("SELECT version FROM directory.agent WHERE id = :id")
                        .param("id", id.value())
                        .query(Long.class)
                        .single();
        agents.activate(Actor.CONSOLE, id, active, version);
    }
}
