package fr.socle.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** The directory as programs meet it. */
@NullMarked
class ApiTests extends DirectoryTest {

    private static final String ORGANISATIONS = "/api/directory/v1/organisations";

    @Test
    void whatIsWrongIsNamedMemberByMember() {
        var answer =
                call(api(), HttpMethod.POST, ORGANISATIONS, "{\"siret\":\"12\",\"type\":7}", "");
        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getHeaders().getContentType())
                .isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(bodyOf(answer).toString())
                .contains("/siret", "kernel.siret.length", "/name", "ui.form.required", "/type");
        for (var bad : new String[] {"", "[]", "nul", "{\"siret\":"}) {
            assertThat(call(api(), HttpMethod.POST, ORGANISATIONS, bad, "").getStatusCode().value())
                    .as(bad)
                    .isBetween(400, 422);
        }
    }

    @Test
    void aChangeNeedsTheVersionThatWasRead() {
        var api = api();
        var made = call(api, HttpMethod.POST, ORGANISATIONS, body("Commune versionnée"), "");
        assertThat(made.getStatusCode().value()).isEqualTo(201);
        var path = pathOf(made);
        var siret = bodyOf(made).get("siret");
        var change = "{\"siret\":\"" + siret + "\",\"name\":\"Autre\",\"type\":\"commune\"}";
        assertThat(call(api, HttpMethod.PUT, path, change, "").getStatusCode().value())
                .isEqualTo(428);
        var done = call(api, HttpMethod.PUT, path, change, "\"1\"");
        assertThat(done.getStatusCode().value()).isEqualTo(200);
        assertThat(done.getHeaders().getETag()).isEqualTo("\"2\"");
        assertThat(call(api, HttpMethod.PUT, path, change, "\"1\"").getStatusCode().value())
                .isEqualTo(412);
        assertThat(call(api, HttpMethod.PUT, path, change, "W/zut").getStatusCode().value())
                .isEqualTo(412);
    }

    @Test
    void whatWasDoneInAnOrganisationIsReadByPageAndByProgramAlike() {
        var api = api();
        var path = pathOf(call(api, HttpMethod.POST, ORGANISATIONS, body("Commune suivie"), ""));
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () ->
                                assertThat(bodyOf(history(api, path + "/history?size=1")))
                                        .containsEntry("total", 1)
                                        .extractingByKey("items")
                                        .asString()
                                        .contains("kind=directory.organisation-cree"));
        for (var odd : new String[] {"page=x", "page=0", "size=101", "page=1&page=2"}) {
            assertThat(history(api, path + "/history?" + odd).getStatusCode().value())
                    .as(odd)
                    .isEqualTo(422);
        }
        assertThat(get(api, ORGANISATIONS + "/" + UUID.randomUUID() + "/history")).isEqualTo(404);
    }

    private static ResponseEntity<Map<String, Object>> history(RestClient api, String path) {
        return call(api, HttpMethod.GET, path, "", "");
    }

    @Test
    void theSameKeyGetsTheSameAnswerAndAnotherBodyIsRefused() {
        var api = api();
        var key = UUID.randomUUID().toString();
        var token = "{\"label\":\"clé\",\"rights\":[\"directory.gerer\"],\"days\":2}";
        var first = withKey(api, "/api/directory/v1/tokens", token, key);
        var again = withKey(api, "/api/directory/v1/tokens", token, key);
        assertThat(first.getStatusCode().value()).isEqualTo(201);
        assertThat(again.getBody()).isEqualTo(first.getBody());
        assertThat(again.getHeaders().getLocation()).isEqualTo(first.getHeaders().getLocation());
        var other = token.replace("clé", "autre");
        assertThat(withKey(api, "/api/directory/v1/tokens", other, key).getStatusCode().value())
                .isEqualTo(422);
        var secret = String.valueOf(bodyOf(first).get("secret"));
        var kept =
                db.sql("SELECT answer FROM directory.idempotency WHERE key = :key")
                        .param("key", key)
                        .query((row, _) -> row.getBytes(1))
                        .single();
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(secret);
    }

    @Test
    void aRefusedRequestKeepsItsKeyFree() {
        var api = api();
        var key = UUID.randomUUID().toString();
        assertThat(withKey(api, ORGANISATIONS, "{}", key).getStatusCode().value()).isEqualTo(422);
        assertThat(
                        withKey(api, ORGANISATIONS, body("Commune corrigée"), key)
                                .getStatusCode()
                                .value())
                .isEqualTo(201);
    }

    @Test
    void aTokenOpensWhatItsRightsSayUntilItIsRevoked() {
        var all = tokens.createForOperator("complet", Duration.ofHours(1));
        assertThat(get(apiWith(all), ORGANISATIONS)).isEqualTo(200);
        var poor =
                tokens.create(
                        SOMEONE,
                        new ApiTokenDraft(
                                "pauvre",
                                java.util.List.of("directory.gerer"),
                                Duration.ofHours(1)));
        assertThat(get(apiWith(poor.secret()), "/api/directory/v1/agents")).isEqualTo(403);
        done(tokens.revoke(SOMEONE, new ApiTokenId(poor.token().id())));
        assertThat(get(apiWith(poor.secret()), ORGANISATIONS)).isEqualTo(401);
        assertThat(get(apiWith("socle_faux"), ORGANISATIONS)).isEqualTo(401);
        assertThat(get(apiWith("autre"), ORGANISATIONS)).isEqualTo(401);
    }

    @Test
    void aLogoIsReplacedAndRemovedOnAVersion() {
        var where = organisation("Commune à logo");
        var base = ORGANISATIONS + "/" + where.id() + "/logo";
        var png = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0};
        assertThat(logo(HttpMethod.PUT, base, png, "")).isEqualTo(428);
        assertThat(logo(HttpMethod.PUT, base, png, "\"7\"")).isEqualTo(412);
        assertThat(logo(HttpMethod.PUT, base, "<svg/>".getBytes(UTF_8), "\"1\"")).isEqualTo(422);
        assertThat(logo(HttpMethod.PUT, base, new byte[Logo.MAX_BYTES + 1], "\"1\""))
                .isEqualTo(422);
        assertThat(logo(HttpMethod.PUT, base, png, "\"1\"")).isEqualTo(200);
        assertThat(logo(HttpMethod.PUT, base, png, "\"1\"")).isEqualTo(412);
        assertThat(organisations.logo(where.id()).orElseThrow().content()).isEqualTo(png);
        assertThat(logo(HttpMethod.DELETE, base, new byte[0], "\"2\"")).isEqualTo(200);
        assertThat(organisations.logo(where.id())).isEmpty();
        var absent = ORGANISATIONS + "/" + UUID.randomUUID() + "/logo";
        assertThat(logo(HttpMethod.PUT, absent, png, "\"1\"")).isEqualTo(404);
    }

    private int logo(HttpMethod method, String path, byte[] content, String version) {
        var call = api().method(method).uri(path).contentType(MediaType.APPLICATION_OCTET_STREAM);
        if (!version.isEmpty()) {
            call.header("If-Match", version);
        }
        return call.body(content).retrieve().toBodilessEntity().getStatusCode().value();
    }

    @Test
    void listsArePagedAndOddParametersAreNamed() {
        organisation("Commune paginée");
        var api = api();
        assertThat(get(api, ORGANISATIONS + "?size=1&page=1&q=paginee")).isEqualTo(200);
        assertThat(get(api, ORGANISATIONS + "?size=101")).isEqualTo(422);
        assertThat(get(api, ORGANISATIONS + "?page=zero")).isEqualTo(422);
        assertThat(get(api, ORGANISATIONS + "?page=1&page=2")).isEqualTo(422);
        assertThat(get(api, ORGANISATIONS + "?type=x")).isEqualTo(422);
        assertThat(get(api, ORGANISATIONS + "/rien")).isEqualTo(404);
        assertThat(get(api, ORGANISATIONS + "/" + UUID.randomUUID())).isEqualTo(404);
    }

    @Test
    void invitationsServicesAndMembershipsAreWithinReach() {
        var api = api();
        var where = organisation("Commune outillée");
        var agent = agent("Agent Outil (essai)", organisation("Commune d’origine"));
        var base = ORGANISATIONS + "/" + where.id();
        var service = call(api, HttpMethod.POST, base + "/services", "{\"name\":\"Voirie\"}", "");
        assertThat(service.getStatusCode().value()).isEqualTo(201);
        var roles =
                "{\"roles\":[\"gestionnaire\"],\"services\":[\""
                        + bodyOf(service).get("id")
                        + "\"]}";
        assertThat(
                        call(api, HttpMethod.PUT, base + "/agents/" + agent.id(), roles, "")
                                .getStatusCode()
                                .value())
                .isEqualTo(200);
        var invited =
                call(
                        api,
                        HttpMethod.POST,
                        base + "/invitations",
                        "{\"name\":\"Inventée\",\"email\":\"i@example.fr\",\"roles\":[\"gestionnaire\"]}",
                        "");
        assertThat(invited.getStatusCode().value()).isEqualTo(201);
        assertThat(invited.getBody()).containsEntry("state", "envoyee").doesNotContainKey("secret");
        var withdrawn = call(api, HttpMethod.DELETE, pathOf(invited), "", "1");
        assertThat(withdrawn.getBody()).containsEntry("state", "retiree");
    }

    @Test
    void theDescriptionTellsHowToCall() {
        var text = api().get().uri("/api/openapi").retrieve().body(String.class);
        assertThat(text).contains("\"openapi\":\"3.1", ORGANISATIONS, "bearer", "OrganisationBody");
    }

    private static Map<String, Object> bodyOf(ResponseEntity<Map<String, Object>> answer) {
        return Objects.requireNonNull(answer.getBody());
    }

    private static String pathOf(ResponseEntity<?> answer) {
        return Objects.requireNonNull(answer.getHeaders().getLocation()).getPath();
    }

    private static String body(String name) {
        return "{\"siret\":\""
                + freshSiret()
                + "\",\"name\":\""
                + name
                + "\",\"type\":\"commune\"}";
    }

    private static int get(RestClient api, String path) {
        return api.get().uri(path).retrieve().toBodilessEntity().getStatusCode().value();
    }

    private static ResponseEntity<Map<String, Object>> withKey(
            RestClient api, String path, String body, String key) {
        return api.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .retrieve()
                .toEntity(new ParameterizedTypeReference<>() {});
    }

    private static ResponseEntity<Map<String, Object>> call(
            RestClient api, HttpMethod method, String path, String body, String version) {
        var call = api.method(method).uri(path).contentType(MediaType.APPLICATION_JSON);
        if (!version.isEmpty()) {
            call.header(HttpHeaders.IF_MATCH, version);
        }
        return call.body(body).retrieve().toEntity(new ParameterizedTypeReference<>() {});
    }
}
