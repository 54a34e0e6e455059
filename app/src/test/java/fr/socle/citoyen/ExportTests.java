package fr.socle.citoyen;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.journal.format.StatementCheck;
import fr.socle.journal.format.StatementVerdict;
import fr.socle.journal.format.Verdict;
import fr.socle.journal.format.VerifierKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.htmlunit.WebResponse;
import org.junit.jupiter.api.Test;

/** What a person takes away. */
class ExportTests extends CitoyenHouse {

    private static final String STATEMENT = "Télécharger le relevé";

    @Test
    void everythingIsTakenAwayAsJson() throws IOException {
        written(Line.exchange(person, "Ville d’Essai", "Emporter"));
        var answer = button("/mon-dossier/export", "Télécharger en JSON").click().getWebResponse();
        assertThat(answer.getContentType()).isEqualTo("application/json");
        assertThat(answer.getContentAsString())
                .contains(
                        "\"Emporter\"",
                        "\"Quotient familial\"",
                        "\"family_name\" : \"Essai-Fictif\"")
                .doesNotContain("Agent Secret", person.value().toString());
        await().atMost(Duration.ofSeconds(3))
                .until(() -> usages().stream().anyMatch(it -> it.kind().equals("citoyen.export")));
    }

    @Test
    void everythingIsTakenAwayAsATaggedPdf() throws IOException {
        written(Line.exchange(person, "Ville d’Essai", "Imprimer & « relire » <b>"));
        var answer = button("/mon-dossier/export", "Télécharger en PDF").click().getWebResponse();
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        try (var pdf = Loader.loadPDF(answer.getContentAsStream().readAllBytes())) {
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(new PDFTextStripper().getText(pdf).replace('\u00a0', ' '))
                    .contains("Mon dossier", "Ville d’Essai a obtenu", "Imprimer & « relire » <b>")
                    .doesNotContain("Agent Secret");
        }
    }

    @Test
    void aSealedLineLeavesAsItsExistenceOnlyUntilItOpens() throws IOException {
        var today = LocalDate.now(ZoneId.of("Europe/Paris"));
        written(Line.sealed(person, "Service discret", today.plusDays(1)));
        var json = taken("JSON").getContentAsString(StandardCharsets.UTF_8);
        var pdf = text(taken("PDF"));
        for (var copy : List.of(json, pdf)) {
            assertThat(copy)
                    .contains("Cette ligne s’ouvrira d’elle-même", "Article d’essai")
                    .doesNotContain("Service discret", "Caisse d’essai", "Enquête", "Salaire");
        }
        assertThat(json).contains("exchange.scelle");
        assertThat(pdf).contains("Une consultation scellée existe");
        written(Line.sealed(person, "Service d’essai ouvert", today));
        var opened = taken("JSON").getContentAsString(StandardCharsets.UTF_8);
        for (var copy : List.of(opened, text(taken("PDF")))) {
            assertThat(copy)
                    .contains("Service d’essai ouvert", "Caisse d’essai", "Salaire d’essai")
                    .doesNotContain("Service discret");
        }
    }

    private WebResponse taken(String format) throws IOException {
        return button("/mon-dossier/export", "Télécharger en " + format).click().getWebResponse();
    }

    private static String text(WebResponse answer) throws IOException {
        try (var pdf = Loader.loadPDF(answer.getContentAsStream().readAllBytes())) {
            return new PDFTextStripper()
                    .getText(pdf)
                    .replace('\u00a0', ' ')
                    .replaceAll("\\s+", " ");
        }
    }

    /** Lines are read 500 at a time, and the reading adds a line of its own at their head. */
    @Test
    void moreThanABatchOfLinesAreReadEachOnce() {
        for (var line = 0; line < 501; line++) {
            journal.appendAlone(Line.refused(person, "Ville d’Essai"));
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> usages.count(person, ALL) == 501);
        assertThat(usages.all(person))
                .hasSize(501)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(comparing(it -> -it.place().index()));
    }

