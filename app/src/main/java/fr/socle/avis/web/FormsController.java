package fr.socle.avis.web;

import fr.socle.avis.JudgedId;
import fr.socle.avis.Scores;
import fr.socle.avis.form.FormRights;
import fr.socle.avis.form.Forms;
import fr.socle.avis.form.Judged;
import fr.socle.avis.form.ServiceForm;
import fr.socle.avis.form.Services;
import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.directory.OrganisationId;
import fr.socle.house.PublicAddress;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.access.SignInNeeded;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The forms of one service, for the agents of its organisation. */
@Controller
@Requires(FormRights.KEEP_CODE)
@RequestMapping("/agent/avis/{demarche}/formulaires")
class FormsController {

    private final Forms forms;
    private final Services services;
    private final Scores scores;
    private final PublicAddress address;

    FormsController(Forms forms, Services services, Scores scores, PublicAddress address) {
        this.forms = forms;
        this.services = services;
        this.scores = scores;
        this.address = address;
    }

    @GetMapping
    Page list(@PathVariable String demarche, HttpServletRequest request) {
        return list(mine(request, demarche), Form.blank());
    }

    @PostMapping
    Object create(
            @PathVariable String demarche,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var judged = mine(request, demarche);
        var form = Form.of(parameters);
        var facts = FormFields.first(form);
        if (facts.isEmpty()) {
            return list(judged, form);
        }
        var agent = agent(request);
        var owner = new OrganisationId(agent.organisation());
        return switch (forms.create(Actor.of(agent), owner, judged.id(), facts.get())) {
            case Change.Done<ServiceForm>(var made) -> seeOther(path(judged) + "/" + made.id());
            case Change.Refused<ServiceForm>(var field, var why) -> {
                form.reject(field, why);
                yield list(judged, form);
            }
            case Change.Stale<ServiceForm> _, Change.Unknown<ServiceForm> _ -> throw unknown();
        };
    }

    @GetMapping("/{form}")
    Page edit(
            @PathVariable String demarche,
            @PathVariable("form") String number,
            @RequestParam(defaultValue = "") String fait,
            HttpServletRequest request) {
        var judged = mine(request, demarche);
        var present = form(request, judged, number);
        return new FormEditPage(
                judged,
                present,
                FormFields.filled(present),
                fait.equals("oui") ? FormEditPage.Outcome.SAVED : FormEditPage.Outcome.NONE,
                address.value());
    }

    @PostMapping("/{form}")
    Object change(
            @PathVariable String demarche,
            @PathVariable("form") String number,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var judged = mine(request, demarche);
        var present = form(request, judged, number);
        var form = Form.of(parameters);
        var facts = FormFields.read(form, present.template());
        if (facts.isEmpty()) {
            return edit(judged, present, form, FormEditPage.Outcome.NONE);
        }
        if (form.version() != present.version()) {
            return edit(judged, present, form, FormEditPage.Outcome.STALE);
        }
        return switch (forms.change(Actor.of(agent(request)), present, facts.get())) {
            case Change.Done<ServiceForm> _ ->
                    seeOther(path(judged) + "/" + present.id() + "?fait=oui");
            case Change.Stale<ServiceForm>(var now) ->
                    edit(judged, now, form, FormEditPage.Outcome.STALE);
            case Change.Unknown<ServiceForm> _ -> throw unknown();
            case Change.Refused<ServiceForm>(var field, var why) -> {
                form.reject(field, why);
                yield edit(judged, present, form, FormEditPage.Outcome.NONE);
            }
        };
    }

    private Page list(Judged judged, Form form) {
        var said = scores.byForm(judged.id(), Scores.EVER);
        return new FormsPage(judged, forms.of(judged.id()), said, form);
    }

    private Page edit(Judged judged, ServiceForm present, Form form, FormEditPage.Outcome outcome) {
        return new FormEditPage(judged, present, form, outcome, address.value());
    }

    private Judged mine(HttpServletRequest request, String demarche) {
        var organisation = new OrganisationId(agent(request).organisation());
        return services.of(organisation, demarche).orElseThrow(FormsController::unknown);
    }

    /** To anyone else it is not there; that he tried is in the journal. */
    private ServiceForm form(HttpServletRequest request, Judged judged, String number) {
        var found =
                JudgedId.of(number)
                        .flatMap(it -> forms.find(it.value()))
                        .orElseThrow(FormsController::unknown);
        var agent = agent(request);
        if (found.service().equals(judged.id())
                && found.organisation().value().equals(agent.organisation())) {
            return found;
        }
        forms.refused(Actor.of(agent), found);
        throw unknown();
    }

    private static String path(Judged judged) {
        return "/agent/avis/" + judged.id() + "/formulaires";
    }

    private static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
    }

    private static Visitor.Agent agent(HttpServletRequest request) {
        return switch (Visitors.of(request)) {
            case Visitor.Agent agent -> agent;
            case Visitor.Anonymous _, Visitor.Usager _ -> throw new SignInNeeded();
        };
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
