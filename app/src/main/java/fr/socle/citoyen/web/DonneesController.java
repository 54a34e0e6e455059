package fr.socle.citoyen.web;

import fr.socle.citoyen.donnees.Fondement;
import fr.socle.citoyen.donnees.MesDonnees;
import fr.socle.citoyen.donnees.MesDonnees.Consultation;
import fr.socle.citoyen.donnees.MesDonnees.Demandeur;
import fr.socle.directory.Organisation;
import fr.socle.identity.Usagers;
import fr.socle.ui.Page;
import fr.socle.ui.access.ForUsager;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What each provider holds about the person who looks, fetched when they ask and not before. */
@Controller
@ForUsager
class DonneesController {

    private final MesDonnees data;
    private final Fondement fondement;
    private final Usagers usagers;

    DonneesController(MesDonnees data, Fondement fondement, Usagers usagers) {
        this.data = data;
        this.fondement = fondement;
        this.usagers = usagers;
    }

    @GetMapping("/mon-dossier/donnees")
    Page offres(HttpServletRequest request) {
        Desk.usager(request);
        return new DonneesPage(
                Whose.PERSON,
                data.offres(),
                fondement.organisation().map(Organisation::name).orElse(""),
                false);
    }

    /** Shows what came by this answer alone: nothing is kept to which a redirect could lead. */
    @PostMapping("/mon-dossier/donnees/{code:[a-z0-9-]{1,60}}")
    Page consult(
            @PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        var usager = usagers.connected(Desk.usager(request));
        response.setHeader("Cache-Control", "no-store");
        return switch (data.consulter(new Demandeur.Personne(usager), code)) {
            case Consultation.Faite(var offre, var answer) ->
                    new DonneePage(Whose.PERSON, offre, answer);
            case Consultation.Inconnue _ -> throw Desk.notFound();
            case Consultation.TropNombreuses _ ->
                    new DonneesPage(
                            Whose.PERSON,
                            data.offres(),
                            fondement.organisation().map(Organisation::name).orElse(""),
                            true);
        };
    }
}
