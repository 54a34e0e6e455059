package fr.socle.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** The API takes what it describes and nothing else, and repeats itself to the letter. */
@NullMarked
class ApiStrictnessTests extends DirectoryTest {

    private static final String ORGANISATIONS = "/api/directory/v1/organisations";

    private @Nullable RestClient caller;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"roles\":[null] | 422 | /roles/0 | ui.json.element",
                "\"roles\":[{}] | 422 | /roles/0 | ui.json.element",
                "\"roles\":\"gestionnaire\" | 422 | /roles | ui.json.list",
                "\"services\":7 | 422 | /services | ui.json.list",
                "\"rôles\":[] | 422 | /rôles | ui.json.unknown",
                "\"name\":[\"Autre\"] | 400 | /name | ui.json.malformed",
                "\"email\":\"autre@example.fr\" | 400 | /email | ui.json.malformed"
            })
    void anInvitationOfAnotherShapeIsRefusedAtItsMember(
            String member, int status, String pointer, String code) {
        var where = organisation("Commune stricte");
        var body = "{\"name\":\"Inventée\",\"email\":\"s@example.fr\"," + member + "}";
        var answer = post(ORGANISATIONS + "/" + where.id() + "/invitations", body, "");
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(bodyOf(answer).toString()).contains("pointer=" + pointer + ",", code);
        assertThat(invitations.of(where.id(), 1, 0).total()).isZero();
    }

    @Test
    void aNameThatIsTooLongIsToldItsOwnLimit() {
        var answer = post(ORGANISATIONS, organisationOf("a".repeat(10_000)), "");
        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(bodyOf(answer).toString()).contains("/name", "200 caractères au plus");
    }

    @Test
    void aRepeatedAnswerHasTheHeadersOfTheFirst() {
        var key = UUID.randomUUID().toString();
        var body = organisationOf("Commune répétée");
        var first = post(ORGANISATIONS, body, key);
        var again = post(ORGANISATIONS, body, key);
        assertThat(first.getHeaders().getETag()).isEqualTo("\"1\"");
        assertThat(again.getHeaders().getETag()).isEqualTo(first.getHeaders().getETag());
        assertThat(again.getHeaders().getLocation()).isEqualTo(first.getHeaders().getLocation());
        assertThat(again.getStatusCode()).isEqualTo(first.getStatusCode());
    }

    @Test
    void aFormWithoutAReadableVersionIsNotAConflict() {
        var where = organisation("Commune sans version");
        for (var version : new String[] {"", "x", "-1"}) {
            var answer =
                    api().post()
                            .uri("/administration/organisations/" + where.id() + "/etat")
                            .accept(MediaType.TEXT_HTML)
                            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                            .body("active=non&_version=" + version)
                            .retrieve()
                            .toEntity(String.class);
            assertThat(answer.getStatusCode().value()).as(version).isEqualTo(422);
            assertThat(answer.getBody())
                    .contains("sur quelle version")
                    .doesNotContain("avant vous");
        }
    }

    private static String organisationOf(String name) {
        return "{\"siret\":\"%s\",\"name\":\"%s\",\"type\":\"commune\"}"
                .formatted(freshSiret(), name);
    }

    private ResponseEntity<Map<String, Object>> post(String path, String body, String key) {
        // one token for all, because a key belongs to its caller
        caller = caller == null ? api() : caller;
        var call = caller.post().uri(path).contentType(MediaType.APPLICATION_JSON);
        if (!key.isEmpty()) {
            call.header("Idempotency-Key", key);
        }
        return call.body(body).retrieve().toEntity(new ParameterizedTypeReference<>() {});
    }

    private static Map<String, Object> bodyOf(ResponseEntity<Map<String, Object>> answer) {
        return Objects.requireNonNull(answer.getBody());
    }
}
