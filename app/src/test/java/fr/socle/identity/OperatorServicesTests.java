package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.kernel.CsvText;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlFileInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.NameValuePair;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Services in the hands of the operator: one by one, and from a file. */
@NullMarked
class OperatorServicesTests extends OperatorTest {

    private static final String IMPORT = HOME + "/services/import";
    private static final String HEAD =
            "client_id;federation;name;organisation;redirect_uris;scope\r\n";

    private final String id = "essai-" + UUID.randomUUID().toString().substring(0, 8);

    private String line(String clientId, String more) {
        return clientId
                + ";citoyens;Cantine à l’école;Ville d’Essai;https://essai.example/retour;"
                + more
                + "\r\n";
    }

    private HtmlPage check(WebClient browser, byte[] content) throws IOException {
        var page = open(browser, IMPORT);
        HtmlFileInput file = page.getFirstByXPath("//input[@type='file']");
        file.setFiles(new java.io.File("services.csv"));
        file.setData(content);
        file.setContentType("text/csv");
        return fr.socle.SignsIn.press(page, "Vérifier le fichier");
    }

    private HtmlPage check(String content) throws IOException {
        return check(operator(), content.getBytes(StandardCharsets.UTF_8));
    }

    private boolean exists(String clientId) {
        return db.sql("SELECT count(*) FROM identity.client WHERE client_id = :id")
                        .param("id", clientId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Test
    void aSoundFileIsReportedThenWrittenAndTellsEachSecretOnce() throws IOException {
        var report = check(HEAD + line(id, "openid email") + line(id + "b", "openid"));
        assertThat(report.asNormalizedText()).contains("Services prêts : 2", "Sera inscrit");
        assertThat(exists(id)).isFalse();
        var written = send(formTo(report, IMPORT), Map.of());
        assertThat(written.asNormalizedText()).contains(id, id + "b", "ne s’affichent qu’ici");
        assertThat(written.getByXPath("//td//code")).hasSize(2);
        assertThat(exists(id + "b")).isTrue();
        var again = check(HEAD + line(id, "openid"));
        assertThat(again.asNormalizedText()).contains("Sera mis à jour, garde son secret");
        var kept = send(formTo(again, IMPORT), Map.of());
        assertThat(kept.getByXPath("//td//code")).isEmpty();
    }

    @Test
    void oneWrongLineKeepsTheWholeFileOutAndIsNamedWithItsColumn() throws IOException {
        var report =
                check(
                        HEAD
                                + line(id, "openid")
                                + line(id + "b", "openid secret-defense")
                                + line(id, "openid")
                                + line("=cmd()", "openid")
                                + line("socle-agents", "openid")
                                + "trop;peu\r\n"
                                + id
                                + "c;ailleurs;N;O;http://essai.example;openid\r\n");
        assertThat(status(report)).isEqualTo(422);
        assertThat(report.asNormalizedText())
                .contains("Lignes à corriger : 6 sur 7", "Rien n’a été écrit")
                .contains("scope : « secret-defense » ne peut pas être demandé")
                .contains("déjà écrit à la ligne 2")
                .contains("comme une formule de tableur")
                .contains("réservé aux pages de cette maison")
                .contains("La ligne a 2 cellules, il en faut 6")
                .contains("federation : La fédération est une de");
        assertThat(report.getByXPath("//form[@action='" + IMPORT + "']")).isEmpty();
        assertThat(exists(id)).isFalse();
    }

    @Test
    void aFileIsReadInTheEncodingsOfSpreadsheets() throws IOException {
        var content = HEAD + line(id, "openid");
        for (var encoding : List.of("UTF-8", "windows-1252", "UTF-16")) {
            var report = check(operator(), content.getBytes(Charset.forName(encoding)));
            assertThat(status(report)).as(encoding).isEqualTo(200);
            assertThat(report.getElementByName("csv").getAttribute("value"))
                    .as(encoding)
                    .contains("Cantine à l’école");
        }
    }

    @Test
    void whatIsNoFileOfServicesIsRefusedWithTheReason() throws IOException {
        assertThat(check("").asNormalizedText()).contains("Choisissez un fichier CSV");
        assertThat(check(HEAD).asNormalizedText()).contains("n’a pas de ligne");
        assertThat(check("client_id;nom\r\na;b\r\n").asNormalizedText())
                .contains("La colonne « nom » n’existe pas");
        assertThat(check("client_id;client_id\r\na;b\r\n").asNormalizedText())
                .contains("écrite deux fois");
        assertThat(check("client_id\r\na\r\n").asNormalizedText())
                .contains("La colonne « federation » manque");
        assertThat(check(HEAD + "\"" + line(id, "openid")).asNormalizedText())
                .contains("jamais refermé");
        assertThat(check(HEAD + "\0\0\0;").asNormalizedText()).contains("n’est pas du texte");
        assertThat(check(HEAD + "x\r\n".repeat(1_001)).asNormalizedText()).contains("plus de");
        assertThat(check(HEAD + "x".repeat(500_001)).asNormalizedText()).contains("dépasse");
    }

    @Test
    void aServiceStaysInItsFederationAndSector() throws IOException {
        send(formTo(check(HEAD + line(id, "openid")), IMPORT), Map.of());
        var moved = check(HEAD + line(id, "openid").replace("citoyens", "agents"));
        assertThat(moved.asNormalizedText())
                .contains("existe déjà dans la fédération « citoyens »");
    }

    @Test
    void textThatWasNotCheckedIsNotWritten() throws IOException {
        var bad = List.of(new NameValuePair("csv", HEAD + line(id, "email")));
        assertThat(post(operator(), IMPORT, bad).getWebResponse().getStatusCode()).isEqualTo(422);
        var twice =
                List.of(
                        new NameValuePair("csv", HEAD + line(id, "openid")),
                        new NameValuePair("csv", HEAD + line(id, "openid")));
        assertThat(post(operator(), IMPORT, twice).getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(exists(id)).isFalse();
    }

    @Test
    void aServiceIsFoundChangedAndCutOffWithinTwoSeconds() throws Exception {
        send(formTo(check(HEAD + line(id, "openid")), IMPORT), Map.of());
        var browser = operator();
        var list = open(browser, HOME + "/services?q=" + id.toUpperCase(java.util.Locale.ROOT));
        assertThat(list.asNormalizedText()).contains(id);
        var path = HOME + "/services/fiche/" + id;
        var wrong =
                send(
                        formTo(open(browser, path), path),
                        Map.of("redirect_uris", "http://x.example"));
        assertThat(status(wrong)).isEqualTo(422);
        var changed = send(formTo(open(browser, path), path), Map.of("name", "Cantine nouvelle"));
        assertThat(changed.asNormalizedText()).contains("Cantine nouvelle", "enregistrées");
        var authorize =
                "/citoyens/api/v2/authorize?response_type=code&client_id=%s&scope=openid"
                                .formatted(id)
                        + "&redirect_uri=https%3A%2F%2Fessai.example%2Fretour";
        browser.getOptions().setRedirectEnabled(false);
        var before = browser.getPage(base() + authorize).getWebResponse().getStatusCode();
        browser.getOptions().setRedirectEnabled(true);
        assertThat(before).isEqualTo(303);
        var cut = send(formTo(open(browser, path), path + "/etat"), Map.of());
        assertThat(cut.asNormalizedText()).contains("Coupé");
        // because nodes remember a service for a second
        Thread.sleep(Duration.ofMillis(1_100));
        assertThat(status(open(browser, authorize))).isEqualTo(400);
    }

    @Test
    void thePagesOfThisHouseAreOutOfReach() throws IOException {
        var browser = operator();
        var path = HOME + "/services/fiche/socle-usagers";
        assertThat(open(browser, path).asNormalizedText()).contains("ne se modifient ni");
        var cut = List.of(new NameValuePair("actif", "non"));
        assertThat(post(browser, path + "/etat", cut).getWebResponse().getStatusCode())
                .isEqualTo(404);
        assertThat(status(open(browser, HOME + "/services/fiche/inconnu"))).isEqualTo(404);
        assertThat(status(open(browser, HOME + "/services?page=9&q=" + "x".repeat(200))))
                .isEqualTo(200);
    }

    @Test
    void cellsAreReadAsSpreadsheetsWriteThem() {
        var lines = CsvText.lines("a,\"b \"\"c\"\", d\"\r\n\r\n\"x\ny\",z\n");
        assertThat(lines.getFirst().cells()).containsExactly("a", "b \"c\", d");
        assertThat(lines.getLast().cells()).containsExactly("x\ny", "z");
        assertThat(lines.getLast().number()).isEqualTo(3);
        assertThat(CsvText.cell("=1+1")).isEqualTo("'=1+1");
        assertThat(CsvText.cell("a;b")).isEqualTo("\"a;b\"");
    }
}
