package fr.socle.identity;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
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
        ALG_NONE,
        PUBLIC_KEY_AS_SECRET,
        OTHER_SUBJECT,
        NO_BIRTHPLACE,
        NO_ACR,
        LOW_ACR,
        FOREIGN_ACR,
        NO_JSON,
        NULL_JSON,
        HUGE,
        REDIRECT,
        CODE_UNKNOWN,
        USERINFO_DOWN,
        USERINFO_UNSIGNED,
        USERINFO_OTHER_KEY,
        USERINFO_ZIPPED,
        SLOW,
        DOWN
    }

    /** Something that was asked of it, as it stood on the line. */
    record Asked(String line, String body, @Nullable String referrer) {}

    final List<Asked> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final ECKey key;
    private final ECKey otherKey;
    volatile Mood mood = Mood.HONEST;
    volatile String nonce = "";
    volatile String acr = "eidas1";
    volatile String clientId = "socle-essai";
    volatile Map<String, Object> person = Map.of();

    /** Whether userinfo is signed; and encrypted when there is a key for that. */
    volatile boolean signs;

    volatile @Nullable ECKey encryptsFor;

    LyingProvider() throws IOException, JOSEException {
        key = new ECKeyGenerator(Curve.P_256).keyID("a").generate();
        otherKey = new ECKeyGenerator(Curve.P_256).keyID("a").generate();
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/.well-known/openid-configuration", it -> answer(it, discovery()));
        server.createContext(
                "/jwks", it -> answer(it, new JWKSet(key.toPublicJWK()).toJSONObject()));
        server.createContext("/authorize", it -> answer(it, Map.of()));
        server.createContext("/token", this::token);
        server.createContext("/userinfo", this::userinfo);
        server.start();
    }

    static LyingProvider started() {
        try {
            return new LyingProvider();
        } catch (IOException | JOSEException failed) {
            throw new IllegalStateException(failed);
        }
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
                "subject_types_supported",
                List.of("pairwise"),
                "response_types_supported",
                List.of("code"),
                "id_token_signing_alg_values_supported",
                List.of("ES256"));
    }

    private void token(HttpExchange exchange) throws IOException {
        note(exchange);
        switch (mood) {
            case DOWN -> send(exchange, 503, "{}");
            case CODE_UNKNOWN -> send(exchange, 400, "{\"error\":\"invalid_grant\"}");
            case NO_JSON -> send(exchange, 200, "<html>");
            case NULL_JSON -> send(exchange, 200, "null");
            case HUGE -> send(exchange, 200, "{\"x\":\"" + "x".repeat(300_000) + "\"}");
            case REDIRECT -> {
                exchange.getResponseHeaders().set("Location", issuer() + "/userinfo");
                send(exchange, 307, "");
            }
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
                        .audience(mood == Mood.WRONG_AUDIENCE ? "un-autre" : clientId)
                        .subject(sub())
                        .issueTime(Date.from(now))
                        .expirationTime(
                                Date.from(now.plusSeconds(mood == Mood.EXPIRED ? -600 : 60)))
                        .claim("nonce", mood == Mood.WRONG_NONCE ? "un-autre" : nonce);
        switch (mood) {
            case NO_ACR -> {}
            case LOW_ACR -> claims.claim("acr", "eidas0");
            case FOREIGN_ACR -> claims.claim("acr", "eidas3");
            default -> claims.claim("acr", acr);
        }
        return switch (mood) {
            case ALG_NONE -> new PlainJWT(claims.build()).serialize();
            case PUBLIC_KEY_AS_SECRET -> confused(claims.build());
            case WRONG_KEY -> signed(otherKey, claims.build());
            case NO_SIGNATURE -> {
                var text = signed(key, claims.build());
                yield text.substring(0, text.lastIndexOf('.') + 1);
            }
            default -> signed(key, claims.build());
        };
    }

    private static String signed(ECKey by, JWTClaimsSet claims) {
        try {
            var signed =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("a").build(), claims);
            signed.sign(new ECDSASigner(by));
            return signed.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** What anybody can make who knows the public key. */
    private String confused(JWTClaimsSet claims) {
        try {
            var signed =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("a").build(), claims);
            signed.sign(new MACSigner(key.toPublicJWK().toJSONString()));
            return signed.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void userinfo(HttpExchange exchange) throws IOException {
        note(exchange);
        var claims = new LinkedHashMap<>(person);
        claims.put("sub", mood == Mood.OTHER_SUBJECT ? "quelqu-un-d-autre" : sub());
        if (mood == Mood.NO_BIRTHPLACE) {
            claims.remove("birthplace");
        }
        if (mood == Mood.USERINFO_DOWN) {
            send(exchange, 500, "{}");
        } else if (!signs) {
            answer(exchange, claims);
        } else {
            send(exchange, 200, jwt(claims));
        }
    }

    private String jwt(Map<String, Object> claims) {
        var set = new JWTClaimsSet.Builder().issuer(issuer()).audience(clientId);
        claims.forEach(set::claim);
        var inside =
                switch (mood) {
                    case USERINFO_UNSIGNED -> new PlainJWT(set.build()).serialize();
                    case USERINFO_OTHER_KEY -> signed(otherKey, set.build());
                    default -> signed(key, set.build());
                };
        var reader = encryptsFor;
        return reader == null ? inside : encrypted(reader, inside);
    }

    private String encrypted(ECKey reader, String inside) {
        try {
            var header =
                    new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM)
                            .keyID(reader.getKeyID())
                            .contentType("JWT");
            if (mood == Mood.USERINFO_ZIPPED) {
                header.compressionAlgorithm(com.nimbusds.jose.CompressionAlgorithm.DEF);
            }
            var sealed = new JWEObject(header.build(), new Payload(inside));
            sealed.encrypt(new ECDHEncrypter(reader));
            return sealed.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private String sub() {
        return person.getOrDefault("sub", "essai").toString();
    }

    private void note(HttpExchange exchange) throws IOException {
        received.add(
                new Asked(
                        exchange.getRequestURI().toString(),
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                        exchange.getRequestHeaders().getFirst("Referer")));
    }

    private void answer(HttpExchange exchange, Map<String, Object> members) throws IOException {
        if (exchange.getRequestURI().getPath().equals("/authorize")) {
            note(exchange);
        }
        send(exchange, 200, JsonMapper.shared().writeValueAsString(members));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
