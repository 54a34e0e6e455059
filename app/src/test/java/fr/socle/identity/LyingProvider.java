package fr.socle.identity;

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
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.NullMarked;
import tools.jackson.databind.json.JsonMapper;

/** An outside provider that does as it is told: tell the truth, lie, be slow, be down. */
@NullMarked
final class LyingProvider implements AutoCloseable {

    /** What it does wrong. */
    enum Mood {
        HONEST,
        WRONG_NONCE,
        WRONG_AUDIENCE,
        WRONG_ISSUER,
        WRONG_KEY,
        EXPIRED,
        NO_SIGNATURE,
        OTHER_SUBJECT,
        NO_BIRTHPLACE,
        NO_JSON,
        SLOW,
        DOWN
    }

    private final HttpServer server;
    private final ECKey key;
    private final ECKey otherKey;
    volatile Mood mood = Mood.HONEST;
    volatile String nonce = "";
    volatile Map<String, Object> person = Map.of();

    LyingProvider() throws IOException, JOSEException {
        key = new ECKeyGenerator(Curve.P_256).keyID("a").generate();
        otherKey = new ECKeyGenerator(Curve.P_256).keyID("a").generate();
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/.well-known/openid-configuration", it -> answer(it, discovery()));
        server.createContext(
                "/jwks", it -> answer(it, new JWKSet(key.toPublicJWK()).toJSONObject()));
        server.createContext("/token", this::token);
        server.createContext("/userinfo", it -> answer(it, userinfo()));
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Map<String, Object> discovery() {
        return Map.of(
                "issuer",
                issuer(),
                "authorization_endpoint",
                issuer() + "/authorize",
                "token_endpoint",
                issuer() + "/token",
                "userinfo_endpoint",
                issuer() + "/userinfo",
                "jwks_uri",
                issuer() + "/jwks",
                "response_types_supported",
                List.of("code"),
                "subject_types_supported",
                List.of("public"),
                "id_token_signing_alg_values_supported",
                List.of("ES256"));
    }

    private void token(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        switch (mood) {
            case DOWN -> send(exchange, 503, "{}");
            case NO_JSON -> send(exchange, 200, "<html>");
            case SLOW -> {
                sleep();
                answer(exchange, tokens());
            }
            default -> answer(exchange, tokens());
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(Duration.ofSeconds(9));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Object> tokens() {
        return Map.of("access_token", "t", "token_type", "Bearer", "id_token", idToken());
    }

    private String idToken() {
        var now = Instant.now();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(mood == Mood.WRONG_ISSUER ? "https://autre.example" : issuer())
                        .audience(mood == Mood.WRONG_AUDIENCE ? "un-autre" : "socle-essai")
                        .subject(sub())
                        .issueTime(Date.from(now))
                        .expirationTime(
                                Date.from(now.plusSeconds(mood == Mood.EXPIRED ? -600 : 60)))
                        .claim("nonce", mood == Mood.WRONG_NONCE ? "un-autre" : nonce)
                        .build();
        try {
            var signed =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("a").build(), claims);
            signed.sign(new ECDSASigner(mood == Mood.WRONG_KEY ? otherKey : key));
            var text = signed.serialize();
            return mood == Mood.NO_SIGNATURE ? text.substring(0, text.lastIndexOf('.') + 1) : text;
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Map<String, Object> userinfo() {
        var claims = new LinkedHashMap<>(person);
        claims.put("sub", mood == Mood.OTHER_SUBJECT ? "quelqu-un-d-autre" : sub());
        if (mood == Mood.NO_BIRTHPLACE) {
            claims.remove("birthplace");
        }
        return claims;
    }

    private String sub() {
        return person.getOrDefault("sub", "essai").toString();
    }

    private static void answer(HttpExchange exchange, Map<String, Object> members)
            throws IOException {
        send(exchange, 200, JsonMapper.shared().writeValueAsString(members));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
