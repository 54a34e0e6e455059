package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import fr.socle.SignsIn;
import fr.socle.identity.MadeUpServices.Service;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.ClientAuth;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.IdTokenHints;
import fr.socle.identity.federation.Profile;
import fr.socle.identity.keys.JwtAlg;
import fr.socle.identity.keys.JwtEncryption;
import fr.socle.identity.sso.FederationSessions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who leaves one service leaves all of them, and the services hear of it. */
@NullMarked
class BackChannelLogoutTests extends LogoutTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    @Autowired Persons persons;
    @Autowired IdTokenHints hints;
    @Autowired FederationSessions sessions;
    @Autowired JdbcClient db;

    private final Listener listener;

    BackChannelLogoutTests() throws IOException {
        listener = new Listener();
    }

    @AfterEach
    void stop() {
        listener.close();
    }

    private Service hearing() {
        return services()
                .register(
                        "Service qui entend",
                        Federation.CITOYENS,
                        MadeUpServices.rules(Profile.FRANCECONNECT, false, listener.address()));
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

    private Service hearing(JwtAlg algorithm, @Nullable ECKey sealedFor) {
        var jwks = sealedFor == null ? null : new JWKSet(sealedFor.toPublicJWK()).toString();
        var sealing = sealedFor == null ? null : JwtEncryption.ECDH_ES;
        var keys =
                new Client.Keys(
                        ClientAuth.CLIENT_SECRET_POST, null, jwks, algorithm, sealing, null, null);
        var rules = MadeUpServices.rules(Profile.FRANCECONNECT, false, listener.address());
        return services().register("Service qui entend", Federation.CITOYENS, keys, rules);
    }

    @ParameterizedTest
    @EnumSource(JwtAlg.class)
    void theTokenIsSignedAsTheServicesIdTokensAre(JwtAlg algorithm) throws Exception {
        var idToken = signedIn(hearing(algorithm, null), true);
        leave(leaving(idToken));
        await().atMost(SOON).untilAsserted(() -> assertThat(listener.heard).hasSize(1));
        var header = listener.heard.getFirst().getHeader();
        assertThat(header.getAlgorithm()).isEqualTo(algorithm.jws());
        assertThat(header.getKeyID()).isEqualTo(SignedJWT.parse(idToken).getHeader().getKeyID());
        assertThat(hints.read(Federation.CITOYENS, listener.texts.getFirst())).isPresent();
    }

    @Test
    void theTokenIsSealedWhereTheIdTokensAre() throws Exception {
        var key = new ECKeyGenerator(Curve.P_256).keyID("e").keyUse(KeyUse.ENCRYPTION).generate();
        leave(leaving(opened(signedIn(hearing(JwtAlg.ES256, key), true), key)));
        await().atMost(SOON).untilAsserted(() -> assertThat(listener.texts).hasSize(1));
        assertThat(listener.heard).isEmpty();
        var inside = opened(listener.texts.getFirst(), key);
        assertThat(SignedJWT.parse(inside).getHeader().getType().getType()).isEqualTo("logout+jwt");
        assertThat(hints.read(Federation.CITOYENS, inside)).isPresent();
    }

    private static String opened(String sealed, ECKey key) throws Exception {
        var envelope = JWEObject.parse(sealed);
        envelope.decrypt(new ECDHDecrypter(key));
        return envelope.getPayload().toString();
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
        assertThat(listener.heard).hasSize(8);
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
