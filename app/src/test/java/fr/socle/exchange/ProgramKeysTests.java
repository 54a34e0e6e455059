package fr.socle.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.socle.directory.Actor;
import fr.socle.exchange.access.Assertions;
import fr.socle.exchange.access.Consumer;
import fr.socle.exchange.access.PublicKeys;
import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.kernel.Parsed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Programs that hold a key instead of a token (RFC 7523). */
@NullMarked
class ProgramKeysTests extends ContractTest {

    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final ECKey key;

    @SuppressWarnings("NullAway.Init") // because JUnit calls aProgram first
    private Consumer program;

    ProgramKeysTests() throws IOException, JOSEException {
        key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
    }

    @BeforeEach
    void aProgram() {
        var set = given("quotient-familial", 1000);
        var on =
                habilitation(
                        organisation("Ville à clé"),
                        set,
                        VALUE,
                        EnumSet.of(RequesterKind.AUTOMATE_SANS_DOSSIER));
        var issued = issue(on, List.of(), new JWKSet(key.toPublicJWK()).toString());
        assertThat(issued.token()).isEmpty();
        program = issued.consumer();
    }

    @Test
    void aSignedAssertionGetsATokenOfTenMinutesOnce() throws Exception {
        var assertion = assertion(UnaryOperator.identity());
        var first = ask(assertion, "client_credentials", TYPE, "");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Cache-Control")).contains("no-store");
        var told = body(first);
        assertThat(told.path("expires_in").asInt()).isEqualTo(600);
        assertThat(told.path("scope").asString("")).isEqualTo("cnaf_quotient_familial");
        var token = told.path("access_token").asString("");
        assertThat(call(token, "/privileges", List.of()).statusCode()).isEqualTo(200);
        refused(assertion);
        consumers.revoke(Actor.CONSOLE, program.id());
        assertThat(codes(call(token, "/privileges", List.of()))).containsExactly("00105");
        refused(assertion(UnaryOperator.identity()));
    }

    @Test
    void aProgramGetsNoTokenFromElsewhereThanItsNetworks() throws Exception {
        db.sql("UPDATE exchange.consumer SET networks = '{192.0.2.0/24}' WHERE id = :id")
                .param("id", program.id())
                .update();
        refused(assertion(UnaryOperator.identity()));
        db.sql("UPDATE exchange.consumer SET networks = '{127.0.0.0/8,::1}' WHERE id = :id")
                .param("id", program.id())
                .update();
        var assertion = assertion(UnaryOperator.identity());
        assertThat(ask(assertion, "client_credentials", TYPE, "").statusCode()).isEqualTo(200);
    }

    @Test
    void aWrongAssertionGetsNothing() throws Exception {
        var now = Instant.now();
        refused(assertion(it -> it.audience("https://ailleurs.example/token")));
        refused(assertion(it -> it.issuer("quelqu’un")));
        refused(
                assertion(
                        it ->
                                it.subject(UUID.randomUUID().toString())
                                        .issuer(it.getClaims().get("sub") + "")));
        refused(assertion(it -> it.expirationTime(Date.from(now.minusSeconds(1)))));
        refused(assertion(it -> it.expirationTime(Date.from(now.plusSeconds(3600)))));
        refused(assertion(it -> it.expirationTime(null)));
        refused(assertion(it -> it.issueTime(Date.from(now.plusSeconds(600)))));
        refused(assertion(it -> it.jwtID(null)));
        refused(signed(claims().build(), new ECKeyGenerator(Curve.P_256).keyID("k1").generate()));
        refused("x");
        refused("x".repeat(9000));
    }

    @Test
    void aWrongRequestIsToldToTheProgram() throws Exception {
        var good = assertion(UnaryOperator.identity());
        assertThat(error(ask(good, "password", TYPE, ""))).isEqualTo("unsupported_grant_type");
        assertThat(error(ask(good, "client_credentials", "autre", ""))).isEqualTo("invalid_client");
        assertThat(error(ask(good, "client_credentials", TYPE, "&client_id=" + UUID.randomUUID())))
                .isEqualTo("invalid_client");
        assertThat(error(ask(good, "client_credentials", TYPE, "&grant_type=client_credentials")))
                .isEqualTo("invalid_request");
    }

    @Test
    void onlyStrongPublicKeysAreTaken() {
        assertThat(PublicKeys.parse(new JWKSet(key.toPublicJWK()).toString()))
                .isInstanceOf(Parsed.Valid.class);
        for (var wrong :
                List.of(
                        "{",
                        "{\"keys\":[]}",
                        "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}",
                        new JWKSet(key).toString(false),
                        "x".repeat(20_001))) {
            assertThat(PublicKeys.parse(wrong)).as(wrong).isInstanceOf(Parsed.Invalid.class);
        }
    }

    private void refused(String assertion) throws Exception {
        var response = ask(assertion, "client_credentials", TYPE, "");
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(error(response)).isEqualTo("invalid_client");
    }

    private static String error(HttpResponse<byte[]> response) {
        return body(response).path("error").asString("");
    }

    private JWTClaimsSet.Builder claims() {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(program.id().toString())
                .subject(program.id().toString())
                .audience("http://localhost:" + port + Assertions.PATH)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)));
    }

    private String assertion(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed(change.apply(claims()).build(), key);
    }

    private static String signed(JWTClaimsSet claims, ECKey with) throws JOSEException {
        var jwt =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k1").build(), claims);
        jwt.sign(new ECDSASigner(with));
        return jwt.serialize();
    }

    private HttpResponse<byte[]> ask(String assertion, String grant, String type, String more)
            throws IOException, InterruptedException {
        var form =
                "grant_type="
                        + encoded(grant)
                        + "&client_assertion_type="
                        + encoded(type)
                        + "&client_assertion="
                        + encoded(assertion)
                        + more;
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + Assertions.PATH))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        return http.send(request, BodyHandlers.ofByteArray());
    }
}
