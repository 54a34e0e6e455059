package fr.socle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The main journey at a screen: a parent asks, an agent answers, the parent sees what was done. */
@InBrowser
class FamilyJourneyTests {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP", "PHONE"})
    void aParentAsksAndAnAgentAnswers(Look look, Visits visits) throws IOException {
        var parent = visits.open(look);
        var dossier = Family.deposit(parent);

        var agent = visits.open(look);
        agent.enterAs("Inès Marchal");
        Family.askCorrection(agent, dossier, "Merci de vérifier l’adresse d’essai.");
        correct(parent, dossier);
        Family.accept(agent, dossier, "Tarif réduit accordé, essai.");

        parent.go(dossier.path());
        assertThat(parent.text("Tarif réduit accordé, essai.").isVisible()).isTrue();
        attestation(parent);
        opinion(parent);
        usages(parent, dossier);
    }

    private static void correct(Visit parent, Family.Deposited dossier) {
        parent.go(dossier.path());
        parent.follow("Corriger mon dossier");
        parent.type("Numéro et voie", "14 rue des Lilas");
        parent.press("Continuer");
        parent.press("Déposer ma correction");
        assertThat(parent.text("14 rue des Lilas").isVisible()).isTrue();
    }

    private void attestation(Visit parent) throws IOException {
        var file = folder.resolve("attestation.pdf");
        parent.page()
                .waitForDownload(() -> parent.follow("Télécharger l’attestation"))
                .saveAs(file);
        assertThat(Files.readAllBytes(file)).startsWith('%', 'P', 'D', 'F');
    }

    /** The browser has its token signed; each step of the form is kept. */
    private static void opinion(Visit parent) {
        parent.goUntil(parent.path(), parent.page().getByText("Donner mon avis"));
        parent.press("Donner mon avis");
        parent.field("Très bien").check();
        parent.press("Garder et continuer");
        parent.press("Garder et continuer");
        parent.press("Garder et continuer");
        parent.press("Terminer");
        assertThat(parent.heading("Merci pour votre avis").isVisible()).isTrue();
    }

    private static void usages(Visit parent, Family.Deposited dossier) {
        var decided =
                parent.page()
                        .locator("main li", Family.withText(dossier.number()))
                        .filter(new Locator.FilterOptions().setHasText("a rendu sa décision"));
        parent.goUntil("/mon-dossier/usages", decided);
        decided.getByText("Détail et preuve").first().click();
        parent.heading("Ce qui est prouvé, et ce qui ne l’est pas")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        assertThat(parent.page().locator("main").innerText()).doesNotContain("Inès Marchal");
    }
}
