package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.identity.MadeUpServices.Service;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Profile;
import fr.socle.identity.sso.FederationSessions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who leaves one service leaves all of them, and the services hear of it. */
@NullMarked
@PostgresTest
class BackChannelLogoutTests {

    private static final String LEA = "Léa Exemplaire";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    @Autowired Clients clients;
    @Autowired Persons persons;
    @Autowired FederationSessions sessions;
    @Autowired JdbcClient db;
    @LocalServerPort int port;

    private final Visit visit = new Visit();
    private final Listener listener;

    BackChannelLogoutTests() throws IOException {
        listener = new Listener();
    }

    @AfterEach
    void stop() {
        listener.close();
    }

    private MadeUpServices services() {
        return new MadeUpServices(clients, port);
    }

    private Service hearing() {
        return services()
                .register(
                        "Service qui entend",
                        Federation.CITOYENS,
                        MadeUpServices.rules(Profile.FRANCECONNECT, false, listener.address()));
    }

    private String base() {
        return "http://localhost:" + port;
    }

    /** The id_token of a sign-in in this browser, by the provider or by the session. */
    private String signedIn(Service service, boolean first) throws IOException {
        if (first) {
            return service.idToken(visit.signIn(service, LEA).code());
        }
        var consent = visit.open(service.authorize()).page();
        return service.idToken(visit.press(consent, "Continuer vers").code());
    }

    private Visit.Stop leave(Map<String, String> parameters) throws IOException {
        return visit.open(
                services().issuer(Federation.CITOYENS)
                        + "/session/end?"
                        + fr.socle.identity.broker.OpenIdClient.encoded(parameters));
    }

