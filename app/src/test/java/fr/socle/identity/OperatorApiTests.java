package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.SignsIn;
import fr.socle.directory.Actor;
import fr.socle.directory.ApiTokenDraft;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** What an operator does, by machine. */
@NullMarked
class OperatorApiTests extends OperatorTest {

    private static final Pattern CODE =
            Pattern.compile("signaler une fraude\\h:\\s([0-9A-Z-]{14})");

    private final String id = "essai-" + UUID.randomUUID().toString().substring(0, 8);

    private ResponseEntity<String> call(
            RestClient api,
            HttpMethod method,
            String path,
            @Nullable Object body,
            String... headers) {
        var request = api.method(method).uri(path);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.retrieve().toEntity(String.class);
    }

    private @Nullable RestClient known;

    /** One caller for a whole test: an idempotency key is a caller's own. */
    @Override
    RestClient api() {
        var api = known == null ? super.api() : known;
        known = api;
        return api;
    }

    private ResponseEntity<String> post(String path, Object body, String... headers) {
        return call(api(), HttpMethod.POST, path, body, headers);
    }

    private ResponseEntity<String> put(String path, Object body, String... headers) {
        return call(api(), HttpMethod.PUT, path, body, headers);
    }

    private static String text(ResponseEntity<String> answer) {
        return String.valueOf(answer.getBody());
    }

    private Map<String, Object> provider() {
        var body = new HashMap<String, Object>();
        body.put("uid", id);
        body.put("federation", "agents");
        body.put("issuer", "https://compte.example");
        body.put("client_id", "socle");
        body.put("client_secret", "secret-d-essai");
        body.put("label", "Compte d’essai");
        body.put("domains", List.of("essai.example"));
        return body;
    }

    private Map<String, Object> service() {
        var body = new HashMap<String, Object>();
        body.put("client_id", id);
        body.put("federation", "citoyens");
        body.put("name", "Service d’essai");
        body.put("organisation", "Ville d’Essai");
        body.put("redirect_uris", List.of("https://essai.example/retour"));
        body.put("scope", "openid email");
        return body;
    }

    @Test
    void aProviderIsAddedOnceChangedAndCutOff() {
        var key = UUID.randomUUID().toString();
        var made = post("/providers", provider(), "Idempotency-Key", key);
        assertThat(made.getStatusCode().value()).isEqualTo(201);
        assertThat(text(made)).contains("\"active\":false").doesNotContain("secret-d-essai");
        assertThat(post("/providers", provider(), "Idempotency-Key", key).getStatusCode().value())
                .isEqualTo(201);
        assertThat(post("/providers", provider()).getStatusCode().value()).isEqualTo(422);
        var read = call(api(), HttpMethod.GET, "/providers/" + id, null);
        var tag = String.valueOf(read.getHeaders().getETag());
        var change = new HashMap<>(provider());
        List.of("uid", "federation", "client_secret").forEach(change::remove);
        change.put("label", "Autre nom");
        change.put("levels", List.of("eidas2", "eidas1"));
        assertThat(put("/providers/" + id, change).getStatusCode().value()).isEqualTo(428);
        assertThat(put("/providers/" + id, change, "If-Match", "\"1\"").getStatusCode().value())
                .isEqualTo(412);
        var changed = put("/providers/" + id, change, "If-Match", tag);
        assertThat(text(changed)).contains("Autre nom", "\"levels\":[\"eidas1\",\"eidas2\"]");
        assertThat(put("/providers/" + id, change, "If-Match", tag).getStatusCode().value())
                .isEqualTo(412);
        assertThat(text(put("/providers/" + id + "/active", Map.of("active", true))))
                .contains("\"active\":true");
        assertThat(text(put("/providers/" + id + "/display", Map.of("display", false))))
                .contains("\"display\":false");
        assertThat(text(put("/providers/" + id + "/active", Map.of("active", false))))
                .contains("\"active\":false");
    }

    @Test
    void aServiceIsRegisteredOnceAndItsSecretToldOnce() {
        var key = UUID.randomUUID().toString();
        var made = post("/services", service(), "Idempotency-Key", key);
        assertThat(made.getStatusCode().value()).isEqualTo(201);
        assertThat(text(made)).contains("client_secret");
        assertThat(text(post("/services", service(), "Idempotency-Key", key)))
                .isEqualTo(text(made));
        assertThat(post("/services", service()).getStatusCode().value()).isEqualTo(422);
        var read = call(api(), HttpMethod.GET, "/services/" + id, null);
        assertThat(text(read)).contains("\"client_secret\":null");
        var change = new HashMap<>(service());
        change.remove("client_id");
        change.remove("federation");
        change.put("pkce", false);
        var tag = String.valueOf(read.getHeaders().getETag());
        assertThat(text(put("/services/" + id, change, "If-Match", tag)))
                .contains("\"pkce\":false");
        assertThat(text(put("/services/" + id + "/active", Map.of("active", false))))
                .contains("\"active\":false");
        assertThat(text(call(api(), HttpMethod.GET, "/services?q=" + id, null)))
                .contains("\"total\":1");
    }

