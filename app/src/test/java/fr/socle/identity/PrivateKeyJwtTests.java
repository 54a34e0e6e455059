package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import fr.socle.PostgresTest;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.ClientAuth;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Profile;
import fr.socle.identity.keys.JwtAlg;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Services that prove themselves by a signature: what proves, and what does not. */
@NullMarked
@PostgresTest
class PrivateKeyJwtTests {

    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final ECKey KEY = key("a");

    @Autowired Clients clients;
    @LocalServerPort int port;

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException broken) {
            throw new AssertionError(broken);
        }
    }

    private Client registered(@Nullable String jwksUri, @Nullable String jwks) {
        var keys =
                new Client.Keys(
                        ClientAuth.PRIVATE_KEY_JWT, jwksUri, jwks, JwtAlg.ES256, null, null, null);
        var client =
                Services.client(
                        Federation.CITOYENS,
                        Set.of("openid"),
                        keys,
                        Services.rules(Profile.OPENID));
        clients.register(client);
        return client;
    }

    private Client registered() {
        return registered(null, new JWKSet(KEY.toPublicJWK()).toString());
    }

    private String issuer() {
        return new Services(clients, port).issuer(Federation.CITOYENS);
    }

    private JWTClaimsSet.Builder claims(Client client) {
        return new JWTClaimsSet.Builder()
                .issuer(client.clientId())
                .subject(client.clientId())
                .audience(issuer())
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(Instant.now().plusSeconds(60)));
    }

    private static String signed(JWTClaimsSet claims, ECKey key) {
        try {
            var jwt =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                            claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException broken) {
            throw new AssertionError(broken);
        }
    }

    /** Whoever is believed is told that the code is wrong, anybody else that he is nobody. */
    private String error(String assertion, Map<String, String> more) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", "inconnu-" + UUID.randomUUID());
        form.put("redirect_uri", "https://service.example/retour");
        form.put("client_assertion_type", TYPE);
        form.put("client_assertion", assertion);
        form.putAll(more);
        var caller = new RelyingParty(issuer(), "", "");
        return RelyingParty.read(caller.send(caller.post("/token", form))).text("error");
    }

    private String error(String assertion) {
        return error(assertion, Map.of());
    }

    @Test
    void anAssertionProvesOnce() {
        var client = registered();
        var assertion = signed(claims(client).build(), KEY);
        assertThat(error(assertion)).isEqualTo("invalid_grant");
        assertThat(error(assertion)).isEqualTo("invalid_client");
        var forToken = claims(client).audience(issuer() + "/token").build();
        assertThat(error(signed(forToken, KEY), Map.of("client_id", client.clientId())))
                .isEqualTo("invalid_grant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audience",
                "two audiences",
                "issuer",
                "expired",
                "too long",
                "no id",
                "no end",
                "not yet",
                "another key"
            })
    void aWrongAssertionProvesNothing(String fault) {
        var client = registered();
        var claims = claims(client);
        var now = Instant.now();
        switch (fault) {
            case "audience" -> claims.audience("https://ailleurs.example");
            case "two audiences" -> claims.audience(List.of(issuer(), "https://ailleurs.example"));
            case "issuer" -> claims.issuer("un-autre");
            case "expired" -> claims.expirationTime(Date.from(now.minusSeconds(60)));
            case "too long" -> claims.expirationTime(Date.from(now.plusSeconds(3600)));
            case "no id" -> claims.jwtID(null);
            case "no end" -> claims.expirationTime(null);
            case "not yet" -> claims.notBeforeTime(Date.from(now.plusSeconds(300)));
            default -> {}
        }
        var by = fault.equals("another key") ? key("a") : KEY;
        assertThat(error(signed(claims.build(), by))).isEqualTo("invalid_client");
    }

    @Test
    void noOtherAlgorithmIsTaken() throws Exception {
        var client = registered();
        var byPublicKey = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims(client).build());
        byPublicKey.sign(
                new MACSigner(KEY.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
        assertThat(error(byPublicKey.serialize())).isEqualTo("invalid_client");
        assertThat(error(new PlainJWT(claims(client).build()).serialize()))
                .isEqualTo("invalid_client");
        assertThat(error("rien.du.tout")).isEqualTo("invalid_client");
        assertThat(error("a".repeat(9000))).isEqualTo("invalid_request");
    }

    @Test
    void aSecretProvesNothingForSuchAService() {
        var client = registered();
        var secret = clients.renewSecret(client.clientId());
        var caller = new RelyingParty(issuer(), client.clientId(), secret);
        var form = Map.of("grant_type", "authorization_code", "code", "inconnu");
        assertThat(RelyingParty.read(caller.posted("/token", form)).text("error"))
                .isEqualTo("invalid_client");
        var assertion = signed(claims(client).build(), KEY);
        assertThat(error(assertion, Map.of("client_secret", secret))).isEqualTo("invalid_client");
        assertThat(error(assertion, Map.of("client_id", "un-autre"))).isEqualTo("invalid_client");
        assertThat(error(assertion, Map.of("client_assertion_type", "autre")))
                .isEqualTo("invalid_client");
    }

    @Test
    void keysAreFetchedAndHugeOnesAreNot() throws IOException {
        var small = new JWKSet(KEY.toPublicJWK()).toString();
        var huge = small.substring(0, small.length() - 1) + " ".repeat(70_000) + "}";
        for (var it :
                List.of(Map.entry(small, "invalid_grant"), Map.entry(huge, "invalid_client"))) {
            var server = serving(it.getKey());
            try {
                var client =
                        registered("http://127.0.0.1:" + server.getAddress().getPort() + "/", null);
                assertThat(error(signed(claims(client).build(), KEY))).isEqualTo(it.getValue());
            } finally {
                server.stop(0);
            }
        }
        var down = registered("http://127.0.0.1:9/", null);
        assertThat(error(signed(claims(down).build(), KEY))).isEqualTo("invalid_client");
    }

    @Test
    void aPrivateKeyThatIsPublishedProvesNothing() {
        var client = registered(null, new JWKSet(KEY).toString(false));
        assertThat(error(signed(claims(client).build(), KEY))).isEqualTo("invalid_client");
    }

    @Test
    void keysOfAnInnerAddressAreNotFetched() {
        for (var address : List.of("http://10.255.255.1/", "https://169.254.169.254/latest")) {
            var client = registered(address, null);
            var began = Instant.now();
            assertThat(error(signed(claims(client).build(), KEY))).isEqualTo("invalid_client");
            // because nobody waits for an address that is not gone to
            assertThat(Instant.now()).isBefore(began.plusSeconds(3));
        }
    }

    @Test
    void aClockMayBeHalfAMinuteWrong() {
        var client = registered();
        var now = Instant.now();
        var slow = claims(client).expirationTime(Date.from(now.minusSeconds(15))).build();
        assertThat(error(signed(slow, KEY))).isEqualTo("invalid_grant");
        var fast = claims(client).notBeforeTime(Date.from(now.plusSeconds(15))).build();
        assertThat(error(signed(fast, KEY))).isEqualTo("invalid_grant");
        var slower = claims(client).expirationTime(Date.from(now.minusSeconds(45))).build();
        assertThat(error(signed(slower, KEY))).isEqualTo("invalid_client");
    }

    @Test
    void aSlowAddressIsReadOnceForAllAndTakesFewThreads() throws Exception {
        var knocks = new AtomicInteger();
        var small = new JWKSet(KEY.toPublicJWK()).toString();
        var server =
                serving(
                        () -> {
                            knocks.incrementAndGet();
                            LockSupport.parkNanos(3_000_000_000L);
                            return small;
                        });
        var client = registered("http://127.0.0.1:" + server.getAddress().getPort() + "/", null);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var errors =
                    IntStream.range(0, 32)
                            .mapToObj(_ -> signed(claims(client).build(), KEY))
                            .map(it -> threads.submit(() -> error(it)))
                            .toList();
            int believed = 0;
            for (var it : errors) {
                believed += it.get().equals("invalid_grant") ? 1 : 0;
            }
            assertThat(believed).isBetween(20, 32);
            assertThat(knocks).hasValue(1);
            assertThat(error(signed(claims(client).build(), KEY))).isEqualTo("invalid_grant");
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer serving(String content) throws IOException {
        return serving(() -> content);
    }

    private static HttpServer serving(Supplier<String> content) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    var bytes = content.get().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, bytes.length);
                    try (var out = exchange.getResponseBody()) {
                        out.write(bytes);
                    }
                });
        server.start();
        return server;
    }
}