    private Map<String, String> leaving(String idToken) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("id_token_hint", idToken);
        parameters.put("post_logout_redirect_uri", MadeUpServices.LOGOUT);
        parameters.put("state", "un-état");
        return parameters;
    }

    private boolean isSignedIn(Service service) throws IOException {
        return visit.open(service.authorize())
                .page()
                .asNormalizedText()
                .contains("Vous allez partager");
    }

    @Test
    void leavingOneServiceIsToldToTheOtherByASignedToken() throws Exception {
        var other = hearing();
        var otherToken = MadeUpServices.claims(signedIn(other, true));
        var one = services().strict("Cantine");
        var idToken = signedIn(one, false);
        assertThat(leave(leaving(idToken)))
                .isEqualTo(new Visit.Stop.Left(MadeUpServices.LOGOUT + "?state=un-%C3%A9tat"));
        await().atMost(SOON).untilAsserted(() -> assertThat(listener.heard).hasSize(1));
        var token = listener.heard.getFirst();
        var key = JWKSet.parse(one.party().get("/jwks").members());
        assertThat(
                        token.verify(
                                new ECDSAVerifier(
                                        key.getKeyByKeyId(token.getHeader().getKeyID()).toECKey())))
                .isTrue();
        assertThat(token.getHeader().getType().getType()).isEqualTo("logout+jwt");
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(services().issuer(Federation.CITOYENS));
        assertThat(claims.getAudience()).containsExactly(other.client().clientId());
        assertThat(claims.getSubject()).isEqualTo(otherToken.getSubject());
        assertThat(claims.getStringClaim("sid")).isEqualTo(otherToken.getStringClaim("sid"));
        assertThat(claims.getJSONObjectClaim("events")).containsOnlyKeys(EVENT);
        assertThat(claims.getClaims()).doesNotContainKey("nonce").containsKeys("iat", "exp", "jti");
        assertThat(claims.getExpirationTime().toInstant()).isBefore(Instant.now().plusSeconds(121));
        assertThat(isSignedIn(one)).isFalse();
    }

    @Test
    void eachServiceKnowsTheSessionByANameOfItsOwn() throws Exception {
        var one = services().standard("Cantine");
        var other = services().standard("Crèche");
        var sid = MadeUpServices.claims(signedIn(one, true)).getStringClaim("sid");
        assertThat(sid).isNotEmpty();
        assertThat(MadeUpServices.claims(signedIn(other, false)).getStringClaim("sid"))
                .isNotEmpty()
                .isNotEqualTo(sid);
        var strict = services().strict("Sans annonce");
        assertThat(MadeUpServices.claims(signedIn(strict, false)).getClaims())
                .doesNotContainKey("sid");
    }

    @Test
    void aServiceThatIsDownIsToldLater() throws Exception {
        listener.status = 503;
        var service = hearing();
        leave(leaving(signedIn(service, true)));
        await().atMost(SOON).untilAsserted(() -> assertThat(listener.heard).hasSize(1));
        listener.status = 204;
        await().atMost(SOON).untilAsserted(() -> assertThat(listener.heard).hasSize(2));
        assertThat(listener.heard.get(1).getJWTClaimsSet().getJWTID())
                .isNotEqualTo(listener.heard.getFirst().getJWTClaimsSet().getJWTID());
        await().atMost(SOON).untilAsserted(() -> assertThat(waiting(service)).isZero());
    }

    @Test
    void aServiceThatNeverAnswersIsGivenUp() throws Exception {
        listener.status = 400;
        var service = hearing();
        leave(leaving(signedIn(service, true)));
        await().atMost(SOON).untilAsserted(() -> assertThat(listener.heard).hasSize(1));
        await().atMost(SOON)
                .untilAsserted(
                        () -> {
                            db.sql(
                                            """
                                            UPDATE identity.logout_notice SET due_at = now() WHERE client_id = :id
                                            """)
                                    .param("id", service.client().clientId())
                                    .update();
                            assertThat(waiting(service)).isZero();
                        });
        assertThat(listener.heard).hasSize(7);
    }

    private long waiting(Service service) {
        return db.sql("SELECT count(*) FROM identity.logout_notice WHERE client_id = :id")
                .param("id", service.client().clientId())
                .query(Long.class)
                .single();
    }

    @Test
    void leavingAfterTheSessionExpiredStillReachesEveryService() throws IOException {
        var other = hearing();
        signedIn(other, true);
        var one = services().strict("Cantine");
        var idToken = signedIn(one, false);
        db.sql(
                        """
                        UPDATE identity.federation_session SET expires_at = now()
                         WHERE id IN (SELECT session FROM identity.session_service WHERE client_id = :id)
                        """)
                .param("id", one.client().clientId())
                .update();
        assertThat(leave(leaving(idToken))).isInstanceOf(Visit.Stop.Left.class);
        await().atMost(SOON).untilAsserted(() -> assertThat(listener.heard).hasSize(1));
    }

    @Test
    void endingAllOfAPersonsSessionsEndsOursTokensAndTellsServices() throws IOException {
        var browser = SignsIn.browser();
        SignsIn.usager(browser, base(), "Ylan Modèle");
        var service = hearing();
        var elsewhere = new Visit();
        var code = elsewhere.signIn(service, "Ylan Modèle").code();
        var tokens = service.tokens(code);
        var sub = MadeUpServices.claims(tokens.text("id_token")).getSubject();
        var person = persons.personOf(service.client().clientId(), sub).orElseThrow();
        sessions.endAllOf(person);
        assertThat(service.party().userinfo(tokens.text("access_token")).status()).isEqualTo(401);
        HtmlPage home = browser.getPage(base() + "/");
        assertThat(home.asNormalizedText()).doesNotContain("Ylan");
        await().atMost(SOON).untilAsserted(() -> assertThat(listener.heard).hasSize(1));
    }

    @Test
    void endingAServicesSessionsLeavesTheOthers() throws IOException {
        var closed = hearing();
        signedIn(closed, true);
        var other = services().strict("Crèche");
        var code = visit.press(visit.open(other.authorize()).page(), "Continuer vers").code();
        sessions.endAllOf(Federation.CITOYENS, closed.client().clientId());
        assertThat(other.idToken(code)).contains(".");
        await().atMost(SOON).untilAsserted(() -> assertThat(listener.heard).hasSize(1));
        assertThat(isSignedIn(other)).isTrue();
    }
}
