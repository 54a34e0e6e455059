package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** Connected services as programs meet them. */
@NullMarked
class PartnerApiTests extends PartnerHouse {

    private static final String CLIENTS = "/api/identity/v1/clients";

    @Test
    void aServiceIsRegisteredReadChangedAndSwitchedOff() {
        var made = call(HttpMethod.POST, CLIENTS, body("Par programme (essai)"));
        assertThat(made.getStatusCode().value()).isEqualTo(201);
        var id = String.valueOf(bodyOf(made).get("client_id"));
        assertThat(bodyOf(made))
                .containsEntry("stage", "sandbox")
                .containsEntry("require_pkce", true)
                .containsKey("client_secret");
        var party = service(new Registered(id, String.valueOf(bodyOf(made).get("client_secret"))));
        assertThat(party.token(party.tokenForm("rien")).text("error")).isEqualTo("invalid_grant");

        var read = call(HttpMethod.GET, CLIENTS + "/" + id, "");
        assertThat(bodyOf(read).get("client_secret")).isNull();
        var renamed = body("Renommé (essai)");
        assertThat(status(HttpMethod.PUT, CLIENTS + "/" + id, renamed, "")).isEqualTo(428);
        assertThat(status(HttpMethod.PUT, CLIENTS + "/" + id, renamed, "W/zut")).isEqualTo(412);
        assertThat(status(HttpMethod.PUT, CLIENTS + "/" + id, renamed, "\"1\"")).isEqualTo(200);
        assertThat(status(HttpMethod.PUT, CLIENTS + "/" + id, renamed, "\"1\"")).isEqualTo(412);
        assertThat(
                        status(
                                HttpMethod.PUT,
                                CLIENTS + "/" + id + "/active",
                                "{\"active\":false}",
                                "2"))
                .isEqualTo(200);
        assertThat(bodyOf(call(HttpMethod.GET, CLIENTS + "/" + id, "")))
                .containsEntry("active", false)
                .containsEntry("client_name", "Renommé (essai)");
    }

