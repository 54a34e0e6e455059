package fr.socle.avis.observatoire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.Neighbours;
import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.avis.observatoire.edition.Editions;
import fr.socle.avis.observatoire.edition.OpenData;
import fr.socle.avis.observatoire.indicator.Quarter;
import fr.socle.kernel.CsvText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
@Import(Neighbours.class)
class ObservatoirePagesTests {

    private static final String STREET = "/observatoire/" + Neighbours.STREET.id();

    @LocalServerPort int port;
    @Autowired Editions editions;
    @Autowired JdbcClient db;

    private final WebClient browser = SignsIn.browser();

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void everyProcedureOfThisSiteIsListedByItself() throws IOException {
        var list = page("/observatoire");
        assertThat(list.asNormalizedText())
                .contains(
                        Neighbours.SCHOOL.title(),
                        Neighbours.MEALS.title(),
                        "Comment c’est calculé",
                        "Part qui atteint l’objectif");
        HtmlPage one = list.getAnchorByText(Neighbours.SCHOOL.title()).click();
        assertThat(one.asNormalizedText())
                .contains(
                        "Personne n’a encore donné son avis",
                        "2 · Insuffisant",
                        "4 jours pour la moitié des demandes, 11 jours pour neuf sur dix",
                        "FranceConnect · Objectif atteint");
    }

    @Test
    void theTableHasTwelveColumnsAndSaysEachLevelWithoutColour() throws IOException {
        var list = page("/observatoire");
        assertThat(list.querySelectorAll(".board thead th")).hasSize(13);
        assertThat(list.querySelectorAll(".board tbody tr:first-child td")).hasSize(12);
        assertThat(list.asNormalizedText()).contains("✓ objectif atteint, ≈ insuffisant");
        assertThat(list.querySelector(".board td.goal").asNormalizedText()).endsWith("✓");
    }

    @Test
    void filtersStandInTheAddressAndHoldForWhatIsShown() throws IOException {
        var some = page("/observatoire?q=ecole&indicateur=dlnuf&niveau=insufficient");
        assertThat(some.querySelectorAll(".board tbody tr")).hasSize(1);
        assertThat(some.getAnchorByText("Lien permanent vers ce tableau").getHrefAttribute())
                .isEqualTo("/observatoire?q=ecole&indicateur=dlnuf&niveau=insufficient");
        assertThat(page("/observatoire?q=ecole&indicateur=dlnuf&niveau=goal").asNormalizedText())
                .contains("Aucune démarche ne correspond");
        assertThat(page("/observatoire?indicateur=rien&niveau=%3Cscript%3E").asNormalizedText())
                .contains(Neighbours.STREET.title());
        assertThat(page("/observatoire?q=%3Cscript%3Ealert(1)").asNormalizedText())
                .contains("Aucune démarche ne correspond");
    }

