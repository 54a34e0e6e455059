package fr.socle.citoyen.desk;

import fr.socle.citoyen.CitoyenRights;
import fr.socle.citoyen.droits.Exercice;
import fr.socle.citoyen.droits.Exercice.Issue;
import fr.socle.citoyen.droits.Exercices;
import fr.socle.citoyen.store.ExerciceStore.Suivi;
import fr.socle.directory.Change;
import fr.socle.directory.Organisation;
import fr.socle.directory.OrganisationSearch;
import fr.socle.directory.Organisations;
import fr.socle.kernel.Ids;
import fr.socle.kernel.Refusal;
import fr.socle.kernel.Siret;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An organisation answers the persons who object or ask for a rectification. */
@Controller
@Requires(CitoyenRights.ANSWER_CODE)
@RequestMapping(ExercicesController.BASE)
class ExercicesController {

    static final String BASE = "/administration/droits-des-personnes";

    private static final String ID = "/{id:[0-9a-f-]{36}}";
    private static final Map<String, Issue> ISSUES =
            Map.of(
                    "acceptee", Issue.ACCEPTEE,
                    "partielle", Issue.PARTIELLE,
                    "rejetee", Issue.REJETEE);

    private final Exercices exercices;
    private final Organisations organisations;
    private final Clock clock;

    ExercicesController(Exercices exercices, Organisations organisations, Clock clock) {
        this.exercices = exercices;
        this.organisations = organisations;
        this.clock = clock;
    }

    @GetMapping
    Page list(@RequestParam(defaultValue = "") String fait, HttpServletRequest request) {
        return new ExercicesPage(
                exercices.of(Desk.organisation(request)),
                Desk.agent(request).organisationName(),
                fait,
                clock.instant());
    }

    @GetMapping(ID)
    Page show(@PathVariable String id, HttpServletRequest request) {
        var seen = own(id, request);
        return page(seen, Form.blank(), 200, request);
    }

    @PostMapping(ID + "/reponse")
    Object answer(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var seen = own(id, request);
        var form = Form.of(parameters);
        var issue = form.read("issue", Reading.among(ISSUES));
        var text = form.required("texte", ExercicePage.LONGEST);
        if (!form.ok()) {
            return page(seen, form, 422, request);
        }
        var agent = Desk.agent(request);
        var change = exercices.repondre(seen, Desk.version(form), issue.orElseThrow(), text, agent);
        return done(change, seen, form, "reponse", request);
    }

    @PostMapping(ID + "/prolongation")
    Object extend(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var seen = own(id, request);
        var form = Form.of(parameters);
        var motif = form.required("motif", ExercicePage.LONGEST_MOTIF);
        return form.ok()
                ? done(
                        exercices.prolonger(seen, Desk.version(form), motif, Desk.agent(request)),
                        seen,
                        form,
                        "prolongation",
                        request)
                : page(seen, form, 422, request);
    }

    /** To the administration that is the right one (CRPA, art. L. 114-2). */
    @PostMapping(ID + "/transmission")
    Object hand(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var seen = own(id, request);
        var form = Form.of(parameters);
        var to = form.read("siret", Siret::parse).flatMap(it -> other(it, seen));
        if (to.isEmpty() && form.ok()) {
            form.reject("siret", Refusal.of("citoyen.guichet.siret"));
        }
        if (!form.ok()) {
            return page(seen, form, 422, request);
        }
        var guichet = new Exercice.Guichet(to.orElseThrow().id(), to.orElseThrow().name());
        var change = exercices.transmettre(seen, Desk.version(form), guichet, Desk.agent(request));
        return done(change, seen, form, "transmission", request);
    }

    private Optional<Organisation> other(Siret siret, Suivi seen) {
        var wanted = new OrganisationSearch(siret.value(), null, true, null);
        return organisations.search(wanted, 1, 0).lines().stream()
                .filter(it -> it.siret().equals(siret))
                .filter(it -> !it.id().equals(seen.exercice().fond().guichet().organisation()))
                .findFirst();
    }

    private Object done(
            Change<Exercice> change,
            Suivi seen,
            Form form,
            String word,
            HttpServletRequest request) {
        return switch (change) {
            case Change.Done<Exercice> _ -> Desk.seeOther(BASE + "?fait=" + word);
            case Change.Refused<Exercice>(var field, var why) -> {
                form.reject(field, why);
                yield page(seen, form, 422, request);
            }
            case Change.Stale<Exercice> _ ->
                    page(own(seen.exercice().fond().id().toString(), request), form, 409, request);
            case Change.Unknown<Exercice> _ -> throw Desk.notFound();
        };
    }

    /** In the journal before the agent reads it. */
    private Page page(Suivi seen, Form form, int status, HttpServletRequest request) {
        exercices.consulte(seen.exercice(), Desk.agent(request));
        return new ExercicePage(seen, form, status, clock.instant());
    }

    private Suivi own(String id, HttpServletRequest request) {
        var organisation = Desk.organisation(request);
        return Ids.parse(id)
                .flatMap(it -> exercices.find(it, organisation))
                .orElseThrow(Desk::notFound);
    }
}
