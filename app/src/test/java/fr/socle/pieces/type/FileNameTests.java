package fr.socle.pieces.type;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNameTests {

    @Test
    void aNameIsKeptAsGiven() {
        assertThat(good("Attestation d’assurance (été 2026).pdf"))
                .isEqualTo("Attestation d’assurance (été 2026).pdf");
        assertThat(good("archive.tar.pdf")).isEqualTo("archive.tar.pdf");
    }

    @Test
    void whatIsNoNameGoes() {
        assertThat(good("C:\\Documents\\avis.pdf")).isEqualTo("avis.pdf");
        assertThat(good("../../etc/avis.pdf")).isEqualTo("avis.pdf");
        assertThat(good("a\u0000v\r\nis\u200B.pdf")).isEqualTo("avis.pdf");
        assertThat(good("e\u0301te\u0301.pdf")).isEqualTo("\u00e9t\u00e9.pdf");
        assertThat(good("a\uD800.pdf")).isEqualTo("a.pdf");
    }

    @Test
    void namesThatDeceiveTheEyeAreRefused() {
        assertThat(bad("facture\u202Efdp.exe")).isInstanceOf(NameFault.Deceptive.class);
        assertThat(bad("facture\u2066.pdf")).isInstanceOf(NameFault.Deceptive.class);
    }

    @Test
    void namesOfProgramsAreRefusedWhateverStandsBefore() {
        for (var name :
                new String[] {
                    "facture.pdf.exe",
                    "facture.EXE",
                    "virus.exe. ",
                    "a.js",
                    "a.svg",
                    "a.HTML",
                    "a.docm",
                    "a.lnk",
                    "a.ps1",
                    "a.jar"
                }) {
            assertThat(bad(name)).as(name).isInstanceOf(NameFault.Runs.class);
        }
    }

    @Test
    void anExplicitlyAcceptedTypeMayBearItsName() {
        assertThat(FileName.read("plan.svg", "image/svg+xml"::equals))
                .isInstanceOf(FileName.Read.Good.class);
    }

    @Test
    void emptyAndEndlessNamesAreRefused() {
        assertThat(bad("")).isInstanceOf(NameFault.Missing.class);
        assertThat(bad(" . ")).isInstanceOf(NameFault.Missing.class);
        assertThat(bad("dossier/")).isInstanceOf(NameFault.Missing.class);
        assertThat(bad("a".repeat(201))).isInstanceOf(NameFault.TooLong.class);
    }

    @Test
    void aNameThatClaimsAnotherKindLeavesWithItsOwnExtension() {
        assertThat(new FileName("scan.jpg").givenOutAs("application/pdf"))
                .isEqualTo("scan.jpg.pdf");
        assertThat(new FileName("scan.JPEG").givenOutAs("image/jpeg")).isEqualTo("scan.JPEG");
    }

    private static String good(String given) {
        return ((FileName.Read.Good) FileName.read(given, _ -> false)).name().value();
    }

    private static NameFault bad(String given) {
        return ((FileName.Read.Bad) FileName.read(given, _ -> false)).fault();
    }
}
