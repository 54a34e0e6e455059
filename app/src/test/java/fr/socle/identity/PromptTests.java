package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.identity.MadeUpServices.Service;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.ClientAuth;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Profile;
import fr.socle.identity.keys.JwtAlg;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a standard service may ask of a session: silence, freshness, a certain person. */
@NullMarked
@PostgresTest
class PromptTests {

    private static final String LEA = "Léa Exemplaire";

    @Autowired Clients clients;
    @Autowired JdbcClient db;
    @LocalServerPort int port;

    private final Visit visit = new Visit();

    private MadeUpServices services() {
        return new MadeUpServices(clients, port);
    }

    private Visit.Stop ask(Service service, String name, String value) throws IOException {
        var parameters = service.parameters();
        parameters.put(name, value);
        return visit.open(service.party().authorize(parameters));
    }

    private static String error(Visit.Stop stop) {
        return stop.back().getOrDefault("error", "");
    }

    @Test
    void silenceNeedsASessionAndAnEarlierYes() throws Exception {
        var service = services().standard("Bibliothèque");
        assertThat(error(ask(service, "prompt", "none"))).isEqualTo("login_required");
        var first = service.redeem(visit.signIn(service, LEA).code());
        var second = service.redeem(ask(service, "prompt", "none").code());
        assertThat(second.getLongClaim("auth_time")).isEqualTo(first.getLongClaim("auth_time"));
        assertThat(second.getSubject()).isEqualTo(first.getSubject());
        assertThat(second.getStringClaim("sid")).isEqualTo(first.getStringClaim("sid"));
        var other = services().standard("Piscine");
        assertThat(error(ask(other, "prompt", "none"))).isEqualTo("consent_required");
    }

    @Test
    void aNewProofIsAskedForAndHasATimeOfItsOwn() throws Exception {
        var service = services().standard("Bibliothèque");
        var first = service.redeem(visit.signIn(service, LEA).code());
        age();
        var choice = ask(service, "prompt", "login").page();
        var stop = visit.choose(choice, SignsIn.TAXES, LEA);
        assertThat(service.redeem(stop.code()).getLongClaim("auth_time"))
                .isGreaterThanOrEqualTo(first.getLongClaim("auth_time"));
        age();
        assertThat(ask(service, "max_age", "60").page().asNormalizedText())
                .contains("Impôts fictifs");
        assertThat(error(askSilently(service, "max_age", "60"))).isEqualTo("login_required");
        assertThat(ask(service, "max_age", "10000").code()).isNotEmpty();
    }

    private Visit.Stop askSilently(Service service, String name, String value) throws IOException {
        var parameters = service.parameters();
        parameters.put("prompt", "none");
        parameters.put(name, value);
        return visit.open(service.party().authorize(parameters));
    }

    private void age() {
        db.sql(
                        "UPDATE identity.federation_session SET auth_time = auth_time - interval '2 minutes'")
                .update();
    }

    @Test
    void consentIsAskedForAgainOnDemand() throws IOException {
        var service = services().standard("Bibliothèque");
        visit.signIn(service, LEA);
        assertThat(ask(service, "prompt", "consent").page().asNormalizedText())
                .contains("Vous allez partager");
        assertThat(ask(service, "prompt", "select_account").page().asNormalizedText())
                .contains("Choisissez un compte");
    }

    @Test
    void aServiceThatExpectsOnePersonIsNotGivenAnother() throws IOException {
        var service = services().standard("Bibliothèque");
        var hint = service.idToken(visit.signIn(service, LEA).code());
        assertThat(askSilently(service, "id_token_hint", hint).code()).isNotEmpty();
        var other = new Visit();
        other.signIn(service, "Livia Fittizia");
        var parameters = service.parameters();
        parameters.put("id_token_hint", hint);
        var stop = other.open(service.party().authorize(parameters));
        assertThat(error(other.choose(stop.page(), SignsIn.TAXES, "Livia Fittizia")))
                .isEqualTo("login_required");
        parameters.put("prompt", "none");
        assertThat(error(other.open(service.party().authorize(parameters))))
                .isEqualTo("login_required");
    }

    @Test
    void aServiceWhoseTokensItsSecretSignsMayLeaveByThem() throws IOException {
        var keys =
                new Client.Keys(
                        ClientAuth.CLIENT_SECRET_POST, null, null, JwtAlg.HS256, null, null, null);
        var service =
                services()
                        .register(
                                "Symétrique",
                                Federation.CITOYENS,
                                keys,
                                Client.Rules.of(Profile.FRANCECONNECT));
        var hint = service.idToken(visit.signIn(service, LEA).code());
        var end = services().issuer(Federation.CITOYENS) + "/session/end?";
        var forged = hint.substring(0, hint.lastIndexOf('.') + 1) + "AAAA";
        assertThat(
                        visit.open(end + "id_token_hint=" + forged)
                                .page()
                                .getWebResponse()
                                .getStatusCode())
                .isEqualTo(400);
        var parameters =
                Map.of("id_token_hint", hint, "post_logout_redirect_uri", MadeUpServices.LOGOUT);
        assertThat(visit.open(end + fr.socle.identity.broker.OpenIdClient.encoded(parameters)))
                .isEqualTo(new Visit.Stop.Left(MadeUpServices.LOGOUT));
    }
}
