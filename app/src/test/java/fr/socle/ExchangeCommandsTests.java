package fr.socle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.exchange.dataset.Library;
import fr.socle.exchange.desk.ProviderDesk;
import fr.socle.journal.Audience;
import fr.socle.journal.Journal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The operator's commands for exchanges, typed beside a running house. */
@NullMarked
@PostgresTest
class ExchangeCommandsTests {

    @Autowired ProviderDesk desk;
    @Autowired Journal journal;
    @Autowired JdbcClient db;
    @LocalServerPort int port;

    @Value("${socle.database-url}")
    String databaseUrl = "";

    @Value("${socle.data}")
    String data = "";

    @TempDir Path folder = Path.of("x");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final String code =
            "essai-" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "x";

    @Test
    void aProviderIsImportedAndTheRunningHouseServesItAtOnce() throws Exception {
        var file = written("https://fournisseur.example");
        assertThat(run("data-provider", "import", file)).as(text(err)).isZero();
        assertThat(text(out)).contains(code + " : inscrit");
        await().atMost(Duration.ofSeconds(3)).until(() -> status("/pings/" + code) == 200);
        assertThat(run("data-provider", "import", file)).isZero();
        assertThat(text(out)).contains(code + " : mis à jour");
        assertThat(desk.find(code).orElseThrow().access().secret()).isTrue();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(entries())
                                        .anyMatch(
                                                it -> it.startsWith("exchange.fournisseur-inscrit"))
                                        .anyMatch(
                                                it -> it.startsWith("exchange.fournisseur-modifie"))
                                        .allMatch(it -> it.contains("console")));
    }

    @Test
    void whatIsWrongIsToldAndNothingIsWritten() throws Exception {
        assertThat(run("data-provider", "import", written("http://fournisseur.example")))
                .isEqualTo(64);
        assertThat(text(err)).contains("« base_url »", "https://");
        assertThat(run("data-provider", "import", folder.resolve("absent").toString()))
                .isEqualTo(64);
        assertThat(run("data-provider", "retirer")).isEqualTo(64);
        assertThat(desk.find(code)).isEmpty();
    }

    @Test
    void anOpenApiDocumentIsProposedAndWhatItLacksIsTold() throws Exception {
        var document = folder.resolve("openapi.yaml");
        Files.writeString(
                document,
                """
                paths:
                  /v3/permis/identite:
                    get: {responses: {"200": {content: {application/json: {schema: {properties:
                      {data: {properties: {numero: {type: string}}}}}}}}}}
                """);
        assertThat(describe(document, "/v3/permis/identite")).isZero();
        assertThat(text(out)).contains("\"/data/numero\"");
        assertThat(describe(document, "/v3/absent")).isEqualTo(64);
        assertThat(text(err)).contains("/v3/absent");
    }

    @Test
    void aTokenIsIssuedAndRevokedByItsNumber() throws Exception {
        var habilitation =
                db.sql("SELECT id FROM habilitations.version LIMIT 1")
                        .query(UUID.class)
                        .single()
                        .toString();
        assertThat(
                        run(
                                "exchange-token",
                                "issue",
                                habilitation,
                                "Logiciel d’essai",
                                "--months",
                                "1"))
                .as(text(err))
                .isZero();
        var lines = text(out).lines().toList();
        var number = lines.getFirst().replace("numéro : ", "");
        var token = lines.get(1);
        assertThat(privileges(token)).isEqualTo(200);
        assertThat(run("exchange-token", "revoke", number)).isZero();
        assertThat(privileges(token)).isEqualTo(401);
        assertThat(run("exchange-token", "revoke", number)).isEqualTo(64);
        assertThat(run("exchange-token", "issue", UUID.randomUUID().toString(), "x")).isEqualTo(64);
        assertThat(run("exchange-token", "issue", habilitation, "x", "--months", "19"))
                .isEqualTo(64);
        assertThat(text(err)).contains("habilitation", "« mois »");
    }

    private String written(String base) throws IOException {
        var json = JsonMapper.shared();
        var like = json.writeValueAsString(Library.find("quotient-familial").orElseThrow());
        var set =
                like.replace("\"quotient-familial\"", "\"" + code + "\"")
                        .replace("\"/v3/dss/quotient_familial\"", "\"/v9/" + code + "\"");
        var file = folder.resolve("fournisseur.json");
        Files.writeString(
                file,
                """
                {"data_set": %s, "name": "Fournisseur d’essai", "base_url": "%s", "token": "abc"}
                """
                        .formatted(set, base));
        return file.toString();
    }

    private List<String> entries() {
        return journal.from(0, 10_000).stream()
                .flatMap(it -> it.content().stream())
                .filter(it -> it.kind().startsWith("exchange.fournisseur-"))
                .map(it -> it.kind() + " " + it.readBy(Audience.AUDITEUR))
                .filter(it -> it.contains(code))
                .toList();
    }

    private int privileges(String token) throws Exception {
        return send(
                HttpRequest.newBuilder(uri("/privileges"))
                        .header("Authorization", "Bearer " + token)
                        .build());
    }

    private int status(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static int send(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    }

    private int describe(Path document, String path) {
        return line("data-provider", "describe", document.toString(), path);
    }

    private int run(String... args) {
        var all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--data", data, "--database-url", databaseUrl));
        return line(all.toArray(String[]::new));
    }

    private int line(String... args) {
        out.reset();
        return new CommandLine(
                        Socle.COMMANDS,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(args));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