    @Test
    void everyReceiptIsTakenAwayAtOnceWithHowToVerifyIt() throws IOException {
        written(Line.exchange(person, "Ville d’Essai", "Un"));
        written(Line.refused(person, "Ville d’Essai"));
        var path = usages().getFirst().path();
        await().atMost(Duration.ofSeconds(3)).until(() -> receiptButton(path).isPresent());
        var answer =
                button("/mon-dossier/export", "Télécharger tous les reçus")
                        .click()
                        .getWebResponse();
        assertThat(answer.getContentType()).isEqualTo("application/zip");
        var files = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(answer.getContentAsStream(), StandardCharsets.UTF_8)) {
            for (var it = zip.getNextEntry(); it != null; it = zip.getNextEntry()) {
                files.put(it.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        var receipts = files.keySet().stream().filter(it -> it.startsWith("recus/")).toList();
        assertThat(receipts)
                .hasSizeGreaterThanOrEqualTo(2)
                .contains("recus/" + place(path).fileName());
        assertThat(read(files, "LISEZ-MOI.txt"))
                .contains("./socle verify recus/", read(files, "cle.pub").strip());
        var key = VerifierKey.parse(read(files, "cle.pub").strip());
        for (var receipt : receipts) {
            assertThat(Verdict.of(read(files, receipt), key, Set.of(), 0))
                    .isNotInstanceOf(Verdict.False.class);
        }
        await().atMost(Duration.ofSeconds(3))
                .until(
                        () ->
                                usages().stream()
                                        .anyMatch(it -> it.kind().equals("citoyen.recus-remis")));
    }

    private static String read(Map<String, String> files, String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    /** Asked for again until a map knows the person: one is made at most every ten seconds. */
    @Test
    void theStatementProvesThatNoLineIsMissingAndItsHandingOutShows() throws IOException {
        written(Line.exchange(person, "Ville d’Essai", "Compter"));
        var answer =
                await().atMost(Duration.ofSeconds(40))
                        .until(
                                () -> button("/mon-dossier", STATEMENT).click().getWebResponse(),
                                it -> it.getStatusCode() == 200);
        assertThat(answer.getContentType()).isEqualTo("application/json");
        assertThat(answer.getResponseHeaderValue("Content-Disposition"))
                .contains("mon-dossier-releve.json");
        assertThat(answer.getContentAsString())
                .contains("Compter")
                .doesNotContain("Agent Secret", person.value().toString());
        var key = browser.getPage(url("/journal/1/cle")).getWebResponse().getContentAsString();
        var verdict =
                StatementCheck.of(
                        answer.getContentAsStream(), VerifierKey.parse(key.strip()), Set.of(), 0);
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        StatementVerdict.Holds.class,
                        holds -> {
                            assertThat(holds.first()).isEqualTo(1);
                            assertThat(holds.last()).isPositive();
                        });
        await().atMost(Duration.ofSeconds(3))
                .until(
                        () ->
                                usages().stream()
                                        .anyMatch(it -> it.kind().equals("citoyen.releve-remis")));
    }

    @Test
    void aStatementWithoutTheFormsTokenIsRefusedAndNotWritten() throws IOException {
        var request =
                new org.htmlunit.WebRequest(
                        java.net.URI.create(url("/mon-dossier/releve")).toURL(),
                        org.htmlunit.HttpMethod.POST);
        assertThat(browser.getPage(request).getWebResponse().getStatusCode()).isEqualTo(403);
        assertThat(usages()).isEmpty();
    }

    @Test
    void anExportWithoutTheFormsTokenIsRefusedAndNotWritten() throws IOException {
        var request =
                new org.htmlunit.WebRequest(
                        java.net.URI.create(url("/mon-dossier/export/json")).toURL(),
                        org.htmlunit.HttpMethod.POST);
        assertThat(browser.getPage(request).getWebResponse().getStatusCode()).isEqualTo(403);
        assertThat(usages()).isEmpty();
    }
}
