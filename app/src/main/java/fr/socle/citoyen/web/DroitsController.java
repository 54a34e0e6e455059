package fr.socle.citoyen.web;

import fr.socle.citoyen.droits.Contestations;
import fr.socle.citoyen.droits.Contestations.Contestable;
import fr.socle.citoyen.droits.Exercice;
import fr.socle.citoyen.droits.Exercice.Nature;
import fr.socle.citoyen.droits.Exercices;
import fr.socle.citoyen.store.ExerciceStore.Suivi;
import fr.socle.citoyen.usages.Place;
import fr.socle.directory.Change;
import fr.socle.identity.UsagerConnecte;
import fr.socle.identity.Usagers;
import fr.socle.kernel.Ids;
import fr.socle.ui.Page;
import fr.socle.ui.access.ForUsager;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A person objects, asks for a rectification, and follows what becomes of it. */
@Controller
@ForUsager
@RequestMapping(DroitsController.BASE)
class DroitsController {

    static final String BASE = "/mon-dossier/droits";
    private static final String TOKEN = "jeton";

    private final Exercices exercices;
    private final Contestations contestations;
    private final Usagers usagers;

    DroitsController(Exercices exercices, Contestations contestations, Usagers usagers) {
        this.exercices = exercices;
        this.contestations = contestations;
        this.usagers = usagers;
    }

    @GetMapping
    Page list(@RequestParam(defaultValue = "") String fait, HttpServletRequest request) {
        return new DroitsPage(exercices.of(Desk.usager(request).person()), fait.equals("retrait"));
    }

    @GetMapping("/nouveau")
    Page blank(@RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        var wanted = Wanted.of(Form.of(parameters));
        var about = about(wanted, request);
        var form = Form.blank(Map.of(TOKEN, UUID.randomUUID().toString()));
        return new DroitFormPage(wanted.nature(), about, wanted.jeu(), form);
    }

    @PostMapping("/nouveau")
    Object open(
            @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        var form = Form.of(parameters);
        var wanted = Wanted.of(form);
        var about = about(wanted, request);
        var token = Ids.parse(form.typed(TOKEN)).orElseThrow(Desk::badRequest);
        var text =
                wanted.nature() == Nature.OPPOSITION
                        ? form.optional("texte", DroitFormPage.LONGEST)
                        : form.required("texte", DroitFormPage.LONGEST);
        if (!form.ok()) {
            return new DroitFormPage(wanted.nature(), about, wanted.jeu(), form);
        }
        var usager = usagers.connected(Desk.usager(request));
        var wish =
                new Exercices.Wish(
                        wanted.nature(),
                        about.guichet(),
                        new Exercice.Objet(about.donnees(), about.source(), text, about.place()),
                        demandeur(usager, request),
                        about.echange());
        return switch (exercices.ouvrir(wish, token)) {
            case Change.Done<Exercice>(var opened) ->
                    Desk.seeOther(BASE + "/" + opened.fond().id());
            case Change.Refused<Exercice>(var field, var why) -> {
                form.reject(field, why);
                yield new DroitFormPage(wanted.nature(), about, wanted.jeu(), form);
            }
            case Change.Stale<Exercice> _, Change.Unknown<Exercice> _ -> throw Desk.notFound();
        };
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    Page show(@PathVariable String id, HttpServletRequest request) {
        return new DroitPage(own(id, request).exercice());
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/retrait")
    Object withdraw(@PathVariable String id, HttpServletRequest request) {
        return switch (exercices.retirer(own(id, request))) {
            case Change.Done<Exercice> _ -> Desk.seeOther(BASE + "?fait=retrait");
            case Change.Stale<Exercice> _, Change.Refused<Exercice> _ ->
                    throw new ResponseStatusException(HttpStatus.CONFLICT);
            case Change.Unknown<Exercice> _ -> throw Desk.notFound();
        };
    }

    private Suivi own(String id, HttpServletRequest request) {
        var person = Desk.usager(request).person();
        return Ids.parse(id).flatMap(it -> exercices.find(it, person)).orElseThrow(Desk::notFound);
    }

    private Contestable about(Wanted wanted, HttpServletRequest request) {
        var person = Desk.usager(request).person();
        return wanted.place()
                .flatMap(it -> contestations.line(person, it, wanted.nature()))
                .or(
                        () ->
                                wanted.nature() == Nature.RECTIFICATION && !wanted.jeu().isEmpty()
                                        ? contestations.held(wanted.jeu())
                                        : Optional.empty())
                .orElseThrow(Desk::notFound);
    }

    private static Exercice.Demandeur demandeur(UsagerConnecte usager, HttpServletRequest request) {
        var identity = usager.identity();
        return new Exercice.Demandeur(
                usager.person(),
                identity.givenName() + " " + identity.familyName(),
                usager.email(),
                Desk.language(request));
    }

    /**
     * What the address or the form names.
     *
     * @param jeu the code of a data set; empty when it is a line
     */
    private record Wanted(Nature nature, Optional<Place> place, String jeu) {

        static Wanted of(Form form) {
            var nature =
                    switch (form.typed("nature")) {
                        case "opposition" -> Nature.OPPOSITION;
                        case "rectification" -> Nature.RECTIFICATION;
                        default -> throw Desk.notFound();
                    };
            var set = form.typed("jeu");
            return new Wanted(
                    nature,
                    place(form.typed("journal"), form.typed("ligne")),
                    set.matches("[a-z0-9-]{1,60}") ? set : "");
        }

        private static Optional<Place> place(String log, String index) {
            return log.matches("[0-9]{1,4}") && index.matches("[0-9]{1,18}")
                    ? Optional.of(new Place(Integer.parseInt(log), Long.parseLong(index)))
                    : Optional.empty();
        }
    }
}
