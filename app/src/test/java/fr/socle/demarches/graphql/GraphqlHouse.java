package fr.socle.demarches.graphql;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.dossier.DossierHouse;
import fr.socle.directory.Actor;
import fr.socle.directory.Agent;
import fr.socle.directory.AgentId;
import fr.socle.directory.MembershipDraft;
import fr.socle.directory.Memberships;
import fr.socle.directory.store.AgentStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A made-up city whose procedure is read by programs. */
@NullMarked
abstract class GraphqlHouse extends DossierHouse {

    static final JsonMapper JSON = JsonMapper.builder().build();
    static final Actor SOMEONE = new Actor(Actor.Nature.CONSOLE, null, "");

    @Autowired Memberships places;
    @Autowired AgentStore register;

    final HttpClient http = HttpClient.newHttpClient();

    /** An answer: its status and what it says. */
    record Answer(int status, JsonNode body) {

        String code() {
            return body.path("errors").path(0).path("extensions").path("code").asString("");
        }

        JsonNode data() {
            return body.path("data");
        }
    }

    Agent designer() {
        var agent =
                new Agent(
                        new AgentId(UUID.randomUUID()),
                        "Chloé Essai",
                        "chloe@ville.example",
                        true,
                        false,
                        1);
        register.insert(agent, Instant.now());
        places.join(
                SOMEONE,
                agent.id(),
                school().organisation(),
                new MembershipDraft(List.of("concepteur"), List.of()));
        return agent;
    }

    /** A token, as an agent makes it on the page. */
    String token(boolean write) throws IOException {
        return token(write, "", "");
    }

    /**
     * @param demarche the only one that it opens; empty: all
     */
    String token(boolean write, String networks, String demarche) throws IOException {
        HtmlPage page =
                agentBrowser(designer())
                        .getPage(address("/administration/demarches/jetons/nouveau"));
        var form = formTo(page, "/jetons/nouveau");
        form.getInputByName("label").setValue("Programme d’essai");
        form.getInputsByValue(demarche.isEmpty() ? "toutes" : "choisies")
                .getFirst()
                .setChecked(true);
        if (!demarche.isEmpty()) {
            form.getInputsByValue(demarche).getFirst().setChecked(true);
        }
        form.getInputsByValue(write ? "ecriture" : "lecture").getFirst().setChecked(true);
        form.getTextAreaByName("reseaux").setText(networks);
        form.getInputByName("days").setValue("30");
        var text = press(form, "Créer un jeton").asNormalizedText();
        return text.replaceAll("(?s).*(demarches_[A-Za-z0-9_-]{43}).*", "$1");
    }

    Answer call(String token, Map<String, Object> body) throws IOException, InterruptedException {
        return call(token, JSON.writeValueAsString(body));
    }

    Answer call(String token, String body) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(address("/api/v2/graphql")))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer token=" + token);
        }
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
    }

    /** A stored query. */
    Answer stored(String token, String operation, Map<String, Object> variables)
            throws IOException, InterruptedException {
        return call(token, body("ds-query-v2", operation, variables));
    }

    Answer mutation(String token, String operation, Map<String, Object> input)
            throws IOException, InterruptedException {
        return call(token, body("ds-mutation-v2", operation, Map.of("input", input)));
    }

    private static Map<String, Object> body(
            String query, String operation, Map<String, Object> variables) {
        var body = new HashMap<String, Object>();
        body.put("queryId", query);
        body.put("operationName", operation);
        body.put("variables", variables);
        return body;
    }

    Answer query(String token, String query) throws IOException, InterruptedException {
        return call(token, Map.of("query", query));
    }

    /** A deposited dossier. */
    String dossier() throws IOException {
        return idOf(deposited(usager(UUID.randomUUID())));
    }

    int number(String dossier) {
        return db().sql("SELECT serial FROM demarches.dossier WHERE id = :id")
                .param("id", UUID.fromString(dossier))
                .query(Integer.class)
                .single();
    }

    /** The number of the city's procedure. */
    int demarche() {
        return db().sql("SELECT serial FROM demarches.demarche WHERE organisation = :city")
                .param("city", school().organisation().value())
                .query(Integer.class)
                .single();
    }

    String typed(String kind, Object value) {
        return fr.socle.demarches.graphql.read.TypedId.of(kind, value);
    }

    /** The default group of the city's procedure. */
    int groupe() {
        return db().sql(
                        """
                        SELECT g.number FROM demarches.groupe g JOIN demarches.demarche d ON d.id = g.demarche
                         WHERE d.serial = :demarche AND g.rank = 0
                        """)
                .param("demarche", demarche())
                .query(Integer.class)
                .single();
    }

    DemarcheId procedure() {
        return new DemarcheId(
                db().sql("SELECT id FROM demarches.demarche WHERE serial = :serial")
                        .param("serial", demarche())
                        .query(UUID.class)
                        .single());
    }

    /** What most mutations of a dossier want. */
    Map<String, Object> input(String dossier, Agent agent) {
        var input = new HashMap<String, Object>();
        input.put("dossierId", typed("Dossier", number(dossier)));
        input.put("instructeurId", typed("Instructeur", agent.id()));
        return input;
    }

    /** Why a mutation did nothing. */
    static String why(Answer answer, String mutation) {
        return answer.data().path(mutation).at("/errors/0/message").asString("nothing: " + answer);
    }

    /** The answer of a stored mutation, as a strict client wants it. */
    static JsonNode strict(String mutation, Answer answer) throws IOException {
        new StrictClient()
                .check(
                        StoredQueries.read("ds-mutation-v2.graphql"),
                        mutation,
                        Map.of(),
                        answer.body());
        return answer.data();
    }

    /** One dossier, with all that may be read of it, as a strict client wants it. */
    JsonNode read(String token, String dossier) throws IOException, InterruptedException {
        var variables =
                Map.<String, Object>of(
                        "dossierNumber",
                        number(dossier),
                        "includeMessages",
                        true,
                        "includeCorrections",
                        true,
                        "includeRevision",
                        true);
        var answer = stored(token, "getDossier", variables);
        var query = StoredQueries.read("ds-query-v2.graphql");
        new StrictClient().check(query, "getDossier", variables, answer.body());
        return answer.data().path("dossier");
    }

    /** How many entries of this kind the journal has. */
    long entriesOf(String kind) {
        return db().sql(
                        """
                        SELECT (SELECT count(*) FROM journal.pending WHERE kind = :kind)
                             + (SELECT count(*) FROM journal.content WHERE kind = :kind)
                        """)
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    /** A file that a program announces. */
    Answer announced(String token, String dossier, String sum, int size) throws Exception {
        return mutation(
                token,
                "createDirectUpload",
                Map.of(
                        "dossierId",
                        typed("Dossier", number(dossier)),
                        "filename",
                        "essai.pdf",
                        "contentType",
                        "application/pdf",
                        "byteSize",
                        size,
                        "checksum",
                        sum));
    }

    int put(String url, String content) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/pdf")
                        .PUT(HttpRequest.BodyPublishers.ofString(content))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    static String md5(String content) throws Exception {
        var digest = MessageDigest.getInstance("MD5");
        return Base64.getEncoder()
                .encodeToString(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
    }

    int get(String url) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url)).GET().build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
