package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import fr.socle.PostgresTest;
import fr.socle.identity.MadeUpServices.Service;
import fr.socle.identity.broker.Broker;
import fr.socle.identity.broker.OpenIdClient;
import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who leaves a service leaves the provider behind too, where that offers it. */
@NullMarked
@PostgresTest
class ProviderLogoutTests {

    @Autowired Broker broker;
    @Autowired Clients clients;
    @LocalServerPort int port;

    private final UpstreamVisit there = new UpstreamVisit();

    @BeforeEach
    void offer() {
        there.usagers(broker, Federation.CITOYENS, Acr.EIDAS1);
    }

    @AfterEach
    void stop() {
        there.close();
    }

    private String issuer() {
        return "http://localhost:" + port + Federation.CITOYENS.base();
    }

    private Service strict() {
        return new MadeUpServices(clients, port).strict("Cantine");
    }

    /** The id_token of a sign-in by the provider of this test. */
    private String signedIn(Service service) throws IOException {
        return service.idToken(there.signIn(service.authorize(), "eidas1"));
    }

    private String leave(Map<String, String> parameters) throws IOException {
        var stop = there.visit.open(issuer() + "/session/end?" + OpenIdClient.encoded(parameters));
        return ((Visit.Stop.Left) stop).address();
    }

    private static Map<String, String> leaving(String idToken) {
        return Map.of(
                "id_token_hint",
                idToken,
                "post_logout_redirect_uri",
                MadeUpServices.LOGOUT,
                "state",
                "un-état");
    }

    @Test
    void theWayLeadsByTheProviderAndThenToTheService() throws Exception {
        var service = strict();
        var gone = leave(leaving(signedIn(service)));
        assertThat(gone).startsWith(there.upstream.provider.issuer() + "/sortie?");
        var told = Upstream.asked(gone);
        assertThat(told).containsOnlyKeys("id_token_hint", "post_logout_redirect_uri", "state");
        var theirs = SignedJWT.parse(told.get("id_token_hint")).getJWTClaimsSet();
        assertThat(theirs.getIssuer()).isEqualTo(there.upstream.provider.issuer());
        assertThat(told)
                .containsEntry("post_logout_redirect_uri", issuer() + "/client/logout-callback");
        // because the provider never learns which service it was
        assertThat(gone).doesNotContain(service.client().clientId(), "127.0.0.1%3A9");
        var back = there.visit.open(back(told));
        assertThat(back)
                .isEqualTo(new Visit.Stop.Left(MadeUpServices.LOGOUT + "?state=un-%C3%A9tat"));
        assertThat(there.visit.open(service.authorize()).page().asNormalizedText())
                .contains(there.upstream.label);
    }

    private static String back(Map<String, String> told) {
        return told.get("post_logout_redirect_uri") + "?state=" + told.get("state");
    }

    @Test
    void thePersonIsOutBeforeTheProviderHearsOfIt() throws Exception {
        var service = strict();
        leave(leaving(signedIn(service)));
        // and does not come back from there
        assertThat(there.visit.open(service.authorize()).page().asNormalizedText())
                .doesNotContain("Vous allez partager");
    }

    @Test
    void theWayBackIsGoneOnceAndByThisBrowserOnly() throws Exception {
        var told = Upstream.asked(leave(leaving(signedIn(strict()))));
        var another = new Visit().open(back(told)).page();
        assertThat(another.asNormalizedText()).contains("Vous êtes déconnecté");
        var forged = there.visit.open(back(told) + "x").page();
        assertThat(forged.asNormalizedText()).contains("Vous êtes déconnecté");
        assertThat(there.visit.open(back(told))).isInstanceOf(Visit.Stop.Left.class);
        var again = there.visit.open(back(told)).page();
        assertThat(again.asNormalizedText()).contains("Vous êtes déconnecté");
    }

    @Test
    void theFormThatAsksMayLeadToTheProvider() throws Exception {
        var service = strict();
        signedIn(service);
        var asked =
                there.visit
                        .open(
                                issuer()
                                        + "/session/end?"
                                        + OpenIdClient.encoded(
                                                Map.of(
                                                        "client_id",
                                                        service.client().clientId(),
                                                        "post_logout_redirect_uri",
                                                        MadeUpServices.LOGOUT)))
                        .page();
        assertThat(asked.getWebResponse().getResponseHeaderValue("Content-Security-Policy"))
                .contains(there.upstream.provider.issuer());
        var gone = there.visit.press(asked, "Me déconnecter");
        assertThat(((Visit.Stop.Left) gone).address())
                .startsWith(there.upstream.provider.issuer() + "/sortie?");
    }
}
