package fr.socle.portal.web;

import fr.socle.avis.Observatoire;
import fr.socle.demarches.Demarches;
import fr.socle.journal.Proofs;
import fr.socle.ui.Page;
import fr.socle.ui.UiSettings;
import fr.socle.ui.access.Public;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The front door, and the search over published procedures. */
@Controller
@Public
class HomeController {

    private static final int SHOWN = 6;
    private static final int FOUND = 50;

    private final Demarches demarches;
    private final Proofs proofs;
    private final Observatoire observatoire;
    private final UiSettings settings;

    HomeController(
            Demarches demarches, Proofs proofs, Observatoire observatoire, UiSettings settings) {
        this.demarches = demarches;
        this.proofs = proofs;
        this.observatoire = observatoire;
        this.settings = settings;
    }

    @GetMapping("/")
    Page home() {
        var quality = observatoire.overall();
        var shown = settings.demonstration() || quality.enough();
        return new HomePage(
                demarches.search("", SHOWN),
                proofs.published().size(),
                shown ? quality.satisfactionMark().orElse(null) : null,
                quality.opinions(),
                settings.demonstration());
    }

    @GetMapping("/demarches")
    Page search(@RequestParam(name = "q", defaultValue = "") String typed) {
        var words = words(typed);
        return new SearchPage(words, demarches.search(words, FOUND), FOUND);
    }

    /** What was typed, on one line. */
    private static String words(String typed) {
        return typed.replaceAll("[\\p{Cntrl}\\p{Cs}\\s]+", " ").strip();
    }
}
