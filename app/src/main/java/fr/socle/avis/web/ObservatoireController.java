package fr.socle.avis.web;

import fr.socle.avis.Indicators;
import fr.socle.avis.Observatoire;
import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.Demarches;
import fr.socle.ui.Page;
import fr.socle.ui.UiSettings;
import fr.socle.ui.access.Public;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What usagers think of each published service. Free texts are not public. */
@Controller
@Public
class ObservatoireController {

    private static final int MOST = 500;

    private final Observatoire observatoire;
    private final Demarches demarches;
    private final UiSettings settings;

    ObservatoireController(Observatoire observatoire, Demarches demarches, UiSettings settings) {
        this.observatoire = observatoire;
        this.demarches = demarches;
        this.settings = settings;
    }

    @GetMapping("/observatoire")
    Page list() {
        var all = observatoire.byService();
        var lines =
                demarches.search("", MOST).stream()
                        .map(
                                it ->
                                        new ObservatoirePage.Line(
                                                it,
                                                shown(
                                                        all.getOrDefault(
                                                                it.id(), Indicators.none()))))
                        .toList();
        return new ObservatoirePage(lines, shown(observatoire.overall()));
    }

    @GetMapping("/observatoire/{demarche}")
    Page service(@PathVariable String demarche) {
        var found =
                DemarcheId.of(demarche)
                        .flatMap(demarches::find)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ServiceQualityPage(found, shown(observatoire.of(found.id())));
    }

    /** A demonstration has few opinions and shows them all the same, with their number. */
    private Shown shown(Indicators indicators) {
        return new Shown(indicators, settings.demonstration() || indicators.enough());
    }
}
