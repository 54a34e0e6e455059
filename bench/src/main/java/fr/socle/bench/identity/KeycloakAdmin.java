package fr.socle.bench.identity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sets a fresh Keycloak up as Socle is: ES256, one provider, one service, and each sign-in kept
 * durably as an event.
 */
final class KeycloakAdmin {

    static final String USER = "banc";
    static final String PASSWORD = "banc";
    static final String REALM = "banc";
    static final String ALIAS = "demo";
    static final String SECRET = "le secret de service-0, connu de tous";

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String server;
    private String token = "";

    KeycloakAdmin(int port) {
        this.server = "http://localhost:" + port;
    }

    /** Waits until it answers. */
    void await(Process process, java.nio.file.Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("Keycloak does not start; see " + log);
            }
            Thread.sleep(Duration.ofMillis(200));
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(server + "/realms/master")).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    void setUp(int provider) throws IOException, InterruptedException {
        token = login();
        post("/admin/realms", realm());
        post("/admin/realms/" + REALM + "/components", key());
        post("/admin/realms/" + REALM + "/identity-provider/instances", provider(provider));
        post("/admin/realms/" + REALM + "/clients", service());
    }

    private String login() throws IOException, InterruptedException {
        var form =
                Service.encoded(
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                USER,
                                "password",
                                PASSWORD));
        var answer =
                send(
                        "/realms/master/protocol/openid-connect/token",
                        "application/x-www-form-urlencoded",
                        form);
        return JsonMapper.shared().readTree(answer).path("access_token").asString();
    }

    private static Map<String, Object> realm() {
        return Map.of(
                "realm",
                REALM,
                "enabled",
                true,
                "sslRequired",
                "none",
                "defaultSignatureAlgorithm",
                "ES256",
                "eventsEnabled",
                true,
                "enabledEventTypes",
                List.of("LOGIN"),
                "eventsListeners",
                List.of());
    }

    private static Map<String, Object> key() {
        return Map.of(
                "name", "es256",
                "providerId", "ecdsa-generated",
                "providerType", "org.keycloak.keys.KeyProvider",
                "config",
                        Map.of(
                                "priority", List.of("200"),
                                "enabled", List.of("true"),
                                "active", List.of("true"),
                                "ecdsaEllipticCurveKey", List.of("P-256")));
    }

    private static Map<String, Object> provider(int port) {
        var issuer = DemonstrationProvider.issuer(port);
        return Map.of(
                "alias",
                ALIAS,
                "providerId",
                "oidc",
                "enabled",
                true,
                "trustEmail",
                true,
                "config",
                Map.ofEntries(
                        Map.entry("issuer", issuer),
                        Map.entry("authorizationUrl", issuer + "/authorize"),
                        Map.entry("tokenUrl", issuer + "/token"),
                        Map.entry("userInfoUrl", issuer + "/userinfo"),
                        Map.entry("jwksUrl", issuer + "/jwks"),
                        Map.entry("useJwksUrl", "true"),
                        Map.entry("validateSignature", "true"),
                        Map.entry("clientId", Side.CLIENT),
                        Map.entry("clientSecret", DemonstrationProvider.SECRET),
                        Map.entry("clientAuthMethod", "client_secret_post"),
                        Map.entry("pkceEnabled", "true"),
                        Map.entry("pkceMethod", "S256"),
                        Map.entry("defaultScope", "openid profile email")));
    }

    private static Map<String, Object> service() {
        return Map.of(
                "clientId",
                Rows.service(0),
                "secret",
                SECRET,
                "redirectUris",
                List.of(Service.RETURN),
                "standardFlowEnabled",
                true,
                "serviceAccountsEnabled",
                true,
                "publicClient",
                false,
                "attributes",
                Map.of(
                        "access.token.signed.response.alg", "ES256",
                        "id.token.signed.response.alg", "ES256",
                        "pkce.code.challenge.method", "S256"));
    }

    private void post(String path, Map<String, Object> body)
            throws IOException, InterruptedException {
        send(path, "application/json", JsonMapper.shared().writeValueAsString(body));
    }

    private String send(String path, String type, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(server + path))
                        .header("Content-Type", type)
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(body))
                        .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
