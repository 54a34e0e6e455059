package fr.socle.citoyen.entreprise.web;

import fr.socle.citoyen.entreprise.Quoi;
import fr.socle.citoyen.entreprise.Representant;
import fr.socle.citoyen.usages.Place;
import fr.socle.citoyen.web.Desk;
import fr.socle.citoyen.web.UsagesPages;
import fr.socle.citoyen.web.Whose;
import fr.socle.directory.ComptesProfessionnels;
import fr.socle.journal.Proofs;
import fr.socle.ui.access.ForUsager;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who used a company's data, line by line, with the proof of each. */
@Controller
@ForUsager
@RequestMapping(ComptesProfessionnels.PAGES)
class EntrepriseController {

    private final EntrepriseDesk desk;
    private final UsagesPages usages;
    private final Proofs proofs;
    private final ComptesProfessionnels comptes;

    EntrepriseController(
            EntrepriseDesk desk, UsagesPages usages, Proofs proofs, ComptesProfessionnels comptes) {
        this.desk = desk;
        this.usages = usages;
        this.proofs = proofs;
        this.comptes = comptes;
    }

    @GetMapping
    Object front(HttpServletRequest request) {
        return desk.through(request, Quoi.OUVERTURE, this::page);
    }

    /** Another account may be meant next. */
    @PostMapping("/quitter")
    ResponseEntity<Void> leave(HttpServletRequest request, HttpServletResponse response) {
        Desk.usager(request);
        comptes.close(request, response);
        return Desk.seeOther(ComptesProfessionnels.PAGES);
    }

    @GetMapping("/usages")
    Object usages(
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String sorte,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request) {
        return desk.through(
                request,
                Quoi.USAGES,
                it ->
                        usages.list(
                                new Whose.Entreprise(it), it.company(), organisation, sorte, page));
    }

    @GetMapping("/usages/{log:[0-9]{1,4}}/{index:[0-9]{1,18}}")
    Object usage(@PathVariable int log, @PathVariable long index, HttpServletRequest request) {
        return desk.through(
                request,
                Quoi.LIGNE,
                it -> usages.line(new Whose.Entreprise(it), it.company(), new Place(log, index)));
    }

    @PostMapping("/usages/{log:[0-9]{1,4}}/{index:[0-9]{1,18}}/recu")
    Object receipt(@PathVariable int log, @PathVariable long index, HttpServletRequest request) {
        return desk.through(
                request,
                Quoi.RECU,
                it ->
                        usages.receipt(
                                new Whose.Entreprise(it),
                                it.company(),
                                new Place(log, index),
                                () -> {}));
    }

    private EntreprisePage page(Representant who) {
        return new EntreprisePage(new Whose.Entreprise(who), proofs.published(), false);
    }
}
