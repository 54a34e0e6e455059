package fr.socle.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an exchange stands on, made as an operator makes it: a provider from a file, an habilitation
 * by the API, a token by the command; and a made-up person who has signed in, so that entries are
 * about somebody.
 */
final class Ground {

    private static final String CITY = "99900001100018";
    private static final String SET = "quotient-feu";
    private static final Pattern JWT = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final LivingNode node;
    private final LonePostgres postgres;
    private final Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private String operator = "";
    private String token = "";
    private String path = "";

    Ground(LivingNode node, LonePostgres postgres, Path folder) {
        this.node = node;
        this.postgres = postgres;
        this.folder = folder;
    }

    /**
     * @param provider its port
     */
    Ground laid(int provider) throws Exception {
        operator = lastLine(command("token"));
        command("data-provider", "import", providerFile(provider).toString());
        var issued = JWT.matcher(command("exchange-token", "issue", habilitation(), "Feu"));
        assertThat(issued.find()).isTrue();
        token = issued.group();
        path = "/v9/feu/identite?recipient=" + CITY + "&" + person();
        return this;
    }

    String token() {
        return token;
    }

    /** Of a question about the person, with its query. */
    String path() {
        return path;
    }

    private String command(String... words) throws IOException, InterruptedException {
        var all = new java.util.ArrayList<>(List.of(words));
        all.addAll(List.of("--data", node.data().toString()));
        var before = Files.exists(folder.resolve("commandes.log")) ? node.said().length() : 0;
        var code = node.command(all.toArray(String[]::new));
        var said = node.said().substring(before);
        assertThat(code).as(said).isZero();
        return said;
    }

    private static String lastLine(String said) {
        return said.strip().lines().reduce((_, last) -> last).orElseThrow().strip();
    }

    /** The quotient familial of the house, under a code and an address of this test's. */
    private Path providerFile(int port) throws IOException {
        try (InputStream in =
                Ground.class.getResourceAsStream("/fr/socle/exchange/dataset/data-sets.json")) {
            var sets = (ArrayNode) JSON.readTree(in);
            var set =
                    (ObjectNode)
                            sets.values().stream()
                                    .filter(
                                            it ->
                                                    it.path("code")
                                                            .asString("")
                                                            .equals("quotient-familial"))
                                    .findFirst()
                                    .orElseThrow();
            set.put("code", SET);
            ((ObjectNode) set.get("address")).put("path", "/v9/feu");
            ((ObjectNode) set.get("terms")).put("perMinute", 100_000);
            var file = JSON.createObjectNode();
            file.set("data_set", set);
            file.put("name", "Fournisseur du feu");
            file.put("base_url", "http://localhost:" + port);
            file.put("token", "secret");
            return Files.writeString(folder.resolve("fournisseur.json"), file.toString());
        }
    }

    private String habilitation() throws Exception {
        var contact = Map.of("nom", "Feu", "courriel", "feu@ville.example");
        var asked =
                Map.ofEntries(
                        Map.entry("organisation", city()),
                        Map.entry("intitule", "Feu"),
                        Map.entry("usage", "autre"),
                        Map.entry("finalite", "Essayer sous le feu."),
                        Map.entry("nature", "loi"),
                        Map.entry("article", "L. 114-8"),
                        Map.entry("cadre", "Code d’essai"),
                        Map.entry("cadre-url", "https://ville.example/texte"),
                        Map.entry("donnees", Map.of(SET, List.of("quotient_familial.valeur"))),
                        Map.entry("demandeurs", List.of("automate-sans-dossier")),
                        Map.entry("destinataires", "Service du feu"),
                        Map.entry("validite", 12),
                        Map.entry("conservation", 12),
                        Map.entry("dpo", contact),
                        Map.entry("responsable", contact),
                        Map.entry("dpo-informe", true),
                        Map.entry("cgu", true));
        var made = send("/api/habilitations/v1/demandes", asked, "");
        var at = made.headers().firstValue("Location").orElseThrow();
        var version = made.headers().firstValue("ETag").orElseThrow();
        send(URI.create(at).getPath() + "/decision", Map.of("decision", "accorder"), version);
        return at.substring(at.lastIndexOf('/') + 1);
    }

    private HttpResponse<String> send(String where, Object body, String version)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(node.address().resolve(where))
                        .header("Authorization", "Bearer " + operator)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (!version.isEmpty()) {
            request.header("If-Match", version);
        }
        var answer = http.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode() / 100).as(answer.body()).isEqualTo(2);
        return answer;
    }

    private String city() throws Exception {
        try (var connection = postgres.connect();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT id FROM directory.organisation WHERE siret = '"
                                        + CITY
                                        + "'")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    /** Somebody of one given name and one family name, whom no other made-up person resembles. */
    private String person() throws IOException {
        var asking = node.address().resolve("/mon-dossier");
        var offered =
                Doors.names(
                        Doors.persons(new Browser(List.of(node.address()), List.of()).get(asking)));
        for (var line : Files.readAllLines(people())) {
            var cells = line.split(";", -1);
            if (cells.length > 5 && offered.contains(cells[0] + " " + cells[1])) {
                signIn(asking, cells[0] + " " + cells[1]);
                return civil(cells);
            }
        }
        throw new AssertionError("nobody of " + offered);
    }

    /** On a busy machine it may time out, and is begun again as a person would begin it. */
    private void signIn(URI asking, String person) {
        await().atMost(Duration.ofMinutes(2))
                .ignoreExceptionsInstanceOf(Unexpected.class)
                .until(
                        () -> {
                            var browser = new Browser(List.of(node.address()), List.of());
                            Doors.usager(browser.get(asking), person).answering(200);
                            return true;
                        });
    }

    private Path people() throws IOException {
        try (InputStream in =
                Ground.class.getResourceAsStream(
                        "/fr/socle/exchange/demonstration-personnes.csv")) {
            return Files.write(folder.resolve("personnes.csv"), in.readAllBytes());
        }
    }

    private static String civil(String[] cells) {
        var birth = cells[2].split("-");
        var query = new StringBuilder("nomNaissance=").append(encoded(cells[1]));
        for (var name : cells[0].split(" ")) {
            query.append("&prenoms%5B%5D=").append(encoded(name));
        }
        return query.append("&anneeDateNaissance=")
                .append(birth[0])
                .append("&moisDateNaissance=")
                .append(birth[1])
                .append("&jourDateNaissance=")
                .append(birth[2])
                .append("&sexeEtatCivil=")
                .append(cells[3])
                .append("&codeCogInseePaysNaissance=")
                .append(cells[4])
                .append("&codeCogInseeCommuneNaissance=")
                .append(cells[5])
                .toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
