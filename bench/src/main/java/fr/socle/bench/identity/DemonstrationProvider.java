package fr.socle.bench.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.socle.identity.broker.Pkce;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/**
 * An OpenID provider in a process of its own, for both brokers: the browser's cookie says which
 * account is signed in there, and nobody is asked anything. Codes and tokens are single-use, the
 * secret and the code challenge are checked, id_tokens are signed with ES256.
 */
final class DemonstrationProvider {

    static final String SECRET = "un secret du banc de mesure, connu de tous";
    static final String COOKIE = "compte";

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int BACKLOG = 512;

    private record Asked(int account, String client, String nonce, String challenge) {}

    private final String issuer;
    private final ECKey key;
    private final JWSSigner signer;
    private final Map<String, Asked> codes = new ConcurrentHashMap<>();
    private final Map<String, Integer> tokens = new ConcurrentHashMap<>();

    private DemonstrationProvider(int port) throws Exception {
        this.issuer = issuer(port);
        this.key = new ECKeyGenerator(Curve.P_256).keyID("banc").generate();
        this.signer = new ECDSASigner(key);
    }

    static String issuer(int port) {
        return "http://localhost:" + port;
    }

    /**
     * @param args the port
     */
    public static void main(String[] args) throws Exception {
        // because without it every answer waits for an acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
        int port = Integer.parseInt(args[0]);
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var server = HttpServer.create(address, BACKLOG);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var provider = new DemonstrationProvider(port);
        // because a broker does not wait long for its first answer
        provider.idToken(new Asked(0, "", "", ""));
        JsonMapper.shared().writeValueAsBytes(provider.discovery());
        provider.serve(server);
        server.start();
    }

    private void serve(HttpServer server) {
        json(server, "/.well-known/openid-configuration", _ -> discovery());
        json(server, "/jwks", _ -> new JWKSet(key.toPublicJWK()).toJSONObject());
        json(server, "/token", this::token);
        json(server, "/userinfo", this::userinfo);
        server.createContext("/authorize", this::authorize);
    }

    private Map<String, Object> discovery() {
        var members = new LinkedHashMap<String, Object>();
        members.put("issuer", issuer);
        members.put("authorization_endpoint", issuer + "/authorize");
        members.put("token_endpoint", issuer + "/token");
        members.put("userinfo_endpoint", issuer + "/userinfo");
        members.put("jwks_uri", issuer + "/jwks");
        members.put("response_types_supported", List.of("code"));
        members.put("subject_types_supported", List.of("public"));
        members.put("id_token_signing_alg_values_supported", List.of("ES256"));
        members.put("token_endpoint_auth_methods_supported", List.of("client_secret_post"));
        members.put("code_challenge_methods_supported", List.of("S256"));
        return members;
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var asked = parameters(exchange.getRequestURI().getRawQuery());
        var cookie = exchange.getRequestHeaders().getFirst("Cookie");
        int account = Integer.parseInt(cookie.substring(COOKIE.length() + 1));
        var code = UUID.randomUUID().toString();
        codes.put(
                code,
                new Asked(
                        account,
                        asked.getOrDefault("client_id", ""),
                        asked.getOrDefault("nonce", ""),
                        asked.getOrDefault("code_challenge", "")));
        var back = Map.of("code", code, "state", asked.getOrDefault("state", ""), "iss", issuer);
        var to = asked.getOrDefault("redirect_uri", "");
        exchange.getResponseHeaders().set("Location", to + "?" + Service.encoded(back));
        exchange.sendResponseHeaders(303, -1);
        exchange.close();
    }

    private Map<String, Object> token(HttpExchange exchange) throws Exception {
        var form =
                parameters(
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var asked = codes.remove(form.getOrDefault("code", ""));
        if (asked == null
                || !asked.client().equals(form.get("client_id"))
                || !SECRET.equals(form.get("client_secret"))
                || !Pkce.fits(asked.challenge(), form.getOrDefault("code_verifier", ""))) {
            throw new IllegalArgumentException("not this code");
        }
        var token = UUID.randomUUID().toString();
        tokens.put(token, asked.account());
        return Map.of(
                "access_token",
                token,
                "token_type",
                "Bearer",
                "expires_in",
                LIFE.toSeconds(),
                "scope",
                "openid profile email",
                "id_token",
                idToken(asked));
    }

    private String idToken(Asked asked) throws Exception {
        var now = Instant.now();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .audience(asked.client())
                        .subject(new Account(asked.account()).sub())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFE)))
                        .claim("nonce", asked.nonce())
                        .claim("acr", "eidas1")
                        .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
        var signed = new SignedJWT(header, claims);
        signed.sign(signer);
        return signed.serialize();
    }

    private Map<String, Object> userinfo(HttpExchange exchange) {
        var bearer = exchange.getRequestHeaders().getFirst("Authorization");
        var account = tokens.remove(bearer.substring("Bearer ".length()));
        if (account == null) {
            throw new IllegalArgumentException("not this token");
        }
        return new Account(account).claims();
    }

    /** What makes an answer of a request. */
    private interface Answering {
        Map<String, Object> answer(HttpExchange exchange) throws Exception;
    }

    private static void json(HttpServer server, String path, Answering answering) {
        server.createContext(path, it -> write(it, answering));
    }

    private static void write(HttpExchange exchange, Answering answering) throws IOException {
        int status = 200;
        Map<String, Object> members;
        try {
            members = answering.answer(exchange);
        } catch (Exception refused) {
            status = 400;
            members = Map.of("error", "invalid_grant");
        }
        var body = JsonMapper.shared().writeValueAsBytes(members);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Map<String, String> parameters(String encoded) {
        var parameters = new HashMap<String, String>();
        for (var pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }
}
