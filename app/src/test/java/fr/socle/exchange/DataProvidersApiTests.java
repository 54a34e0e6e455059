package fr.socle.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.exchange.provider.Keytool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** What an operator of data providers does, by machine. */
@NullMarked
class DataProvidersApiTests extends DeskTest {

    private static final String PROVIDERS = "/api/exchange/v1/providers";

    @TempDir Path folder = Path.of("x");

    private @Nullable RestClient known;

    DataProvidersApiTests() throws IOException {}

    @Test
    void aProviderIsRegisteredOnceSetUpTriedAndCutOff() {
        var key = UUID.randomUUID().toString();
        var made = call(HttpMethod.POST, "", body(base()), "Idempotency-Key", key);
        assertThat(made.getStatusCode().value()).isEqualTo(201);
        assertThat(json(made).path("state").asString()).isEqualTo("preparation");
        assertThat(
                        call(
                                        HttpMethod.POST,
                                        "",
                                        body(base()),
                                        "Idempotency-Key",
                                        UUID.randomUUID().toString())
                                .getStatusCode()
                                .value())
                .isEqualTo(422);
        var on = Map.of("active", true);
        assertThat(problem(call(HttpMethod.PUT, "/active", on)))
                .contains("exchange.desk.no-access");
        var auth = Map.of("auth", Map.of("kind", "api-key", "header", "X-Cle"), "token", "cle-1");
        assertThat(call(HttpMethod.PUT, "/access", auth).getStatusCode().value()).isEqualTo(428);
        var set = call(HttpMethod.PUT, "/access", auth, "If-Match", tag());
        assertThat(json(set).path("secret").asBoolean()).isTrue();
        assertThat(text(set)).doesNotContain("cle-1");
        behaviour =
                exchange ->
                        say(
                                exchange,
                                200,
                                "{\"data\":{\"numero\":\""
                                        + exchange.getRequestHeaders().getFirst("X-Cle")
                                        + "\"}}");
        var trial = Map.of("reason", "Vérifier la clé", "recipient", "13002526500013");
        var seen = call(HttpMethod.POST, "/trials", trial);
        assertThat(json(seen).path("found").toString()).isEqualTo("[\"numero\"]");
        assertThat(text(seen)).doesNotContain("cle-1");
        assertThat(json(call(HttpMethod.PUT, "/active", on)).path("state").asString())
                .isEqualTo("service");
        assertThat(
                        json(call(HttpMethod.PUT, "/active", Map.of("active", false)))
                                .path("state")
                                .asString())
                .isEqualTo("coupe");
        told("inscrit", "acces-regle", "essaye", "retabli", "coupe");
        assertThat(entries().toString()).contains("jeton").doesNotContain("cle-1");
    }

    @Test
    void aChangeIsMadeOnTheVersionThatWasReadOrNotAtAll() {
        var body = body("https://permis.example");
        call(HttpMethod.POST, "", body);
        var tag = tag();
        body.put("name", "Autre nom");
        var changed = call(HttpMethod.PUT, "/", body, "If-Match", tag);
        assertThat(text(changed)).contains("Autre nom");
        assertThat(call(HttpMethod.PUT, "/", body, "If-Match", tag).getStatusCode().value())
                .isEqualTo(412);
        assertThat(call(HttpMethod.PUT, "/", body, "If-Match", "\"x\"").getStatusCode().value())
                .isEqualTo(412);
        var other = new HashMap<>(body);
        other.put("data_set", "statut-etudiant");
        assertThat(problem(call(HttpMethod.PUT, "/", other, "If-Match", tag())))
                .contains("/data_set/code", "exchange.desk.code-stays");
    }

    @Test
    void everyFaultPointsToItsMember() {
        for (var wrong :
                Map.<String, Map<String, Object>>of(
                                "/base_url", Map.of("base_url", "http://ailleurs.example"),
                                "/name", Map.of("name", "x".repeat(201)),
                                "/surplus", Map.of("surplus", 1),
                                "/test", Map.of("test", List.of("sans égal")),
                                "/data_set/code",
                                        Map.of("data_set", set(Map.of("code", "Un Deux"))),
                                "/data_set/fields",
                                        Map.of("data_set", set(Map.of("fields", List.of()))),
                                "/data_set/terms/perMinute",
                                        Map.of(
                                                "data_set",
                                                set(
                                                        Map.of(
                                                                "terms",
                                                                Map.of(
                                                                        "secrecy",
                                                                        "FISCAL",
                                                                        "perMinute",
                                                                        "beaucoup")))),
                                "/data_set/fields/0/pointers",
                                        Map.of(
                                                "data_set",
                                                set(Map.of("fields", List.of(field("/ailleurs"))))))
                        .entrySet()) {
            var body = body("https://permis.example");
            body.putAll(wrong.getValue());
            var answer = call(HttpMethod.POST, "", body);
            assertThat(answer.getStatusCode().value()).as(wrong.getKey()).isEqualTo(422);
            assertThat(problem(answer)).contains("\"" + wrong.getKey() + "\"");
        }
        assertThat(call(HttpMethod.GET, "", null).getStatusCode().value()).isEqualTo(200);
        assertThat(call(HttpMethod.GET, "/", null).getStatusCode().value()).isEqualTo(404);
    }

