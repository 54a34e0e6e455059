package fr.socle.citoyen.entreprise.web;

import fr.socle.citoyen.donnees.Fondement;
import fr.socle.citoyen.donnees.MesDonnees;
import fr.socle.citoyen.donnees.MesDonnees.Consultation;
import fr.socle.citoyen.donnees.MesDonnees.Demandeur;
import fr.socle.citoyen.droits.Exercice;
import fr.socle.citoyen.entreprise.Quoi;
import fr.socle.citoyen.entreprise.Representant;
import fr.socle.citoyen.web.Desk;
import fr.socle.citoyen.web.DonneePage;
import fr.socle.citoyen.web.DonneesPage;
import fr.socle.citoyen.web.DroitsPages;
import fr.socle.citoyen.web.Whose;
import fr.socle.directory.ComptesProfessionnels;
import fr.socle.directory.Organisation;
import fr.socle.ui.access.ForUsager;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What providers hold about a company, and how a representative has it put right. */
@Controller
@ForUsager
@RequestMapping(ComptesProfessionnels.PAGES)
class EntrepriseDonneesController {

    private final EntrepriseDesk desk;
    private final MesDonnees data;
    private final Fondement fondement;
    private final DroitsPages droits;

    EntrepriseDonneesController(
            EntrepriseDesk desk, MesDonnees data, Fondement fondement, DroitsPages droits) {
        this.desk = desk;
        this.data = data;
        this.fondement = fondement;
        this.droits = droits;
    }

    @GetMapping("/donnees")
    Object offres(HttpServletRequest request) {
        return desk.through(request, Quoi.DONNEES, it -> offres(it, false));
    }

    /** Shows what came by this answer alone: nothing is kept to which a redirect could lead. */
    @PostMapping("/donnees/{code:[a-z0-9-]{1,60}}")
    Object consult(
            @PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return desk.through(request, Quoi.CONSULTATION, it -> consult(it, code));
    }

    private Object consult(Representant who, String code) {
        var asker = new Demandeur.Entreprise(who.company(), who.siret());
        return switch (data.consulter(asker, code)) {
            case Consultation.Faite(var offre, var answer) ->
                    new DonneePage(new Whose.Entreprise(who), offre, answer);
            case Consultation.Inconnue _ -> throw Desk.notFound();
            case Consultation.TropNombreuses _ -> offres(who, true);
        };
    }

    private DonneesPage offres(Representant who, boolean tooMany) {
        return new DonneesPage(
                new Whose.Entreprise(who),
                data.offresEntreprise(),
                fondement.organisation().map(Organisation::name).orElse(""),
                tooMany);
    }

    @GetMapping("/droits")
    Object list(@RequestParam(defaultValue = "") String fait, HttpServletRequest request) {
        return desk.through(
                request,
                Quoi.DROITS,
                it -> droits.list(new Whose.Entreprise(it), it.company(), fait));
    }

    @GetMapping("/droits/nouveau")
    Object blank(
            @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        return desk.through(
                request,
                Quoi.DEMANDE,
                it -> droits.blank(new Whose.Entreprise(it), it.company(), parameters));
    }

    @PostMapping("/droits/nouveau")
    Object open(
            @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        return desk.through(
                request,
                Quoi.DEMANDE,
                it -> droits.open(new Whose.Entreprise(it), demandeur(it, request), parameters));
    }

    @GetMapping("/droits/{id:[0-9a-f-]{36}}")
    Object show(@PathVariable String id, HttpServletRequest request) {
        return desk.through(
                request,
                Quoi.DROITS,
                it -> droits.show(new Whose.Entreprise(it), it.company(), id));
    }

    @PostMapping("/droits/{id:[0-9a-f-]{36}}/retrait")
    Object withdraw(@PathVariable String id, HttpServletRequest request) {
        return desk.through(
                request,
                Quoi.DEMANDE,
                it -> droits.withdraw(new Whose.Entreprise(it), it.company(), id));
    }

    /** Whoever answers reads which company asks, and by whom. */
    private static Exercice.Demandeur demandeur(Representant who, HttpServletRequest request) {
        return new Exercice.Demandeur(
                who.company(),
                "Entreprise "
                        + who.siren().formatted()
                        + ", par "
                        + who.name()
                        + " ("
                        + who.proof().fonction()
                        + ")",
                who.usager().email(),
                Desk.language(request),
                true);
    }
}