    @Test
    void wrongMembersArePointedAt() {
        var wrong = service();
        wrong.put("redirect_uris", List.of("http://x.example", "https://ok.example"));
        wrong.put("scope", List.of("openid"));
        wrong.put("inconnu", 1);
        var answer = post("/services", wrong);
        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getHeaders().getContentType())
                .isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(text(answer)).contains("/redirect_uris", "/scope", "/inconnu");
        var provider = provider();
        provider.put("issuer", "ftp://x");
        provider.put("domains", List.of("pas un domaine", "a@b"));
        provider.put("position", -1);
        provider.put("levels", List.of("eidas1", "eidas9"));
        assertThat(text(post("/providers", provider)))
                .contains("/issuer", "/domains", "/position", "/levels");
        assertThat(
                        put("/services/socle-usagers/active", Map.of("active", false))
                                .getStatusCode()
                                .value())
                .isEqualTo(404);
        assertThat(
                        put("/providers/" + id + "/active", Map.of("active", "peut-être"))
                                .getStatusCode()
                                .value())
                .isEqualTo(422);
        assertThat(put("/providers/inconnu/active", Map.of("active", true)).getStatusCode().value())
                .isEqualTo(404);
    }

    @Test
    void aPersonIsBlockedAndUnblockedByACode() throws IOException {
        // because what was agreed to before is not shown again
        db.sql("DELETE FROM identity.consent").update();
        HtmlPage choice = SignsIn.browser().getPage(base() + "/connexion/usager");
        var consent = SignsIn.consent(choice, "Téa Supposée", SignsIn.TAXES);
        var words = consent.asNormalizedText();
        var code = CODE.matcher(words);
        assertThat(code.find()).isTrue();
        var person = "/people/" + code.group(1);
        assertThat(text(call(api(), HttpMethod.GET, person, null))).contains("\"blocked\":false");
        assertThat(post(person + "/block", Map.of()).getStatusCode().value()).isEqualTo(422);
        assertThat(post(person + "/block", Map.of("reason", "Essai")).getStatusCode().value())
                .isEqualTo(204);
        assertThat(text(call(api(), HttpMethod.GET, person, null)))
                .contains("\"blocked\":true", "Essai");
        assertThat(post(person + "/unblock", Map.of("reason", "Fin")).getStatusCode().value())
                .isEqualTo(204);
        for (var path :
                List.of("/people/ZZZZZZZZZZZZ", "/people/x", "/people/" + "1".repeat(300))) {
            assertThat(call(api(), HttpMethod.GET, path, null).getStatusCode().value())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(
                        post("/people/ZZZZZZZZZZZZ/block", Map.of("reason", "x"))
                                .getStatusCode()
                                .value())
                .isEqualTo(404);
        assertThat(call(api(), HttpMethod.GET, "/people", null).getStatusCode().value())
                .isEqualTo(404);
    }

    @Test
    void announcementsKeysAndFiguresAnswer() {
        var banner =
                Map.of(
                        "level", "info",
                        "text_fr", "Annonce " + id,
                        "text_en", "Message",
                        "from", "2098-01-01T00:00:00Z",
                        "until", "2099-01-01T00:00:00Z");
        var made = post("/banners", banner);
        assertThat(made.getStatusCode().value()).isEqualTo(201);
        var path = String.valueOf(made.getHeaders().getLocation()).replace("/api/identity/v1", "");
        assertThat(text(call(api(), HttpMethod.GET, "/banners", null))).contains("Annonce " + id);
        assertThat(call(api(), HttpMethod.DELETE, path, null).getStatusCode().value())
                .isEqualTo(204);
        assertThat(call(api(), HttpMethod.DELETE, path, null).getStatusCode().value())
                .isEqualTo(404);
        for (var wrong : List.of("x", "0".repeat(36))) {
            assertThat(
                            call(api(), HttpMethod.DELETE, "/banners/" + wrong, null)
                                    .getStatusCode()
                                    .value())
                    .isEqualTo(404);
        }
        assertThat(post("/keys/rotate", Map.of("owner", "inconnu")).getStatusCode().value())
                .isEqualTo(404);
        assertThat(post("/keys/inconnue/revoke", Map.of("reason", "x")).getStatusCode().value())
                .isEqualTo(404);
        assertThat(call(api(), HttpMethod.GET, "/keys", null).getStatusCode().value())
                .isEqualTo(200);
        assertThat(call(api(), HttpMethod.GET, "/statistics?from=x", null).getStatusCode().value())
                .isEqualTo(422);
        assertThat(call(api(), HttpMethod.GET, "/statistics", null).getStatusCode().value())
                .isEqualTo(200);
    }

    @Test
    void aTokenWithoutTheRightDoesNothingHere() {
        var draft =
                new ApiTokenDraft("autre", List.of("directory.administrer"), Duration.ofHours(1));
        var other = apiWith(tokens.create(Actor.CONSOLE, draft).secret());
        for (var path : List.of("/providers", "/services", "/keys", "/banners", "/statistics")) {
            assertThat(call(other, HttpMethod.GET, path, null).getStatusCode().value())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(call(apiWith("faux"), HttpMethod.GET, "/keys", null).getStatusCode().value())
                .isEqualTo(401);
    }

    @Test
    void theCallsAreDescribed() {
        var description =
                RestClient.create(base())
                        .get()
                        .uri("/api/openapi")
                        .header(HttpHeaders.ACCEPT, "application/json")
                        .retrieve()
                        .body(String.class);
        assertThat(description)
                .contains(
                        "/api/identity/v1/providers",
                        "/api/identity/v1/services/{clientId}/active",
                        "/api/identity/v1/people/{reference}/block",
                        "/api/identity/v1/banners",
                        "/api/identity/v1/keys/rotate",
                        "/api/identity/v1/statistics");
    }
}
