package fr.socle.citoyen.web;

import fr.socle.demarches.Dossiers;
import fr.socle.ui.Page;
import fr.socle.ui.access.ForUsager;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The front page of the digital file: how far each procedure came. */
@Controller
@ForUsager
class DossierController {

    private final Dossiers dossiers;

    DossierController(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    @GetMapping("/mon-dossier")
    Page dossiers(HttpServletRequest request) {
        return new DossierPage(dossiers.of(Desk.usager(request).person()));
    }
}
