package fr.socle.citoyen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.journal.format.StatementCheck;
import fr.socle.journal.format.StatementVerdict;
import fr.socle.journal.format.Verdict;
import fr.socle.journal.format.VerifierKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.htmlunit.WebResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a company's representatives take away of its file, and prove by it. */
class EntrepriseExportTests extends EntrepriseHouse {

    private static final String OBTAINED = "Ville de Beaumont (démonstration) a obtenu des données";
    private static final String MOTIVE = "marche 42";

    @BeforeEach
    void twoRepresentatives() {
        names(
                person("GERANT", "EXEMPLAIRE", "LEA", "1990-03-14"),
                person("CO-GERANT", "MODELE", "YLAN", "1995-09-09"));
        lapse();
    }

    @Test
    void theCompanyTakesItsFileAwayInEveryForm() throws Exception {
        assertThat(obtained(KNOWN)).isEqualTo(200);
        var lea = representative("Léa Exemplaire", KNOWN);
        lineSaying(lea, MOTIVE);
        var json = pressed(lea, "/export", "/export/json");
        assertThat(json.getContentType()).isEqualTo("application/json");
        assertThat(json.getContentAsString())
                .contains("\"siren\" : \"987654324\"", "\"fonction\" : \"GERANT\"", MOTIVE)
                .doesNotContain("\"personne\"", "1990-03-14");
        var pdf = pressed(lea, "/export", "/export/pdf");
        try (var document = Loader.loadPDF(pdf.getContentAsStream().readAllBytes())) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(new PDFTextStripper().getText(document).replace('\u00a0', ' '))
                    .contains("Dossier de mon entreprise", "987 654 324", OBTAINED)
                    .doesNotContain("Mes démarches");
        }
        // a line has its receipt once the head that holds it is signed
        var files =
                await().atMost(Duration.ofSeconds(10))
                        .until(
                                () -> unzipped(pressed(lea, "/export", "/export/recus")),
                                it ->
                                        it.keySet().stream()
                                                .anyMatch(EntrepriseExportTests::isReceipt));
        var key = VerifierKey.parse(Objects.requireNonNull(files.get("cle.pub")).strip());
        var receipts = files.keySet().stream().filter(EntrepriseExportTests::isReceipt).toList();
        for (var receipt : receipts) {
            var text = Objects.requireNonNull(files.get(receipt));
            assertThat(Verdict.of(text, key, Set.of(), 0)).isNotInstanceOf(Verdict.False.class);
        }
    }

    @Test
    void theStatementProvesThatNoLineOfTheCompanyIsMissing() throws Exception {
        var lea = representative("Léa Exemplaire", company);
        var answer =
                await().atMost(Duration.ofSeconds(60))
                        .pollInterval(Duration.ofSeconds(1))
                        .until(
                                () -> pressed(lea, "", "/releve"),
                                it ->
                                        it.getStatusCode() == 200
                                                && it.getContentAsString(StandardCharsets.UTF_8)
                                                        .contains(
                                                                "Vérification du pouvoir de représenter"));
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).doesNotContain("1990-03-14");
        var key = lea.getPage(url("/journal/1/cle")).getWebResponse().getContentAsString();
        assertThat(
                        StatementCheck.of(
                                answer.getContentAsStream(),
                                VerifierKey.parse(key.strip()),
                                Set.of(),
                                0))
                .isInstanceOf(StatementVerdict.Holds.class);
    }

    @Test
    void aReceiptIsHandedOutAndVerified() throws Exception {
        var lea = representative("Léa Exemplaire", company);
        page(lea, FILE);
        var line = linesOnceThere(lea).getFirst();
        var path = line.substring(FILE.length());
        var receipt =
                await().atMost(Duration.ofSeconds(10))
                        .ignoreExceptionsMatching(it -> it instanceof AssertionError)
                        .until(
                                () -> pressed(lea, path, path + "/recu"),
                                it -> it.getStatusCode() == 200);
        var key = lea.getPage(url("/journal/1/cle")).getWebResponse().getContentAsString();
        var verdict =
                Verdict.of(
                        receipt.getContentAsString(), VerifierKey.parse(key.strip()), Set.of(), 0);
        assertThat(verdict).isNotInstanceOf(Verdict.False.class);
    }

    private static Map<String, String> unzipped(WebResponse answer) throws IOException {
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(answer.getContentAsStream(), StandardCharsets.UTF_8)) {
            for (var it = zip.getNextEntry(); it != null; it = zip.getNextEntry()) {
                files.put(it.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static boolean isReceipt(String file) {
        return file.startsWith("recus/");
    }
}
