package fr.socle.demarches.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.kernel.NumeroPublic;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.UUID;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Programs send answers ahead of usagers, and follow what becomes of them. */
@NullMarked
class PrefillApiTests extends GraphqlHouse {

    private static final String JSON_TYPE = "application/json";

    /** From an address of its own each, so that no test uses up what another may call. */
    private HttpClient program = from("127.0.0.11");

    @Test
    void aProgramSendsAnswersAndFollowsTheDossier() throws Exception {
        var sent = post("{\"champ_jour\":\"2026-02-28\",\"champ_rien\":1e999,\"autre\":1}", 201);
        assertThat(sent.propertyNames())
                .containsExactly(
                        "dossier_url",
                        "state",
                        "dossier_id",
                        "dossier_number",
                        "dossier_prefill_token");
        assertThat(sent.path("state").asString()).isEqualTo("prefilled");
        var number = sent.path("dossier_number").asInt();
        assertThat(sent.path("dossier_id").asString()).isEqualTo(typed("Dossier", number));
        var token = sent.path("dossier_prefill_token").asString();
        assertThat(followed(token).path("state").asString()).isEqualTo("prefilled");
        assertThat(followed(token).path("submitted_at").isNull()).isTrue();

        var path = URI.create(sent.path("dossier_url").asString());
        HtmlPage begin =
                usager(UUID.randomUUID()).getPage(address(path.getPath() + "?" + path.getQuery()));
        assertThat(begin.asNormalizedText()).contains("28/02/2026");
        var filling = press(formTo(begin, slug()), "Commencer ma demande");
        assertThat(number(idOf(filling))).isEqualTo(number);
        assertThat(followed(token).path("state").asString()).isEqualTo("brouillon");
        deposit(idOf(filling));
        var after = followed(token);
        assertThat(after.path("state").asString()).isEqualTo("en_construction");
        assertThat(after.path("submitted_at").asString()).isEqualTo("2026-03-01T08:00:00Z");
        assertThat(after.path("processed_at").isNull()).isTrue();
    }

    @Test
    void whatIsNoJsonObjectIsRefused() throws Exception {
        program = from("127.0.0.12");
        post("[1]", 400);
        post("\"champ_jour\"", 400);
        post("{\"champ_jour\":", 400);
        post("", 400);
        post("{\"champ_jour\":\"2026-02-28\",\"champ_jour\":\"2026-02-27\"}", 400);
        post("{\"champ_jour\":\"" + "x".repeat(200_000) + "\"}", 413);
        assertThat(post("{}", 400, "text/plain").path("error").asString())
                .isEqualTo("Content-Type should be json");
        post("{}", 400, "nonsense");
        post("[".repeat(90_000), 400);
        post("{}", 201, "application/json; charset=utf-8");
    }

    @Test
    void aProcedureThatIsNotOpenTakesNothing() throws Exception {
        program = from("127.0.0.13");
        var here = "/api/public/v1/demarches/" + demarche() + "/dossiers";
        var token = post("{}", 201).path("dossier_prefill_token").asString();
        db().sql("UPDATE demarches.demarche SET state = 'close' WHERE serial = :serial")
                .param("serial", demarche())
                .update();
        post("{}", 404);
        assertThat(get(here + "?prefill_token=" + token, 200)).hasSize(1);
        db().sql("UPDATE demarches.demarche SET state = 'brouillon' WHERE serial = :serial")
                .param("serial", demarche())
                .update();
        post("{}", 404);
        get(here + "?prefill_token=" + token, 404);
        for (var other : new String[] {"999999999", "99999999999999999999", "-1", "nonsense"}) {
            get("/api/public/v1/demarches/" + other + "/dossiers", 404);
        }
    }

    @Test
    void onlyTokensOfThisProcedureAreFollowed() throws Exception {
        program = from("127.0.0.14");
        var here = "/api/public/v1/demarches/" + demarche() + "/dossiers";
        var one = post("{}", 201).path("dossier_prefill_token").asString();
        var two = post("{}", 201).path("dossier_prefill_token").asString();
        var asked = "?prefill_token=" + one + "," + two + ",inconnu,,&prefill_token=" + one;
        assertThat(get(here + asked, 200)).hasSize(2);
        assertThat(get(here, 200)).isEmpty();
        assertThat(get(here + "?prefill_token=" + "x,".repeat(50) + one, 200)).hasSize(1);
        var many = new StringBuilder("?prefill_token=");
        for (int i = 0; i <= 100; i++) {
            many.append(i).append(',');
        }
        get(here + many, 400);
        var slug = published("Autre démarche d’essai");
        int other =
                db().sql("SELECT serial FROM demarches.demarche WHERE slug = :slug")
                        .param("slug", slug)
                        .query(Integer.class)
                        .single();
        assertThat(get("/api/public/v1/demarches/" + other + "/dossiers?prefill_token=" + one, 200))
                .isEmpty();
    }

    @Test
    void aTokenThatIsTooOldIsGone() throws Exception {
        program = from("127.0.0.15");
        var token = post("{\"champ_jour\":\"2026-02-28\"}", 201);
        db().sql("UPDATE demarches.preremplissage SET made_at = made_at - INTERVAL '15 days'")
                .update();
        var here = "/api/public/v1/demarches/" + demarche() + "/dossiers?prefill_token=";
        assertThat(get(here + token.path("dossier_prefill_token").asString(), 200)).isEmpty();
    }

    @Test
    void aTokenDoesNotGiveItsNumberToADossierThatIsOnItsWay() throws Exception {
        program = from("127.0.0.16");
        var browser = usager(UUID.randomUUID());
        HtmlPage begin = browser.getPage(address("/mes-dossiers/commencer/" + slug()));
        var form = formTo(begin, slug());
        var id = idOf(press(form, "Commencer ma demande"));
        deposit(id);
        int before = number(id);
        var token = post("{}", 201).path("dossier_prefill_token").asString();
        form.setActionAttribute(form.getActionAttribute() + "?prefill_token=" + token);
        press(form, "Commencer ma demande");
        assertThat(number(id)).isEqualTo(before);
        assertThat(followed(token).path("state").asString()).isEqualTo("prefilled");
    }

    @Test
    void whoCallsTooOftenWaits() throws Exception {
        program = from("127.0.0.17");
        int refused = 0;
        for (int i = 0; i < 40; i++) {
            var answer = send(request(here()).GET().build());
            if (answer.statusCode() == 429) {
                refused++;
                assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
            }
        }
        assertThat(refused).isPositive();
    }

    private void deposit(String dossier) {
        db().sql(
                        """
                        UPDATE demarches.dossier
                           SET state = 'en-construction', number = :number, deposited_at = '2026-03-01T08:00:00Z'
                         WHERE id = :id::uuid
                        """)
                .param("number", NumeroPublic.fresh(new SecureRandom()).value())
                .param("id", dossier)
                .update();
    }

    private JsonNode followed(String token) throws Exception {
        var found = get(here() + "?prefill_token=" + token, 200);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private String here() {
        return "/api/public/v1/demarches/" + demarche() + "/dossiers";
    }

    private JsonNode post(String body, int status) throws Exception {
        return post(body, status, JSON_TYPE);
    }

    private JsonNode post(String body, int status, String type) throws Exception {
        var request =
                request(here())
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        return read(send(request.build()), status);
    }

    private JsonNode get(String path, int status) throws Exception {
        return read(send(request(path).GET().build()), status);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address(path).replace("localhost", "127.0.0.1")));
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return program.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode read(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static HttpClient from(String address) {
        return HttpClient.newBuilder().localAddress(InetAddress.ofLiteral(address)).build();
    }
}
