package fr.socle.pieces.type;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.pieces.Samples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DetectorTests {

    private final Detector detector = new Detector();

    @Test
    void theFirstBytesTellTheType() throws IOException {
        assertThat(type(Samples.pdf(), "a.pdf")).isEqualTo("application/pdf");
        assertThat(type(Samples.png(), "a.png")).isEqualTo("image/png");
        assertThat(type(Samples.jpeg(), "a.jpg")).isEqualTo("image/jpeg");
        assertThat(type(Samples.text("Bonjour à tous\n"), "a.txt")).isEqualTo("text/plain");
        assertThat(type(Samples.text("nom;age\nA;3\n"), "a.csv")).isEqualTo("text/csv");
    }

    @Test
    void theNameDeceivesNobody() throws IOException {
        assertThat(type(Samples.html(), "facture.pdf")).isEqualTo("text/html");
        assertThat(type(Samples.exe(), "photo.jpg")).isEqualTo("application/x-msdownload");
        assertThat(type(Samples.svg(), "photo.png")).isEqualTo("image/svg+xml");
        assertThat(type(Samples.text("#!/bin/sh\nrm -rf /\n"), "notes.txt"))
                .isEqualTo("application/x-sh");
        assertThat(type(Samples.elf(), "notes.pdf")).startsWith("application/x-");
    }

    @Test
    void aPdfBeginsAsAPdf() throws IOException {
        assertThat(type(Samples.join(Samples.text("GIF_junk before\n"), Samples.pdf()), "a.pdf"))
                .isNotEqualTo("application/pdf");
    }

    @Test
    void documentsAreToldApartInsideTheirZip() throws IOException {
        assertThat(type(Samples.docx(), "a.docx")).isEqualTo(FileKind.DOCX.type());
        assertThat(type(Samples.xlsx(), "a.xlsx")).isEqualTo(FileKind.XLSX.type());
        assertThat(type(Samples.odt(), "a.odt")).isEqualTo(FileKind.ODT.type());
        assertThat(type(Samples.zip(Map.of("a.txt", "a")), "a.docx"))
                .isEqualTo(FileKind.ZIP.type());
    }

    @Test
    void macrosAreSeen() throws IOException {
        assertThat(type(Samples.docm(), "a.docx")).isEqualTo(FileKind.DOCM.type());
        var hidden = new LinkedHashMap<>(Samples.docxEntries());
        hidden.put("word/VBAPROJECT.bin", "x");
        assertThat(type(Samples.zip(hidden), "a.docx")).isEqualTo(FileKind.DOCM.type());
        var odf = new LinkedHashMap<>(Samples.odtEntries());
        odf.put("Basic/Standard/Module1.xml", "x");
        assertThat(type(Samples.zip(odf), "a.odt")).isEqualTo(FileKind.ODF_MACROS.type());
    }

    @Test
    void programsInAZipAreSeen() throws IOException {
        assertThat(type(Samples.zip(Map.of("META-INF/MANIFEST.MF", "x")), "a.zip"))
                .isEqualTo(FileKind.JAR.type());
        assertThat(type(Samples.zip(Map.of("AndroidManifest.xml", "x")), "a.zip"))
                .isEqualTo(FileKind.ANDROID.type());
    }

    @Test
    void namesThatLeadElsewhereAndBombsAreOnlyAZip() throws IOException {
        assertThat(type(Samples.zip(Map.of("../../etc/passwd", "x")), "a.docx"))
                .isEqualTo(FileKind.ZIP.type());
        var bomb = Map.of("[Content_Types].xml", "<!-- " + " ".repeat(30_000_000) + "-->");
        assertThat(type(Samples.zip(bomb), "a.docx")).isEqualTo(FileKind.ZIP.type());
    }

    @Test
    void aDirectoryThatIsTooLargeIsNoDirectory() throws IOException {
        var many = new LinkedHashMap<>(Samples.docxEntries());
        for (int i = 0; i < 21_000; i++) {
            many.put("f" + i, "");
        }
        assertThat(type(Samples.zip(many), "a.docx")).isEqualTo(FileKind.ZIP.type());
    }

    @Test
    void aBrokenZipIsOnlyAZip() throws IOException {
        var whole = Samples.docx();
        var types = new ArrayList<String>();
        for (int length = 4; length < whole.length; length += 7) {
            types.add(type(java.util.Arrays.copyOf(whole, length), "a.docx"));
        }
        assertThat(types).containsOnly(FileKind.ZIP.type());
    }

    @Test
    void oldOfficeFilesCountAsAbleToHoldMacros() throws IOException {
        assertThat(type(Samples.ole(), "a.doc")).isEqualTo(FileKind.OLE.type());
        assertThat(FileKind.OLE.runs()).isTrue();
    }

    private String type(byte[] bytes, String name) throws IOException {
        var head = java.util.Arrays.copyOf(bytes, Math.min(bytes.length, Detector.HEAD_BYTES));
        var found = detector.byHead(head, new FileName(name));
        return found.equals(FileKind.ZIP.type())
                ? detector.insideZip(Samples.content(bytes))
                : found;
    }
}