    @Test
    void anEditionIsReadByItsAddressBesideTheLiveBoard() throws IOException {
        var quarter = new Quarter(2026, 1);
        editions.freeze(quarter);
        var frozen = page("/observatoire?edition=2026-T1");
        assertThat(frozen.asNormalizedText()).contains("Édition 2026-T1", "ne changent plus");
        assertThat(page("/observatoire/editions").asNormalizedText()).contains("2026-T1", "CSV");
        assertThat(page(STREET).asNormalizedText()).contains("D’une édition à l’autre", "2026-T1");
        assertThat(page("/observatoire/groupes?edition=2026-T1").asNormalizedText())
                .contains("Édition 2026-T1");
        assertThat(get("/observatoire/donnees.csv?edition=2026-T1").body())
                .isEqualTo(editions.csv(editions.find(quarter).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/observatoire?edition=2026-T9",
                "/observatoire?edition=2001-T1",
                "/observatoire/donnees.ods?edition=x",
                "/observatoire/groupes?edition=%00",
                "/observatoire/rien",
                "/observatoire/rien/carte.svg",
                "/observatoire/00000000-0000-0000-0000-000000000000",
                "/observatoire/00000000-0000-0000-0000-000000000000/accessibilite",
                "/observatoire/%20"
            })
    void whatDoesNotExistIsNotFound(String path) throws Exception {
        assertThat(get(path).statusCode()).isIn(400, 404);
    }

    @Test
    void administrationsAreComparedOnFiveGoalsWithATableBesideEachRadar() throws IOException {
        var groups = page("/observatoire/groupes?par=administration");
        assertThat(groups.querySelectorAll("svg.radar").size())
                .isEqualTo(groups.querySelectorAll("table.plain").size())
                .isPositive();
        assertThat(groups.querySelectorAll("section:first-of-type table.plain tbody tr"))
                .hasSize(5);
        assertThat(groups.querySelector("svg.radar title").getTextContent())
                .contains("cinq objectifs");
    }

    @Test
    void theOpenDataBearTheOfficialHeadersAndNoFormula() throws Exception {
        db.sql(
                        """
                        INSERT INTO avis.listed (id, organisation, on_socle, name, address, administration, ministere,
                                                 online, audiences, once_only, sign_in, client_id, changed_at)
                        VALUES (gen_random_uuid(), gen_random_uuid(), false, '=1+1', '', 'Ville <d''Essai> & "Cie"',
                                '', 'non', '{Particuliers,Associations}', '', '', '', now())
                        ON CONFLICT DO NOTHING
                        """)
                .update();
        Thread.sleep(10_500); // the board is kept ten seconds
        var csv = get("/observatoire/donnees.csv");
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        var lines = CsvText.lines(csv.body());
        assertThat(lines.getFirst().cells()).isEqualTo(OpenData.HEADERS);
        var odd =
                lines.stream()
                        .filter(it -> it.cells().getFirst().contains("1+1"))
                        .findFirst()
                        .orElseThrow();
        assertThat(odd.cells().getFirst()).isEqualTo("'=1+1");
        assertThat(odd.cells()).contains("Particuliers;Associations", "Non", "–");
        assertThat(contentXml()).contains("Ville &lt;d'Essai&gt; &amp; &quot;Cie&quot;");
    }

    private String contentXml() throws Exception {
        var ods =
                HttpClient.newHttpClient()
                        .send(
                                request("/observatoire/donnees.ods"),
                                HttpResponse.BodyHandlers.ofByteArray())
                        .body();
        var parts = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(ods))) {
            for (var it = zip.getNextEntry(); it != null; it = zip.getNextEntry()) {
                parts.put(it.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(parts)
                .containsEntry("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
                .containsKey("META-INF/manifest.xml");
        javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(
                        new ByteArrayInputStream(
                                parts.getOrDefault("content.xml", "")
                                        .getBytes(StandardCharsets.UTF_8)));
        return parts.getOrDefault("content.xml", "");
    }

    @Test
    void theCardIsAPictureThatRunsNothing() throws Exception {
        var card = get(STREET + "/carte.svg");
        assertThat(card.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("image/svg+xml");
        assertThat(card.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(card.body())
                .contains("<title", Neighbours.STREET.title())
                .doesNotContain("<script", "onload");
        assertThat(page(STREET).asNormalizedText()).contains("carte.svg", "<a href=");
    }

    @Test
    void onlyAPageOfThisSiteTellsWhatABrowserWaited() throws Exception {
        var path = "/observatoire/" + Neighbours.MEALS.id() + "/temps";
        for (int i = 0; i < 20; i++) {
            assertThat(waited(path, "ms=400", "Mesure")).isEqualTo(204);
        }
        assertThat(waited(path, "ms=400", "")).as("as another site would send it").isIn(401, 403);
        for (var wrong : List.of("", "ms=0", "ms=60001", "ms=x", "ms=1&ms=2")) {
            assertThat(waited(path, wrong, "Mesure")).isEqualTo(422);
        }
        assertThat(waited("/observatoire/rien/temps", "ms=1", "Mesure")).isEqualTo(422);
    }

    private int waited(String path, String body, String authorization) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private HttpResponse<String> get(String path) throws IOException {
        try {
            return HttpClient.newHttpClient()
                    .send(request(path), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
    }

    private HtmlPage page(String path) throws IOException {
        return browser.getPage("http://localhost:" + port + path);
    }
}
