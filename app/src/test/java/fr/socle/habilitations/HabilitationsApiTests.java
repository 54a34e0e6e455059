package fr.socle.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.directory.Organisation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** Programs write, decide, talk and delegate under the rules of the pages. */
@NullMarked
class HabilitationsApiTests extends HabilitationHouse {

    private static final String BASE = "/api/habilitations/v1/demandes";

    @Test
    void aProgramTakesARequestFromTheDraftToTheGrant() {
        var api = api();
        var city = organisation("Ville programmée (essai)");
        var draft =
                post(
                        api,
                        BASE,
                        Map.of("organisation", city.id().toString(), "envoi", "brouillon"),
                        null);
        assertThat(draft.getStatusCode().value()).isEqualTo(201);
        var path = String.valueOf(draft.getHeaders().getLocation());
        assertThat(put(api, path, Map.of("intitule", "Seul"), "\"1\"").getStatusCode().value())
                .isEqualTo(422);
        var sent = put(api, path, whole(city), "\"1\"");
        assertThat(sent.getBody()).contains("\"state\":\"soumise\"");
        assertThat(put(api, path, whole(city), "\"1\"").getStatusCode().value()).isEqualTo(412);
        var asked = Map.<String, Object>of("decision", "modifications");
        assertThat(post(api, path + "/decision", asked, "\"2\"").getStatusCode().value())
                .isEqualTo(422);
        var granted = post(api, path + "/decision", Map.of("decision", "accorder"), "\"2\"");
        assertThat(granted.getBody()).contains("\"state\":\"accordee\"", "\"granted\":1");
        assertThat(post(api, path + "/actes/archiver", Map.of(), "\"3\"").getStatusCode().value())
                .isEqualTo(422);
        assertThat(get(api, path + "/evenements").getBody()).contains("brouillon", "accordee");
        assertThat(habilitations.usable(city.id())).hasSize(1);
    }

    @Test
    void ofTwoDecisionsAtOnceTheSecondIsTold() {
        var api = api();
        var city = organisation("Ville convoitée (essai)");
        var made = post(api, BASE, whole(city), null);
        var path = made.getHeaders().getLocation() + "/decision";
        var refuse = Map.<String, Object>of("decision", "refuser", "motif", "Essai");
        var both =
                List.of(Map.<String, Object>of("decision", "accorder"), refuse).stream()
                        .map(
                                body ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        post(api, path, body, "\"1\"")
                                                                .getStatusCode()
                                                                .value()))
                        .toList();
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void aRepeatedCallMakesOneRequest() {
        var api = api();
        var city = organisation("Ville répétée (essai)");
        var key = UUID.randomUUID().toString();
        var first = repeated(api, whole(city), key);
        var again = repeated(api, whole(city), key);
        assertThat(again.getBody()).isEqualTo(first.getBody());
        assertThat(
                        db.sql(
                                        "SELECT count(*) FROM habilitations.demande WHERE organisation = :id")
                                .param("id", city.id().value())
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void messagesAndDelegationsFollowTheSameRules() {
        var api = api();
        var city = organisation("Ville parlante (essai)");
        var editor = organisation("Éditeur parlant (essai)");
        var path = String.valueOf(post(api, BASE, whole(city), null).getHeaders().getLocation());
        var early = Map.<String, Object>of("editeur", editor.siret().value());
        assertThat(post(api, path + "/delegations", early, null).getStatusCode().value())
                .isEqualTo(422);
        post(api, path + "/decision", Map.of("decision", "accorder"), "\"1\"");
        var given = post(api, path + "/delegations", early, null);
        assertThat(given.getStatusCode().value()).isEqualTo(201);
        assertThat(get(api, path + "/delegations").getBody()).contains(editor.id().toString());
        var unknown = path + "/delegations/" + UUID.randomUUID();
        assertThat(call(api, HttpMethod.DELETE, unknown, null, null).getStatusCode().value())
                .isEqualTo(404);
        assertThat(
                        post(api, path + "/messages", Map.of("message", "Bonjour"), null)
                                .getStatusCode()
                                .value())
                .isEqualTo(204);
        assertThat(
                        post(api, path + "/messages", Map.of("texte", "Bonjour"), null)
                                .getStatusCode()
                                .value())
                .isEqualTo(422);
        assertThat(get(api, path + "/messages").getBody()).contains("Bonjour");
    }

    @Test
    void whatIsUnknownOrWrongIsAProblem() {
        var api = api();
        assertThat(get(api, BASE + "/rien").getStatusCode().value()).isEqualTo(404);
        assertThat(get(api, BASE + "/" + UUID.randomUUID()).getStatusCode().value()).isEqualTo(404);
        var nowhere = Map.<String, Object>of("organisation", UUID.randomUUID().toString());
        assertThat(post(api, BASE, nowhere, null).getStatusCode().value()).isEqualTo(422);
        var city = organisation("Ville fautive (essai)");
        var made = post(api, BASE, whole(city), null);
        var path = String.valueOf(made.getHeaders().getLocation());
        var decision = Map.<String, Object>of("decision", "accorder");
        assertThat(post(api, path + "/decision", decision, null).getStatusCode().value())
                .isEqualTo(428);
        assertThat(post(api, path + "/actes/voler", Map.of(), "\"1\"").getStatusCode().value())
                .isEqualTo(404);
        assertThat(get(api, "/api/habilitations/v1/formulaires").getBody())
                .contains("quotient-familial");
        assertThat(get(api, "/api/openapi").getBody()).contains(BASE + "/{id}/decision");
    }

    private static Map<String, Object> whole(Organisation city) {
        var contact = Map.of("nom", "Essai", "courriel", "essai@essai.example");
        var body = new HashMap<String, Object>();
        body.put("organisation", city.id().toString());
        body.put("intitule", "Programme (essai)");
        body.put("usage", "autre");
        body.put("finalite", "Essai");
        body.put("nature", "loi");
        body.put("article", "L. 114-8");
        body.put("cadre", "Code d’essai");
        body.put("cadre-url", "https://ville.example/texte");
        body.put("donnees", Map.of("quotient-familial", List.of("quotient_familial.valeur")));
        body.put("demandeurs", List.of("agent"));
        body.put("destinataires", "Service (essai)");
        body.put("validite", 12);
        body.put("conservation", 12);
        body.put("dpo", contact);
        body.put("responsable", contact);
        body.put("dpo-informe", true);
        body.put("cgu", true);
        return body;
    }

    private static ResponseEntity<String> repeated(RestClient api, Object body, String key) {
        return api.post()
                .uri(BASE)
                .header("Idempotency-Key", key)
                .body(body)
                .retrieve()
                .toEntity(String.class);
    }

    private static ResponseEntity<String> get(RestClient api, String path) {
        return call(api, HttpMethod.GET, path, null, null);
    }

    private static ResponseEntity<String> post(
            RestClient api, String path, Map<String, Object> body, @Nullable String version) {
        return call(api, HttpMethod.POST, path, body, version);
    }

    private static ResponseEntity<String> put(
            RestClient api, String path, Map<String, Object> body, String version) {
        return call(api, HttpMethod.PUT, path, body, version);
    }

    private static ResponseEntity<String> call(
            RestClient api,
            HttpMethod method,
            String path,
            @Nullable Map<String, Object> body,
            @Nullable String version) {
        var call = api.method(method).uri(path);
        if (version != null) {
            call.header("If-Match", version);
        }
        return (body == null ? call : call.body(body)).retrieve().toEntity(String.class);
    }
}
