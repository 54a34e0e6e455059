package fr.socle.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Makes the pictures of the README, in the folder that the property {@code pictures} names. No
 * test: {@code ./socle pictures} calls it, a run of the tests does not.
 */
@InBrowser
class Pictures {

    private final Path folder =
            Path.of(System.getProperty("pictures", Path.of("target", "pictures").toString()));

    @Test
    void take(Visits visits) {
        var desktop = visits.open(Look.DESKTOP);
        var phone = visits.open(Look.PHONE);
        picture(desktop, "/", "accueil", 800);
        journey(desktop, visits.open(Look.DESKTOP));
        desktop.enterAs("Camille Dubreuil");
        phone.enterAs("Camille Dubreuil");
        Furniture.organisation(desktop, "Association des Cerisiers (démonstration)");
        openOrganisation(desktop);
        picture(desktop, desktop.path(), "organisation", 800);
        picture(desktop, "/design", "composants", 900);
        picture(desktop, "/journal", "journal-public", 800);
        picture(desktop, "/administration/journal/12", "journal-ligne", 800);
        picture(phone, "/connexion", "telephone-connexion", 740);
        desktop.page()
                .emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        picture(desktop, "/administration/journal", "journal-sombre", 800);
    }

    /** What a parent and an agent see, in the order in which they see it. */
    private void journey(Visit parent, Visit agent) {
        agent.enterAs("Inès Marchal");
        Family.begin(parent);
        picture(parent, parent.path(), "formulaire", 1100);
        var dossier = Family.deposit(parent);
        Family.open(agent, dossier);
        agent.press("Passer en instruction");
        picture(agent, agent.path(), "instruction", 800);
        agent.page().getByLabel("Motivation").fill("Les ressources ouvrent droit au tarif réduit.");
        agent.press("Accepter");
        opinion(parent, dossier);
        onAPhone(parent, dossier);
        var usages = parent.page().getByText("a rendu sa décision");
        parent.goUntil("/mon-dossier/usages", usages);
        picture(parent, "/mon-dossier/usages", "mon-dossier", 900);
        var exchange = parent.page().locator("main li", Family.withText("a obtenu des données de"));
        exchange.getByText("Détail et preuve").first().click();
        picture(parent, parent.path(), "preuve", 900);
        parent.go("/observatoire");
        parent.follow(Family.DEMARCHE);
        picture(parent, parent.path(), "observatoire", 800);
        parent.press("Se déconnecter");
    }

    private void onAPhone(Visit parent, Family.Deposited dossier) {
        parent.page().setViewportSize(Look.PHONE.width(), Look.PHONE.height());
        picture(parent, dossier.path(), "telephone-dossier", 740);
        parent.page().setViewportSize(Look.DESKTOP.width(), Look.DESKTOP.height());
    }

    private static void opinion(Visit parent, Family.Deposited dossier) {
        parent.goUntil(dossier.path(), parent.page().getByText("Donner mon avis"));
        parent.press("Donner mon avis");
        parent.field("Très bien").check();
        parent.press("Garder et continuer");
        parent.field("Très claires").check();
        parent.press("Garder et continuer");
    }

    private static void openOrganisation(Visit visit) {
        visit.go("/administration/organisations");
        visit.follow(Furniture.BEAUMONT);
    }

    /**
     * @param height of the picture, in CSS pixels from the top of the page
     */
    private void picture(Visit visit, String path, String name, int height) {
        visit.go(path);
        var page = visit.page();
        page.setViewportSize(page.viewportSize().width, height);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(folder.resolve(name + ".png"))
                        .setType(ScreenshotType.PNG));
    }
}
