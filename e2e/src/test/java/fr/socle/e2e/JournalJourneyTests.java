package fr.socle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was done stands in the journal, and proves itself outside. */
@InBrowser
class JournalJourneyTests {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void theOfficerOpensHisPartsForAReason(Look look, Visits visits) {
        var visit = visits.open(look);
        visit.enterAs("Camille Dubreuil");
        openLineOf(visit, Furniture.organisation(visit, Furniture.name("Association inscrite")));

        visit.press("Ouvrir les parties du délégué");
        assertThat(visit.page().locator("#erreurs").isVisible()).isTrue();

        visit.type("Motif de l’ouverture", "Réponse à une demande d’essai");
        visit.press("Ouvrir les parties du délégué");
        assertThat(visit.text("Cette ouverture est inscrite au journal.").isVisible()).isTrue();
        assertThat(visit.page().locator("main").textContent()).contains("Camille Dubreuil");
    }

    @Test
    void aReceiptIsVerifiedOutsideAndAChangedOneIsRefused(Visits visits)
            throws IOException, InterruptedException {
        var visit = visits.open(Look.DESKTOP);
        visit.enterAs("Camille Dubreuil");
        openLineOf(visit, Furniture.organisation(visit, Furniture.name("Association prouvée")));
        var receipt = folder.resolve("recu.tlog-proof");
        visit.page().waitForDownload(() -> visit.follow("Reçu vérifiable")).saveAs(receipt);
        var key = visit.page().request().get("/journal/1/cle").text().strip();

        assertThat(SocleCommand.run("verify", receipt.toString(), "--key", key)).isZero();

        var bytes = Files.readAllBytes(receipt);
        bytes[bytes.length / 2] ^= 1;
        Files.write(receipt, bytes);
        assertThat(SocleCommand.run("verify", receipt.toString(), "--key", key)).isOne();
    }

    /**
     * A line is there, with its receipt, at the next signature: within a second on a quiet machine.
     */
    private static void openLineOf(Visit visit, String organisation) {
        var line = "tbody tr:has-text(\"" + organisation + "\")";
        visit.goUntil("/administration/journal", visit.page().locator(line).first());
        var link = visit.page().locator(line).first().locator("a").getAttribute("href");
        visit.goUntil(
                link, visit.page().locator("main a", new Page.LocatorOptions().setHasText("Reçu")));
    }
}