    @Test
    void aCertificateThatIsNoneAndATrialWithoutReasonAreRefused() {
        call(HttpMethod.POST, "", body("https://permis.example"));
        for (var file :
                List.of(
                        "rien",
                        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
                        "x".repeat(200_001))) {
            for (var where : List.of("/certificate", "/authority")) {
                var answer = call(HttpMethod.PUT, where, Map.of("file", file), "If-Match", tag());
                assertThat(problem(answer)).contains("\"/file\"");
            }
        }
        assertThat(problem(call(HttpMethod.POST, "/trials", Map.of("recipient", "13002526500013"))))
                .contains("\"/reason\"");
        assertThat(call(HttpMethod.DELETE, "/certificate", null).getStatusCode().value())
                .isEqualTo(428);
    }

    @Test
    void anAuthorityIsStoredAndWithdrawnOnTheVersionThatWasRead() throws Exception {
        call(HttpMethod.POST, "", body("https://permis.example"));
        var file = Map.of("file", Keytool.authority(folder.resolve("une.p12"), "Une"));
        assertThat(call(HttpMethod.PUT, "/authority", file).getStatusCode().value()).isEqualTo(428);
        var before = tag();
        var stored = call(HttpMethod.PUT, "/authority", file, "If-Match", before);
        assertThat(json(stored).path("authority").path(0).path("subject").asString())
                .isEqualTo("CN=Une");
        assertThat(
                        call(HttpMethod.DELETE, "/authority", null, "If-Match", before)
                                .getStatusCode()
                                .value())
                .isEqualTo(412);
        var without = call(HttpMethod.DELETE, "/authority", null, "If-Match", tag());
        assertThat(json(without).path("authority").isEmpty()).isTrue();
    }

    @Test
    void whoOnlyObservesIsRefusedAndTheDescriptionTellsOfAll() {
        known = client("exchange.observer");
        assertThat(call(HttpMethod.GET, "", null).getStatusCode().value()).isEqualTo(403);
        assertThat(
                        call(HttpMethod.POST, "", body("https://permis.example"))
                                .getStatusCode()
                                .value())
                .isEqualTo(403);
        var described = get("/api/openapi").body();
        assertThat(described)
                .contains(PROVIDERS + "/{code}/trials", PROVIDERS + "/{code}/certificate");
    }

    private Map<String, Object> body(String base) {
        var body = new HashMap<String, Object>();
        body.put("name", "Ministère d’essai");
        body.put("base_url", base);
        body.put("test", List.of("nomNaissance=ESSAI", "sexeEtatCivil=F"));
        body.put("data_set", set(Map.of()));
        return body;
    }

    private Map<String, Object> set(Map<String, Object> other) {
        var set = new HashMap<String, Object>();
        set.put("code", code);
        set.put("title", "Permis");
        set.put(
                "address",
                Map.of(
                        "api",
                        "PARTICULIER",
                        "path",
                        "/v9/" + code,
                        "by",
                        "PIVOT",
                        "federated",
                        false));
        set.put("source", Map.of("prefix", "99", "name", "ESSAI", "path", "/permis"));
        set.put("terms", Map.of("secrecy", "PERSONNEL", "perMinute", 60));
        set.put("fields", List.of(field("/data/numero")));
        set.putAll(other);
        return set;
    }

    private static Map<String, Object> field(String pointer) {
        return Map.of(
                "code", "numero",
                "label", "Numéro",
                "scope", "permis",
                "kind", "TEXT",
                "pointers", List.of(pointer));
    }

    private String tag() {
        return String.valueOf(call(HttpMethod.GET, "/", null).getHeaders().getETag());
    }

    private RestClient client(String right) {
        return RestClient.builder()
                .baseUrl("http://localhost:" + port)
                .defaultHeader("Authorization", "Bearer " + secret(right))
                .defaultStatusHandler(_ -> true, (_, _) -> {})
                .build();
    }

    /** One caller for a whole test: an idempotency key is a caller's own. */
    private ResponseEntity<String> call(
            HttpMethod method, String path, @Nullable Object body, String... headers) {
        var api = known == null ? client("exchange.operer") : known;
        known = api;
        var address =
                path.isEmpty() ? PROVIDERS : PROVIDERS + "/" + code + path.replaceAll("/$", "");
        var request = api.method(method).uri(address);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.retrieve().toEntity(String.class);
    }

    private static String text(ResponseEntity<String> answer) {
        return String.valueOf(answer.getBody());
    }

    private static String problem(ResponseEntity<String> answer) {
        assertThat(answer.getStatusCode().value()).as(text(answer)).isEqualTo(422);
        return text(answer);
    }

    private static JsonNode json(ResponseEntity<String> answer) {
        return JSON.readTree(text(answer));
    }
}
