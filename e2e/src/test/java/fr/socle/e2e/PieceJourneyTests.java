package fr.socle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file is joined, comes back as it went, and goes. */
@InBrowser
class PieceJourneyTests {

    @ParameterizedTest
    @EnumSource
    void aPieceComesBackAsItWent(Look look, Visits visits) {
        var visit = visits.open(look);
        var file = Furniture.piece(visit);
        var link = visit.page().locator("tbody a:has-text(\"" + file.name + "\")");
        var answer = visit.page().request().get(link.getAttribute("href"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(file.buffer);

        visit.press("Supprimer " + file.name);
        assertThat(visit.page().locator("main").textContent()).doesNotContain(file.name);
        assertThat(visit.status(answer.url())).isEqualTo(410);
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP", "PHONE_WITHOUT_SCRIPT"})
    void whatRunsAsAProgramIsRefusedAndTold(Look look, Visits visits) {
        var visit = visits.open(look);
        visit.go("/design/pieces");
        visit.field("Fichier à joindre")
                .setInputFiles(
                        new FilePayload(
                                "facture.pdf",
                                "application/pdf",
                                "MZ\u0090\u0000\u0003".getBytes(StandardCharsets.ISO_8859_1)));
        visit.press("Envoyer");
        assertThat(visit.page().locator("#erreurs a").getAttribute("href")).isEqualTo("#fichier");
        assertThat(visit.page().locator("main").textContent()).doesNotContain("facture.pdf,");
    }
}
