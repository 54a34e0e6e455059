package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jwt.SignedJWT;
import fr.socle.PostgresTest;
import fr.socle.identity.LyingProvider.Mood;
import fr.socle.identity.broker.Broker;
import fr.socle.identity.broker.Endpoints;
import fr.socle.identity.broker.Provider.Protocol;
import fr.socle.identity.broker.ProviderAuth;
import fr.socle.identity.broker.UserinfoForm;
import fr.socle.identity.federation.Acr;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The forms in which providers speak, and what they learn from us. */
@NullMarked
@PostgresTest
class UpstreamFormsTests {

    @Autowired Broker broker;
    @LocalServerPort int port;

    private final Upstream upstream = new Upstream();

    @AfterEach
    void stop() {
        upstream.close();
    }

    private void register(UserinfoForm form) {
        var protocol = new Protocol(ProviderAuth.CLIENT_SECRET_POST, form, null, null);
        broker.add(upstream.usagers(protocol, Acr.EIDAS1), Upstream.SECRET, 9);
    }

    private JWKSet published() throws Exception {
        var address = "http://localhost:" + port + "/citoyens/api/v2/client/.well-known/keys";
        return JWKSet.load(URI.create(address).toURL());
    }

    private void encrypt() throws Exception {
        register(UserinfoForm.ENCRYPTED);
        upstream.provider.signs = true;
        upstream.provider.encryptsFor =
                published().getKeys().stream()
                        .filter(it -> it.getKeyUse() == KeyUse.ENCRYPTION)
                        .filter(ECKey.class::isInstance)
                        .map(JWK::toECKey)
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void aSignedUserinfoIsRead() throws IOException {
        register(UserinfoForm.SIGNED);
        upstream.provider.signs = true;
        assertThat(upstream.comeBack(port).asNormalizedText()).contains("Exemplaire");
    }

    @Test
    void anEncryptedUserinfoIsRead() throws Exception {
        encrypt();
        assertThat(upstream.comeBack(port).asNormalizedText()).contains("Exemplaire");
    }

    @ParameterizedTest
    @CsvSource({
        "SIGNED,USERINFO_UNSIGNED",
        "SIGNED,USERINFO_OTHER_KEY",
        "ENCRYPTED,USERINFO_UNSIGNED",
        "ENCRYPTED,USERINFO_OTHER_KEY",
        "ENCRYPTED,USERINFO_ZIPPED"
    })
    void aUserinfoOfAnotherFormThanAgreedIsRefused(UserinfoForm form, Mood mood) throws Exception {
        if (form == UserinfoForm.ENCRYPTED) {
            encrypt();
        } else {
            register(form);
        }
        upstream.provider.signs = true;
        upstream.provider.mood = mood;
        assertThat(upstream.comeBack(port).asNormalizedText())
                .contains("n’est pas fiable", "Y020027");
    }

    @Test
    void aPlainUserinfoIsRefusedWhereASignedOneIsAgreed() throws IOException {
        register(UserinfoForm.SIGNED);
        assertThat(upstream.comeBack(port).asNormalizedText()).contains("Y020027");
    }

    @Test
    void theHouseProvesItselfByItsOwnKeyToAProviderWithoutDiscovery() throws Exception {
        var issuer = upstream.provider.issuer();
        var protocol =
                new Protocol(
                        ProviderAuth.PRIVATE_KEY_JWT,
                        UserinfoForm.JSON,
                        new Endpoints(
                                issuer + "/authorize",
                                issuer + "/token",
                                issuer + "/userinfo",
                                issuer + "/jwks",
                                ""),
                        "ES256");
        broker.add(upstream.usagers(protocol, Acr.EIDAS1), Upstream.SECRET, 9);
        assertThat(upstream.comeBack(port).asNormalizedText()).contains("Exemplaire");
        var form = form("/token");
        assertThat(form).doesNotContainKey("client_secret");
        var assertion = SignedJWT.parse(form.get("client_assertion"));
        var key = published().getKeyByKeyId(assertion.getHeader().getKeyID());
        assertThat(assertion.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
        var claims = assertion.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("socle-essai").isEqualTo(claims.getSubject());
        assertThat(claims.getAudience()).containsExactly(issuer);
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(claims.getExpirationTime()).isAfter(new Date());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://10.255.255.1", "https://169.254.169.254", "http://[fd00::1]"})
    void aProviderWhoseAddressesLeadInsideIsNotCalled(String inside) throws IOException {
        var issuer = upstream.provider.issuer();
        var endpoints =
                new Endpoints(
                        issuer + "/authorize",
                        inside + "/token",
                        inside + "/userinfo",
                        inside + "/jwks",
                        "");
        var protocol =
                new Protocol(
                        ProviderAuth.CLIENT_SECRET_POST, UserinfoForm.JSON, endpoints, "ES256");
        broker.add(upstream.usagers(protocol, Acr.EIDAS1), Upstream.SECRET, 9);
        var asked = upstream.leave(upstream.choice(port));
        var began = Instant.now();
        assertThat(upstream.comeBack(asked).asNormalizedText()).contains("ne répond pas");
        // because nobody waits for an address that is not gone to
        assertThat(Instant.now()).isBefore(began.plusSeconds(5));
    }

    @Test
    void noPrivateKeyIsPublished() throws Exception {
        assertThat(published().getKeys()).hasSizeGreaterThanOrEqualTo(3).noneMatch(JWK::isPrivate);
    }

    @Test
    void theProviderIsNotToldTheService() throws IOException {
        register(UserinfoForm.JSON);
        var choice = upstream.choice(port);
        var gone = upstream.stopped(choice, upstream.label);
        assertThat(gone.getWebResponse().getResponseHeaderValue("Referrer-Policy"))
                .isEqualTo("no-referrer");
        var asked = Upstream.asked(gone);
        assertThat(asked.keySet())
                .containsExactlyInAnyOrder(
                        "response_type",
                        "client_id",
                        "redirect_uri",
                        "scope",
                        "state",
                        "nonce",
                        "code_challenge",
                        "code_challenge_method",
                        "prompt",
                        "acr_values");
        assertThat(asked)
                .containsEntry(
                        "redirect_uri",
                        "http://localhost:" + port + "/citoyens/api/v2/oidc-callback")
                .containsEntry("prompt", "login")
                .containsEntry("acr_values", "eidas1")
                .containsEntry("scope", "openid profile email birth");
        var again = upstream.leave(choice);
        assertThat(again.get("state")).isNotEqualTo(asked.get("state"));
        assertThat(again.get("nonce")).isNotEqualTo(asked.get("nonce"));
        upstream.comeBack(again);
        // everything that reached the provider, to the last byte
        var all = asked + " " + upstream.provider.received;
        assertThat(upstream.provider.received).hasSizeGreaterThanOrEqualTo(2);
        assertThat(all).doesNotContain("socle-usagers", "retour=", "connexion/usager");
        assertThat(upstream.provider.received).allSatisfy(it -> assertThat(it.referrer()).isNull());
    }

    private Map<String, String> form(String path) {
        var body =
                upstream.provider.received.stream()
                        .filter(it -> it.line().startsWith(path))
                        .findFirst()
                        .orElseThrow()
                        .body();
        var form = new HashMap<String, String>();
        for (var pair : body.split("&")) {
            form.put(
                    pair.split("=", 2)[0],
                    URLDecoder.decode(pair.split("=", 2)[1], StandardCharsets.UTF_8));
        }
        return form;
    }
}
