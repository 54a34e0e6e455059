package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.ClientAuth;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Profile;
import fr.socle.identity.keys.JwtAlg;
import fr.socle.identity.keys.JwtEncryption;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The contract of FranceConnect v2 after the sign-in: token, userinfo, checktoken. */
@NullMarked
@PostgresTest
class FranceConnectTokensTests {

    private static final Set<String> SCOPES =
            Set.of("openid", "identite_pivot", "email", "dgfip_rfr");
    private static final String LEA = "Léa Exemplaire";

    @Autowired Clients clients;
    @Autowired JdbcClient db;
    @LocalServerPort int port;

    private Services services = new Services(clients, 0);
    private Client client = Services.none();
    private RelyingParty service = new RelyingParty("", "", "");

    @BeforeEach
    void register() {
        services = new Services(clients, port);
        use(Services.POST);
    }

    private void use(Client.Keys keys) {
        client =
                Services.client(
                        Federation.CITOYENS, SCOPES, keys, Services.rules(Profile.FRANCECONNECT));
        service = services.party(client);
    }

    private Map<String, String> good() {
        return service.strictly("eidas1");
    }

    private Map<String, String> tokenForm() throws IOException {
        var back = service.signIn(SignsIn.browser(), good(), LEA, SignsIn.TAXES);
        var form = service.tokenForm(back.getOrDefault("code", ""));
        form.remove("code_verifier");
        return form;
    }

    @Test
    void theTokenAnswerHasFiveMembersAndTheIdTokenEight() throws Exception {
        var tokens = service.token(tokenForm());
        assertThat(tokens.members())
                .containsOnlyKeys("access_token", "expires_in", "id_token", "scope", "token_type")
                .containsEntry("expires_in", 60);
        var idToken = SignedJWT.parse(tokens.text("id_token"));
        assertThat(idToken.getHeader().toJSONObject()).containsOnlyKeys("alg", "kid");
        assertThat(idToken.getJWTClaimsSet().getClaims())
                .containsOnlyKeys("sub", "acr", "auth_time", "nonce", "aud", "exp", "iat", "iss")
                .containsEntry("acr", "eidas1");
        var again = Map.of("grant_type", "refresh_token", "refresh_token", "abc");
        assertThat(RelyingParty.read(service.posted("/token", again)).text("error"))
                .isEqualTo("unsupported_grant_type");
    }

    @Test
    void theSecretIsNeverTakenFromBasic() throws IOException {
        var code = tokenForm().getOrDefault("code", "");
        assertThat(service.tokenByBasic(code).text("error")).isEqualTo("invalid_client");
    }

    @Test
    void theSecretItselfMaySign() throws Exception {
        use(
                new Client.Keys(
                        ClientAuth.CLIENT_SECRET_POST, null, null, JwtAlg.HS256, null, null, null));
        var form = tokenForm();
        var idToken = SignedJWT.parse(service.token(form).text("id_token"));
        var secret = form.getOrDefault("client_secret", "");
        assertThat(idToken.getHeader().getAlgorithm()).isEqualTo(JwtAlg.HS256.jws());
        assertThat(idToken.verify(new MACVerifier(secret))).isTrue();
    }

    @Test
    void userinfoAndIdTokenComeSignedInsideAnEnvelope() throws Exception {
        var key = new ECKeyGenerator(Curve.P_256).keyID("enc").keyUse(KeyUse.ENCRYPTION).generate();
        use(encrypting(key));
        var tokens = service.token(tokenForm());
        var idToken = opened(tokens.text("id_token"), key);
        var answer =
                service.send(
                        java.net.http.HttpRequest.newBuilder(
                                        java.net.URI.create(
                                                services.issuer(Federation.CITOYENS) + "/userinfo"))
                                .header("Authorization", "Bearer " + tokens.text("access_token"))
                                .GET());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/jwt");
        var claims = opened(answer.body(), key).getJWTClaimsSet().getClaims();
        assertThat(claims)
                .containsKeys("aud", "exp", "iat", "iss", "family_name", "email")
                .containsEntry("sub", idToken.getJWTClaimsSet().getSubject());
    }

