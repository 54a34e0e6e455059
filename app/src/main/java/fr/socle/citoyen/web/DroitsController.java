package fr.socle.citoyen.web;

import fr.socle.citoyen.droits.Exercice;
import fr.socle.identity.UsagerConnecte;
import fr.socle.identity.Usagers;
import fr.socle.ui.Page;
import fr.socle.ui.access.ForUsager;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person objects, asks for a rectification, and follows what becomes of it. */
@Controller
@ForUsager
@RequestMapping("/mon-dossier/droits")
class DroitsController {

    private final DroitsPages pages;
    private final Usagers usagers;

    DroitsController(DroitsPages pages, Usagers usagers) {
        this.pages = pages;
        this.usagers = usagers;
    }

    @GetMapping
    Page list(@RequestParam(defaultValue = "") String fait, HttpServletRequest request) {
        return pages.list(Whose.PERSON, Desk.usager(request).person(), fait);
    }

    @GetMapping("/nouveau")
    Page blank(@RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        return pages.blank(Whose.PERSON, Desk.usager(request).person(), parameters);
    }

    @PostMapping("/nouveau")
    Object open(
            @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        var usager = usagers.connected(Desk.usager(request));
        return pages.open(Whose.PERSON, demandeur(usager, request), parameters);
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    Page show(@PathVariable String id, HttpServletRequest request) {
        return pages.show(Whose.PERSON, Desk.usager(request).person(), id);
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/retrait")
    Object withdraw(@PathVariable String id, HttpServletRequest request) {
        return pages.withdraw(Whose.PERSON, Desk.usager(request).person(), id);
    }

    private static Exercice.Demandeur demandeur(UsagerConnecte usager, HttpServletRequest request) {
        var identity = usager.identity();
        return new Exercice.Demandeur(
                usager.person(),
                identity.givenName() + " " + identity.familyName(),
                usager.email(),
                Desk.language(request));
    }
}
