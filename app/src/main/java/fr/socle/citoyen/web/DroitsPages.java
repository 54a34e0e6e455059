package fr.socle.citoyen.web;

import fr.socle.citoyen.droits.Contestations;
import fr.socle.citoyen.droits.Contestations.Contestable;
import fr.socle.citoyen.droits.Exercice;
import fr.socle.citoyen.droits.Exercice.Nature;
import fr.socle.citoyen.droits.Exercices;
import fr.socle.citoyen.store.ExerciceStore.Suivi;
import fr.socle.citoyen.usages.Place;
import fr.socle.directory.Change;
import fr.socle.kernel.Ids;
import fr.socle.kernel.PersonRef;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/** Rights that somebody exercises, as pages, whosever file it is. */
@Component
public class DroitsPages {

    private static final String TOKEN = "jeton";

    private final Exercices exercices;
    private final Contestations contestations;

    DroitsPages(Exercices exercices, Contestations contestations) {
        this.exercices = exercices;
        this.contestations = contestations;
    }

    /**
     * @param fait what was just done, as the address says it
     */
    public Page list(Whose whose, PersonRef subject, String fait) {
        return new DroitsPage(whose, exercices.of(subject), fait.equals("retrait"));
    }

    public Page blank(Whose whose, PersonRef subject, MultiValueMap<String, String> parameters) {
        var wanted = Wanted.of(Form.of(parameters), whose);
        var about = about(whose, subject, wanted);
        var form = Form.blank(Map.of(TOKEN, UUID.randomUUID().toString()));
        return new DroitFormPage(whose, wanted.nature(), about, wanted.jeu(), form);
    }

    public Object open(
            Whose whose, Exercice.Demandeur demandeur, MultiValueMap<String, String> parameters) {
        var form = Form.of(parameters);
        var wanted = Wanted.of(form, whose);
        var about = about(whose, demandeur.person(), wanted);
        var token = Ids.parse(form.typed(TOKEN)).orElseThrow(Desk::badRequest);
        var text =
                wanted.nature() == Nature.OPPOSITION
                        ? form.optional("texte", DroitFormPage.LONGEST)
                        : form.required("texte", DroitFormPage.LONGEST);
        if (!form.ok()) {
            return new DroitFormPage(whose, wanted.nature(), about, wanted.jeu(), form);
        }
        var wish =
                new Exercices.Wish(
                        wanted.nature(),
                        about.guichet(),
                        new Exercice.Objet(about.donnees(), about.source(), text, about.place()),
                        demandeur,
                        about.echange());
        return switch (exercices.ouvrir(wish, token)) {
            case Change.Done<Exercice>(var opened) ->
                    Desk.seeOther(base(whose) + "/" + opened.fond().id());
            case Change.Refused<Exercice>(var field, var why) -> {
                form.reject(field, why);
                yield new DroitFormPage(whose, wanted.nature(), about, wanted.jeu(), form);
            }
            case Change.Stale<Exercice> _, Change.Unknown<Exercice> _ -> throw Desk.notFound();
        };
    }

    public Page show(Whose whose, PersonRef subject, String id) {
        return new DroitPage(whose, own(subject, id).exercice());
    }

    public Object withdraw(Whose whose, PersonRef subject, String id) {
        return switch (exercices.retirer(own(subject, id))) {
            case Change.Done<Exercice> _ -> Desk.seeOther(base(whose) + "?fait=retrait");
            case Change.Stale<Exercice> _, Change.Refused<Exercice> _ ->
                    throw new ResponseStatusException(HttpStatus.CONFLICT);
            case Change.Unknown<Exercice> _ -> throw Desk.notFound();
        };
    }

    private static String base(Whose whose) {
        return whose.base() + "/droits";
    }

    private Suivi own(PersonRef subject, String id) {
        return Ids.parse(id).flatMap(it -> exercices.find(it, subject)).orElseThrow(Desk::notFound);
    }

    private Contestable about(Whose whose, PersonRef subject, Wanted wanted) {
        return wanted.place()
                .flatMap(it -> contestations.line(subject, it, wanted.nature()))
                .or(
                        () ->
                                wanted.nature() == Nature.RECTIFICATION && !wanted.jeu().isEmpty()
                                        ? contestations.held(wanted.jeu(), whose.isPerson())
                                        : Optional.empty())
                .orElseThrow(Desk::notFound);
    }

    /**
     * What the address or the form names.
     *
     * @param jeu the code of a data set; empty when it is a line
     */
    private record Wanted(Nature nature, Optional<Place> place, String jeu) {

        static Wanted of(Form form, Whose whose) {
            var nature =
                    switch (form.typed("nature")) {
                        case "opposition" -> Nature.OPPOSITION;
                        case "rectification" -> Nature.RECTIFICATION;
                        default -> throw Desk.notFound();
                    };
            if (nature == Nature.OPPOSITION && !whose.isPerson()) {
                // because the right to object is that of persons (RGPD, art. 21)
                throw Desk.notFound();
            }
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