    private static Client.Keys encrypting(ECKey key) {
        return new Client.Keys(
                ClientAuth.CLIENT_SECRET_POST,
                null,
                new JWKSet(key.toPublicJWK()).toString(),
                JwtAlg.ES256,
                JwtEncryption.ECDH_ES,
                JwtAlg.ES256,
                JwtEncryption.ECDH_ES);
    }

    private SignedJWT opened(String nested, ECKey key) throws Exception {
        var envelope = JWEObject.parse(nested);
        assertThat(envelope.getHeader().toJSONObject())
                .containsOnlyKeys("alg", "enc", "cty", "kid", "iss", "aud", "epk");
        envelope.decrypt(new ECDHDecrypter(key));
        var signed = envelope.getPayload().toSignedJWT();
        var ours = JWKSet.parse(service.get("/jwks").members());
        var by = ours.getKeyByKeyId(signed.getHeader().getKeyID()).toECKey();
        assertThat(signed.verify(new ECDSAVerifier(by))).isTrue();
        return signed;
    }

    @Test
    void aDataProviderChecksATokenAndThePersonSeesIt() throws Exception {
        var key = new ECKeyGenerator(Curve.P_256).keyID("enc").keyUse(KeyUse.ENCRYPTION).generate();
        var token = service.token(tokenForm()).text("access_token");
        var provider = services.party(dataProvider(encrypting(key)));
        var entries = verifications();
        var answer = provider.posted("/checktoken", Map.of("token", token));
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/token-introspection+jwt");
        assertThat(introspection(answer, key))
                .containsOnlyKeys(
                        "active",
                        "aud",
                        "sub",
                        "iat",
                        "exp",
                        "acr",
                        "jti",
                        "scope",
                        "given_name",
                        "given_name_array",
                        "family_name",
                        "birthdate",
                        "gender",
                        "birthplace",
                        "birthcountry")
                .containsEntry("active", true)
                .containsEntry("aud", client.clientId())
                .containsEntry("scope", "openid");
        assertThat(verifications()).isEqualTo(entries + 1);
        var unknown = provider.posted("/checktoken", Map.of("token", "inconnu"));
        assertThat(introspection(unknown, key)).isEqualTo(Map.of("active", false));
    }

    private long verifications() {
        return db.sql(
                        """
                        SELECT (SELECT count(*) FROM journal.pending WHERE kind = 'identity.verification')
                             + (SELECT count(*) FROM journal.content WHERE kind = 'identity.verification')
                        """)
                .query(Long.class)
                .single();
    }

    private Client dataProvider(Client.Keys keys) {
        var rules = Services.rules(Profile.FRANCECONNECT);
        var asking =
                new Client.Rules(
                        rules.profile(),
                        rules.subjects(),
                        false,
                        false,
                        true,
                        null,
                        Set.of(),
                        true,
                        false,
                        Set.of(),
                        Set.of(),
                        Set.of());
        return Services.client(Federation.CITOYENS, Set.of("openid", "dgfip_rfr"), keys, asking);
    }

    private Map<String, Object> introspection(HttpResponse<String> answer, ECKey key)
            throws Exception {
        var claims = opened(answer.body(), key).getJWTClaimsSet();
        assertThat(claims.getClaims()).containsOnlyKeys("iss", "aud", "iat", "token_introspection");
        return claims.getJSONObjectClaim("token_introspection");
    }

    @ParameterizedTest
    @CsvSource({
        "token,,400,invalid_request",
        "token_type_hint,access_token,400,invalid_request",
        "client_secret,faux,401,invalid_client",
        "client_id,inconnu,401,invalid_client"
    })
    void checktokenTakesNothingElse(String name, @Nullable String value, int status, String error) {
        var provider = services.party(dataProvider(Services.POST));
        var form = new LinkedHashMap<>(Map.of("token", "abc"));
        form.put(name, value == null ? "" : value);
        var answer = provider.posted("/checktoken", form);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(error);
    }

    @Test
    void aServiceThatIsNoDataProviderChecksNothing() {
        assertThat(service.posted("/checktoken", Map.of("token", "abc")).statusCode())
                .isEqualTo(401);
    }
}