    @Test
    void aRepeatedRegistrationGetsTheSameAnswer() {
        var key = UUID.randomUUID().toString();
        var body = body("Répété (essai)");
        var token = token();
        var first = withKey(token, CLIENTS, body, key);
        var again = withKey(token, CLIENTS, body, key);
        assertThat(first.getStatusCode().value()).isEqualTo(201);
        assertThat(again.getBody()).isEqualTo(first.getBody());
        assertThat(withKey(token, CLIENTS, body("Autre (essai)"), key).getStatusCode().value())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"client_name\":\"Essai\"|\"client_name\":7|/x",
                "\"client_name\":\"Essai\"|\"client_name\":[\"a\"]|/client_name",
                "\"client_name\":\"Essai\"|\"client_name\":\"\"|/client_name",
                "\"federation\":\"citoyens\"|\"federation\":\"martiens\"|/federation",
                "\"profile\":\"openid\"|\"profile\":\"proconnect\"|/profile",
                "\"scopes\":[\"email\"]|\"scopes\":[\"idp_sub\"]|/scopes",
                "\"scopes\":[\"email\"]|\"scopes\":\"email\"|/scopes",
                "\"scopes\":[\"email\"]|\"scopes\":[\"email\"],\"extra\":1|/extra",
                "\"scopes\":[\"email\"]|\"scopes\":[\"email\"],\"sector\":\"d-autrui\"|/sector",
                "client_secret_post|private_key_jwt|/jwks_uri",
                "\"contacts\":[\"a@essai.example\"]|\"contacts\":[]|/contacts",
            })
    void whatIsWrongIsNamedByItsPointer(String right, String wrong, String pointer) {
        var body = body("Essai").replace(right, wrong);
        var answer = call(HttpMethod.POST, CLIENTS, body);
        if (pointer.equals("/x")) {
            assertThat(bodyOf(answer)).containsEntry("client_name", "7");
            return;
        }
        assertThat(answer.getStatusCode().value()).as(body).isEqualTo(422);
        assertThat(String.valueOf(bodyOf(answer).get("errors"))).contains(pointer + ",");
    }

    @Test
    void tooLongAndTooManyAreRefused() {
        var long121 = body("n".repeat(121));
        assertThat(call(HttpMethod.POST, CLIENTS, long121).getStatusCode().value()).isEqualTo(422);
        var far = body("Essai").replace("/retour", "/" + "r".repeat(500));
        assertThat(call(HttpMethod.POST, CLIENTS, far).getStatusCode().value()).isEqualTo(422);
        var six =
                body("Essai")
                        .replace(
                                "\"a@essai.example\"",
                                "\"a@e.fr\",\"b@e.fr\",\"c@e.fr\",\"d@e.fr\",\"e@e.fr\",\"f@e.fr\"");
        assertThat(call(HttpMethod.POST, CLIENTS, six).getStatusCode().value()).isEqualTo(422);
    }

    @Test
    void aSecretIsRenewedOnceForOneKeyAndThePublicIsAsked() {
        var id = id(call(HttpMethod.POST, CLIENTS, body("Secret (essai)")));
        var path = CLIENTS + "/" + id;
        assertThat(status(HttpMethod.POST, path + "/secret", "{\"overlap\":2}", "1"))
                .isEqualTo(422);
        assertThat(status(HttpMethod.POST, path + "/secret", "{\"overlap\":7}", "1"))
                .isEqualTo(200);
        assertThat(status(HttpMethod.POST, path + "/secret", "{\"overlap\":7}", "1"))
                .isEqualTo(412);
        assertThat(status(HttpMethod.DELETE, path + "/previous-secret", "", "2")).isEqualTo(200);
        assertThat(status(HttpMethod.PUT, path + "/stage", "{\"stage\":\"ciel\"}", "3"))
                .isEqualTo(422);
        assertThat(status(HttpMethod.PUT, path + "/decision", "{\"granted\":true}", "3"))
                .isEqualTo(422);
        assertThat(status(HttpMethod.PUT, path + "/stage", "{\"stage\":\"production\"}", "3"))
                .isEqualTo(200);
        assertThat(status(HttpMethod.PUT, path + "/decision", "{\"granted\":false}", "4"))
                .isEqualTo(422);
        assertThat(status(HttpMethod.PUT, path + "/decision", "{\"granted\":true}", "4"))
                .as("the habilitation decides")
                .isEqualTo(422);
        Covered.by(db, id);
        assertThat(status(HttpMethod.PUT, path + "/stage", "{\"stage\":\"production\"}", "4"))
                .isEqualTo(200);
        assertThat(bodyOf(call(HttpMethod.GET, path, ""))).containsEntry("stage", "production");
        assertThat(
                        status(
                                HttpMethod.PUT,
                                path,
                                body("Secret").replace("\"email\"", "\"birth\""),
                                "5"))
                .as("no more data in production")
                .isEqualTo(422);
    }

    @Test
    void aRequestIsCheckedAndActivityCounted() {
        var id = id(call(HttpMethod.POST, CLIENTS, body("Vu (essai)")));
        var checked =
                call(HttpMethod.POST, CLIENTS + "/" + id + "/check", "{\"request\":\"nonce=x\"}");
        assertThat(checked.getStatusCode().value()).isEqualTo(200);
        var activity = call(HttpMethod.GET, CLIENTS + "/" + id + "/activity?window=jour", "");
        assertThat(bodyOf(activity)).containsKeys("at", "outcomes", "points");
    }

    @Test
    void nobodyWithoutTheRightAndNoUnknownService() {
        assertThat(status(HttpMethod.GET, CLIENTS + "/inconnu", "", "")).isEqualTo(404);
        assertThat(
                        http("socle_faux")
                                .get()
                                .uri(CLIENTS)
                                .retrieve()
                                .toBodilessEntity()
                                .getStatusCode()
                                .value())
                .isEqualTo(401);
        var nowhere = body("Nulle part").replace("\"organisation\":\"", "\"organisation\":\"0");
        assertThat(call(HttpMethod.POST, CLIENTS, nowhere).getStatusCode().value()).isEqualTo(422);
    }

    @Test
    void theDescriptionTellsHowToCall() {
        var text = http(token()).get().uri("/api/openapi").retrieve().body(String.class);
        assertThat(text).contains(CLIENTS, "ClientBody", "previous-secret");
    }

    private String body(String name) {
        return """
        {"organisation":"%s","client_name":"%s","federation":"citoyens","profile":"openid",
         "redirect_uris":["https://essai.example/retour"],"scopes":["email"],
         "token_endpoint_auth_method":"client_secret_post","contacts":["a@essai.example"]}
        """
                .formatted(organisation("Ville par programme (essai)").id(), name)
                .replace("\n", "");
    }

    private static Map<String, Object> bodyOf(ResponseEntity<Map<String, Object>> answer) {
        return Objects.requireNonNull(answer.getBody());
    }

    private static String id(ResponseEntity<Map<String, Object>> answer) {
        return String.valueOf(bodyOf(answer).get("client_id"));
    }

    private int status(HttpMethod method, String path, String body, String version) {
        return send(token(), method, path, body, version).getStatusCode().value();
    }

    private ResponseEntity<Map<String, Object>> call(HttpMethod method, String path, String body) {
        return send(token(), method, path, body, "");
    }

    private ResponseEntity<Map<String, Object>> withKey(
            String token, String path, String body, String key) {
        return http(token)
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .retrieve()
                .toEntity(new ParameterizedTypeReference<>() {});
    }

    private ResponseEntity<Map<String, Object>> send(
            String token, HttpMethod method, String path, String body, String version) {
        var call = http(token).method(method).uri(path);
        if (!version.isEmpty()) {
            call.header(HttpHeaders.IF_MATCH, version);
        }
        if (!body.isEmpty()) {
            call.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return call.retrieve().toEntity(new ParameterizedTypeReference<>() {});
    }

    private RestClient http(String token) {
        return RestClient.builder()
                .baseUrl(address(""))
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .defaultStatusHandler(_ -> true, (_, _) -> {})
                .build();
    }
}
