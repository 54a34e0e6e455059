package fr.socle.citoyen.web;

import fr.socle.citoyen.protection.Motif;
import fr.socle.citoyen.protection.Protections;
import fr.socle.ui.Page;
import fr.socle.ui.access.ForUsager;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person has their file protected, and lifts that. */
@Controller
@ForUsager
@RequestMapping(DossierProtegeController.BASE)
class DossierProtegeController {

    static final String BASE = "/mon-dossier/protection";

    private final Protections protections;

    DossierProtegeController(Protections protections) {
        this.protections = protections;
    }

    @GetMapping
    Page show(HttpServletRequest request) {
        return page(Form.blank(), request);
    }

    @PostMapping
    Object protect(
            @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        var form = Form.of(parameters);
        var motif = form.read("motif", Reading.among(Motif.byWord()));
        if (motif.isEmpty()) {
            return page(form, request);
        }
        protections.protect(Desk.usager(request).person(), motif.get());
        return Desk.seeOther(BASE);
    }

    @PostMapping("/levee")
    ResponseEntity<Void> lift(HttpServletRequest request) {
        protections.lift(Desk.usager(request).person());
        return Desk.seeOther(BASE);
    }

    private Page page(Form form, HttpServletRequest request) {
        var since = protections.since(Desk.usager(request).person());
        return new DossierProtegePage(form, since.orElse(null));
    }
}
