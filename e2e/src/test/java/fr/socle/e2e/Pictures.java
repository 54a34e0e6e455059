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
        picture(desktop, "/", "accueil", 640);
        desktop.enterAs("Camille Dubreuil");
        phone.enterAs("Camille Dubreuil");
        Furniture.organisation(desktop, "Association des Cerisiers (démonstration)");
        openOrganisation(desktop);
        picture(desktop, desktop.path(), "organisation", 800);
        picture(desktop, "/design", "composants", 900);
        picture(desktop, "/journal", "journal-public", 800);
        picture(desktop, "/administration/journal/12", "journal-ligne", 800);
        picture(phone, "/administration/organisations", "telephone-organisations", 740);
        picture(phone, "/connexion", "telephone-connexion", 740);
        desktop.page()
                .emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        picture(desktop, "/administration/journal", "journal-sombre", 800);
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
