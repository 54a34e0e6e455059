package fr.socle.demarches.export;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.DemarcheId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

/** The same lines in every format: nothing is computed, nothing breaks the file. */
@NullMarked
class SheetsTests {

    private static final List<Object> NASTY =
            List.of("=1+1", "a;\"b\"\nc", "<&>\u0001\uD83D\uDE00", new BigDecimal("-872.50"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "=1+1 | '=1+1",
                "+33 1 | '+33 1",
                "-2 | '-2",
                "@x | '@x",
                "＝1+1 | '＝1+1",
                "a;b | \"a;b\"",
                "plain | plain"
            })
    void aTextOfACsvIsNeverAFormula(String text, String cell) {
        assertThat(CsvSheet.cell(text)).isEqualTo(cell);
    }

    @Test
    void aNumberOfACsvIsWrittenAsTheFrenchDo() {
        assertThat(CsvSheet.cell(new BigDecimal("-872.50"))).isEqualTo("-872,50");
        assertThat(CsvSheet.cell(new BigDecimal("1E+3"))).isEqualTo("1000");
    }

    @Test
    void aCsvQuotesAndKeepsItsLines() throws IOException {
        var text = new String(written(Format.CSV), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFNom;Nom;Note;Quotient\r\n");
        assertThat(text).contains("'=1+1;\"a;\"\"b\"\"\nc\";").endsWith(";-872,50\r\n");
    }

    @Test
    void aJsonNumbersWhatHasOneName() throws IOException {
        var read = ExportStore.JSON.readTree(written(Format.JSON));
        assertThat(read.size()).isEqualTo(1);
        assertThat(read.get(0).get("Nom").asString()).isEqualTo("=1+1");
        assertThat(read.get(0).get("Nom (2)").asString()).isEqualTo("a;\"b\"\nc");
        assertThat(read.get(0).get("Quotient").decimalValue()).isEqualByComparingTo("-872.50");
    }

    @ParameterizedTest
    @EnumSource(names = {"XLSX", "ODS"})
    void aSpreadsheetIsWellFormedAndHoldsNoFormula(Format format) throws Exception {
        var parts = unzipped(written(format));
        for (var part : parts.entrySet()) {
            if (!part.getKey().equals("mimetype")) {
                assertThat(parsed(part.getValue())).as(part.getKey()).isNotNull();
            }
        }
        var content = format == Format.ODS ? "content.xml" : "xl/worksheets/sheet1.xml";
        var sheet = Objects.requireNonNull(parts.get(content));
        assertThat(parsed(sheet).getDocumentElement().getTextContent())
                .contains("=1+1", "<&>\uD83D\uDE00", "-872.50");
        assertThat(new String(sheet, StandardCharsets.UTF_8))
                .doesNotContain("formula", "<f>", "\u0001");
    }

    private static byte[] written(Format format) throws IOException {
        var export =
                new Export(
                        new UUID(1, 1),
                        new DemarcheId(new UUID(2, 2)),
                        "Essai",
                        List.of("Nom", "Nom", "Note", "Quotient"),
                        1,
                        1,
                        0,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        Instant.EPOCH);
        var out = new ByteArrayOutputStream();
        try (var sheet = format.open(out, export)) {
            sheet.line(NASTY);
        }
        return out.toByteArray();
    }

    private static Map<String, byte[]> unzipped(byte[] file) throws IOException {
        var parts = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static Document parsed(byte[] xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml));
    }
}
