package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import fr.socle.SignsIn;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.keys.SigningKeys;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The citizens' provider, as a service outside the house meets it. */
@NullMarked
class ProtocolTests extends ProtocolTest {

    @Autowired SigningKeys keys;
    @Autowired Persons persons;
    @Autowired JdbcClient db;

    @Test
    void discoveryAndKeysSayWhatIsSo() throws Exception {
        var discovery = service.get("/.well-known/openid-configuration").members();
        assertThat(discovery)
                .containsEntry("issuer", issuer())
                .containsEntry(
                        "id_token_signing_alg_values_supported", List.of("ES256", "RS256", "HS256"))
                .containsEntry("code_challenge_methods_supported", List.of("S256"));
        var published = JWKSet.parse(service.get("/jwks").members()).getKeys();
        assertThat(published).isNotEmpty().noneMatch(JWK::isPrivate);
    }

    @Test
    void aServiceGetsWhatItAskedForAndNothingElse() throws Exception {
        var back = signIn(LEA);
        assertThat(back).containsEntry("state", service.state).containsEntry("iss", issuer());
        var tokens = service.token(service.tokenForm(back.getOrDefault("code", "")));
        assertThat(tokens.members().keySet())
                .containsExactlyInAnyOrder(
                        "access_token", "token_type", "expires_in", "scope", "id_token");
        var idToken = SignedJWT.parse(tokens.text("id_token"));
        var key =
                JWKSet.parse(service.get("/jwks").members())
                        .getKeyByKeyId(idToken.getHeader().getKeyID());
        assertThat(idToken.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
        assertThat(idToken.getJWTClaimsSet().getClaims())
                .containsEntry("nonce", service.nonce)
                .containsEntry("iss", issuer())
                .containsKeys("acr", "auth_time", "exp", "iat", "aud", "sub")
                .doesNotContainKeys("given_name", "email");
        var claims = service.userinfo(tokens.text("access_token")).members();
        assertThat(claims.keySet())
                .containsExactlyInAnyOrder(
                        "sub",
                        "given_name",
                        "given_name_array",
                        "family_name",
                        "birthdate",
                        "gender",
                        "birthplace",
                        "birthcountry",
                        "email");
        assertThat(claims).containsEntry("sub", idToken.getJWTClaimsSet().getSubject());
    }

    @Test
    void aPresumedBirthDateIsCompletedForServices() throws IOException {
        var tokens = tokens(signIn("Salma Inventée"));
        assertThat(service.userinfo(tokens.text("access_token")).members())
                .containsEntry("birthdate", "1962-01-01")
                .doesNotContainKey("birthplace");
    }

    @Test
    void servicesOfTwoSectorsCannotCompareTheirSubjects() throws IOException {
        var one = tokens(signIn(LEA));
        var other = serviceOf(clientId + "-autre", clientId + "-autre");
        var same = serviceOf(clientId + "-meme", clientId);
        var sub = service.userinfo(one.text("access_token")).text("sub");
        assertThat(subOf(other)).isNotEqualTo(sub);
        assertThat(subOf(same)).isEqualTo(sub);
        assertThat(persons.personOf(clientId, sub)).isPresent();
        assertThat(persons.personOf(clientId + "-autre", sub)).isEmpty();
    }

    private static String subOf(RelyingParty party) throws IOException {
        var back = party.signIn(SignsIn.browser(), LEA, SignsIn.POST);
        var tokens = party.token(party.tokenForm(back.getOrDefault("code", "")));
        return party.userinfo(tokens.text("access_token")).text("sub");
    }

    @Test
    void theSecretComesInTheOneWayThatWasRegistered() throws IOException {
        var code = signIn(LEA).getOrDefault("code", "");
        assertThat(service.tokenByBasic(code).text("error")).isEqualTo("invalid_client");
        db.sql("UPDATE identity.client SET auth = 'client_secret_basic' WHERE client_id = :id")
                .param("id", clientId)
                .update();
        aSecondLater();
        assertThat(service.token(service.tokenForm(code)).text("error"))
                .isEqualTo("invalid_client");
        assertThat(service.tokenByBasic(code).status()).isEqualTo(200);
    }

    /** What was read of a service is believed for a second. */
    private static void aSecondLater() {
        try {
            Thread.sleep(1100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aCodeThatComesTwiceTakesBackWhatItGave() throws IOException {
        var back = signIn(LEA);
        var tokens = tokens(back);
        assertThat(service.userinfo(tokens.text("access_token")).status()).isEqualTo(200);
        var again = service.token(service.tokenForm(back.getOrDefault("code", "")));
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.text("error")).isEqualTo("invalid_grant");
        assertThat(service.userinfo(tokens.text("access_token")).status()).isEqualTo(401);
    }

    @Test
    void aTokenOfOneFederationOpensNothingAtTheOther() throws IOException {
        var token = tokens(signIn(LEA)).text("access_token");
        var agents = new RelyingParty(issuer().replace("/citoyens/", "/agents/"), clientId, "");
        assertThat(agents.userinfo(token).status()).isEqualTo(401);
        assertThat(service.userinfo(token).status()).isEqualTo(200);
    }

    @Test
    void aTokenEndsWithTheServiceThatGotIt() throws IOException {
        var token = tokens(signIn(LEA)).text("access_token");
        db.sql("UPDATE identity.client SET active = false WHERE client_id = :id")
                .param("id", clientId)
                .update();
        assertThat(service.userinfo(token).status()).isEqualTo(401);
    }

    @Test
    void aCodeAndATokenAgeFast() throws IOException {
        var back = signIn(LEA);
        db.sql("UPDATE identity.sign_in SET code_until = now() WHERE client_id = :id")
                .param("id", clientId)
                .update();
        assertThat(tokens(back).text("error")).isEqualTo("invalid_grant");
        var later = tokens(signIn(LEA));
        db.sql("UPDATE identity.sign_in SET token_until = now() WHERE client_id = :id")
                .param("id", clientId)
                .update();
        assertThat(service.userinfo(later.text("access_token")).status()).isEqualTo(401);
        assertThat(service.userinfo("rien").status()).isEqualTo(401);
    }

    @Test
    void aServiceThatIsCutOffIsUnknownASecondLater() throws IOException {
        var back = signIn(LEA);
        db.sql("UPDATE identity.client SET active = false WHERE client_id = :id")
                .param("id", clientId)
                .update();
        aSecondLater();
        assertThat(tokens(back).status()).isEqualTo(401);
        assertThat(service.ask(service.parameters()).statusCode()).isEqualTo(400);
    }

    @Test
    void theNextKeyIsPublishedBeforeItSigns() throws Exception {
        var before = tokens(signIn(LEA)).text("id_token");
        keys.rotate(Federation.CITOYENS.code());
        var published = JWKSet.parse(service.get("/jwks").members());
        var after = tokens(signIn(LEA)).text("id_token");
        assertThat(published.getKeys()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(SignedJWT.parse(after).getHeader().getKeyID())
                .isEqualTo(SignedJWT.parse(before).getHeader().getKeyID());
    }

    @Test
    void leavingLeadsBackOnlyToADeclaredAddress() throws IOException {
        var idToken = tokens(signIn(LEA)).text("id_token");
        var good = end(idToken, "http://127.0.0.1:9/");
        assertThat(good.headers().firstValue("Location"))
                .contains("http://127.0.0.1:9/?state=" + service.state);
        assertThat(end(idToken, "https://voleur.example/").statusCode()).isEqualTo(400);
        assertThat(end("faux", "http://127.0.0.1:9/").statusCode()).isEqualTo(400);
    }

    private java.net.http.HttpResponse<String> end(String idToken, String to) {
        var query =
                fr.socle.identity.broker.OpenIdClient.encoded(
                        Map.of(
                                "id_token_hint", idToken,
                                "post_logout_redirect_uri", to,
                                "state", service.state));
        return service.send(
                java.net.http.HttpRequest.newBuilder(
                                java.net.URI.create(issuer() + "/session/end?" + query))
                        .GET());
    }

    private RelyingParty.Answer tokens(Map<String, String> back) {
        return service.token(service.tokenForm(back.getOrDefault("code", "")));
    }
}
