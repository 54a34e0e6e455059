package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.BuilderRights;
import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.epreuve.Epreuves;
import fr.socle.house.PublicAddress;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The private link by which others test a draft. */
@Controller
@Requires(BuilderRights.ADMINISTER_CODE)
@RequestMapping(BuilderDesk.HOME + "/{id}/essai")
class LienEpreuveController {

    private final Epreuves epreuves;
    private final BuilderDesk desk;
    private final PublicAddress address;

    LienEpreuveController(Epreuves epreuves, BuilderDesk desk, PublicAddress address) {
        this.epreuves = epreuves;
        this.desk = desk;
        this.address = address;
    }

    @GetMapping
    Page show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String fait,
            HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        var lien = epreuves.of(demarche.id()).orElse(null);
        return new LienEpreuvePage(
                demarche, lien, lien == null ? "" : address.of(lien.path()), fait);
    }

    @PostMapping
    ResponseEntity<Void> open(@PathVariable String id, HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        if (demarche.fiche().draft().champs().isEmpty()) {
            return BuilderDesk.seeOther(path(demarche));
        }
        epreuves.open(BuilderDesk.actor(request), demarche);
        return BuilderDesk.seeOther(path(demarche) + "?fait=ouvert");
    }

    @PostMapping("/fin")
    ResponseEntity<Void> close(@PathVariable String id, HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        epreuves.close(BuilderDesk.actor(request), demarche);
        return BuilderDesk.seeOther(path(demarche) + "?fait=ferme");
    }

    private static String path(Demarche demarche) {
        return BuilderDesk.base(demarche) + "/essai";
    }
}
