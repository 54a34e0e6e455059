package fr.socle.citoyen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.directory.ApiTokens;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.htmlunit.WebClient;
import org.htmlunit.WebResponse;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** Procedures that go on outside this house. */
class SuiviTests extends RealHouse {

    private static final String PAGE = "/administration/avancements";
    private static final String API = "/api/citoyen/v1/avancements";

    @Autowired ApiTokens tokens;

    @Test
    void aPersonSeesHowFarAProcedureElsewhereCameAndSaidTwiceIsSaidOnce() throws IOException {
        var browser = usager("Léa Exemplaire");
        var token = token(agent(organisation(CITY), "gestionnaire"), "Logiciel d’essai");
        var reference = "R-" + UUID.randomUUID();
        var first = announcement(reference, "recue", 2);
        assertThat(call(token, first).getStatusCode().value()).isEqualTo(202);
        assertThat(call(token, first).getStatusCode().value()).isEqualTo(202);
        assertThat(call(token, announcement(reference, "acceptee", 1)).getStatusCode().value())
                .isEqualTo(202);
        assertThat(call(token, announcement(reference, "en-cours", 3)).getStatusCode().value())
                .isEqualTo(202);
        var mine = page(browser, "/mon-dossier").asNormalizedText();
        assertThat(mine)
                .contains("Mes démarches ailleurs", "Aide d’essai", "Ville de Beaumont", reference)
                .containsOnlyOnce("référence " + reference);
        assertThat(steps(reference)).isEqualTo(3);
        assertThat(mine.substring(mine.indexOf(reference))).contains("Acceptée", "Reçue");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () ->
                                assertThat(page(browser, "/mon-dossier/usages").asNormalizedText())
                                        .contains("a fait savoir où en est votre démarche"));
        HtmlPage export = page(browser, "/mon-dossier/export");
        assertThat(send(formTo(export, "/mon-dossier/export/json"), "json").getContentAsString())
                .contains("\"ailleurs\"", reference, "\"acceptee\"");
        assertThat(page(usager("Ylan Modèle"), "/mon-dossier").asNormalizedText())
                .doesNotContain(reference);
        var raw = db.sql("SELECT a::text FROM citoyen.avancement a").query(String.class).list();
        assertThat(raw).isNotEmpty().noneMatch(it -> it.contains("Aide d’essai"));
    }

    @Test
    void whoHasNoAccountIsAnsweredAlikeAndNothingIsKept() throws IOException {
        var token = token(agent(organisation(CITY), "gestionnaire"), "Logiciel d’essai");
        var reference = "N-" + UUID.randomUUID();
        var nobody = announcement(reference, "recue", 1);
        nobody.put("family_name", "Absente-D’Ici");
        var answer = call(token, nobody);
        assertThat(answer.getStatusCode().value()).isEqualTo(202);
        assertThat(answer.getBody()).contains(reference);
        var bySub = announcement(reference, "recue", 1);
        bySub.keySet().removeIf(it -> it.contains("_") || it.startsWith("birth"));
        bySub.remove("gender");
        bySub.put("sub", "inconnu");
        assertThat(call(token, bySub).getStatusCode().value()).isEqualTo(202);
        assertThat(steps(reference)).isZero();
    }

    @Test
    void eachMemberThatIsWrongIsNamed() throws IOException {
        var token = token(agent(organisation(CITY), "gestionnaire"), "Logiciel d’essai");
        refused(token, "etat", "fini", "/etat");
        refused(token, "reference", "x".repeat(81), "/reference");
        refused(token, "demarche", "", "/demarche");
        refused(token, "le", "hier", "/le");
        refused(token, "le", OffsetDateTime.now(ZoneOffset.UTC).plusHours(1).toString(), "/le");
        refused(token, "adresse", "javascript:alert(1)", "/adresse");
        refused(token, "adresse", "http://ville.example/", "/adresse");
        refused(token, "sub", "les-deux", "/sub");
        refused(token, "birthdate", "1990-13-01", "/birthdate");
        refused(token, "inconnu", "x", "/inconnu");
        var list = new HashMap<String, Object>(announcement("R-1", "recue", 1));
        list.put("etat", List.of("recue", "acceptee"));
        assertThat(call(token, list).getStatusCode().value()).isEqualTo(422);
    }

    @Test
    void aTokenOpensNothingElseAndEndsAtOnce() throws IOException {
        var manager = agent(organisation(CITY), "gestionnaire");
        var token = token(manager, "Passager");
        var announcement = announcement("R-" + UUID.randomUUID(), "recue", 1);
        assertThat(get(token, "/api/directory/v1/organisations")).isIn(401, 403);
        assertThat(get(token, PAGE)).isNotEqualTo(200);
        assertThat(call("soclesuivi_faux", announcement).getStatusCode().value()).isEqualTo(401);
        assertThat(call("", announcement).getStatusCode().value()).isEqualTo(401);
        var operator = tokens.createForOperator("essai", Duration.ofHours(1));
        assertThat(call(operator, announcement).getStatusCode().value()).isEqualTo(403);
        var other = agent(organisation(MINISTRY), "gestionnaire");
        var list = page(manager, PAGE);
        var form = formTo(list, PAGE + "/" + idOf("Passager") + "/retrait");
        var csrf = csrf(page(other, PAGE));
        assertThat(post(other, form.getActionAttribute(), csrf, Map.of()).getStatusCode())
                .isEqualTo(404);
        assertThat(send(form).asNormalizedText()).contains("ne peut plus rien annoncer");
        assertThat(call(token, announcement).getStatusCode().value()).isEqualTo(401);
        assertThat(status(agent(organisation(CITY), "concepteur"), PAGE)).isEqualTo(403);
    }

    @Test
    void tooManyCallsInAMinuteAreTurnedAway() throws IOException {
        var token = token(agent(organisation(CITY), "gestionnaire"), "Bavard");
        db.sql(
                        """
                        UPDATE citoyen.emetteur SET calls = 600, minute = date_trunc('minute', now())
                         WHERE label = 'Bavard'
                        """)
                .update();
        var said = call(token, announcement("R-" + UUID.randomUUID(), "recue", 1));
        var calls =
                db.sql("SELECT calls FROM citoyen.emetteur WHERE label = 'Bavard'")
                        .query(Integer.class)
                        .single();
        // because the minute may end in between, and the test's client calls again after a 429
        assertThat(said.getStatusCode().value()).isEqualTo(calls > 600 ? 429 : 202);
    }

    private void refused(String token, String member, String value, String pointer) {
        var body = new HashMap<String, Object>(announcement("R-1", "recue", 1));
        body.put(member, value);
        var answer = call(token, body);
        assertThat(answer.getStatusCode().value()).as(member).isEqualTo(422);
        assertThat(answer.getBody()).contains("\"" + pointer + "\"");
    }

    private static WebResponse send(HtmlForm form, String what) throws IOException {
        assertThat(form.getActionAttribute()).endsWith(what);
        return form.<HtmlElement>getFirstByXPath(".//button").click().getWebResponse();
    }

    private String token(WebClient manager, String label) throws IOException {
        var form =
                page(manager, PAGE).getForms().stream()
                        .filter(it -> it.getActionAttribute().equals(PAGE))
                        .findFirst()
                        .orElseThrow();
        form.getInputByName("libelle").setValue(label);
        HtmlPage made = send(form);
        return made.asNormalizedText()
                .lines()
                .flatMap(it -> Arrays.stream(it.split("\\s")))
                .filter(it -> it.startsWith("soclesuivi_"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(made.asNormalizedText()));
    }

    private static HashMap<String, Object> announcement(String reference, String state, int hours) {
        return new HashMap<>(
                Map.of(
                        "reference", reference,
                        "demarche", "Aide d’essai",
                        "etat", state,
                        "le", OffsetDateTime.now(ZoneOffset.UTC).minusHours(hours).toString(),
                        "given_name", "Léa",
                        "family_name", "Exemplaire",
                        "birthdate", "1990-03-14",
                        "gender", "female",
                        "birthplace", "75117",
                        "birthcountry", "99100"));
    }

    private ResponseEntity<String> call(String token, Map<String, Object> body) {
        return client(token).post().uri(API).body(body).retrieve().toEntity(String.class);
    }

    private int get(String token, String path) {
        return client(token).get().uri(path).retrieve().toBodilessEntity().getStatusCode().value();
    }

    private RestClient client(String token) {
        return RestClient.builder()
                .baseUrl(url(""))
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .defaultStatusHandler(_ -> true, (_, _) -> {})
                .build();
    }

    private String idOf(String label) {
        return db.sql("SELECT id::text FROM citoyen.emetteur WHERE label = :label")
                .param("label", label)
                .query(String.class)
                .single();
    }

    private long steps(String reference) {
        return db.sql(
                        """
                        SELECT count(*) FROM citoyen.avancement_etape e
                          JOIN citoyen.avancement a ON a.id = e.avancement WHERE a.reference = :reference
                        """)
                .param("reference", reference)
                .query(Long.class)
                .single();
    }
}
