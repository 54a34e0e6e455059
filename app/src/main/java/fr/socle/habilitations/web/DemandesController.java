package fr.socle.habilitations.web;

import static fr.socle.habilitations.web.DemandeDesk.organisation;
import static fr.socle.habilitations.web.DemandeDesk.seeOther;
import static fr.socle.habilitations.web.DemandeDesk.visitor;

import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.directory.DirectoryRights;
import fr.socle.habilitations.demande.ContenuForm;
import fr.socle.habilitations.demande.Demande;
import fr.socle.habilitations.store.DemandeStore;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An organisation requests the data that it needs. */
@Controller
@Requires(DirectoryRights.MANAGE_CODE)
@RequestMapping(DemandesController.BASE)
class DemandesController {

    static final String BASE = "/administration/habilitations";

    private final DemandeDesk desk;
    private final DemandeStore store;

    DemandesController(DemandeDesk desk, DemandeStore store) {
        this.desk = desk;
        this.store = store;
    }

    @GetMapping
    Page list(HttpServletRequest request) {
        return new DemandesPage(desk.lines(store.of(organisation(request))));
    }

    @GetMapping("/nouvelle")
    Page blank() {
        return page(null, Form.blank(), false);
    }

    @PostMapping("/nouvelle")
    Object create(
            @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        var form = Form.of(parameters);
        var content = ContenuForm.read(form, desk.catalogue());
        if (content.isEmpty()) {
            return page(null, form, false);
        }
        var actor = Actor.of(visitor(request));
        return answer(
                desk.demandes().submit(actor, organisation(request), content.get()), null, form);
    }

    @GetMapping("/{id}")
    Page show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String fait,
            HttpServletRequest request) {
        var done = fait.equals("soumise") ? "habilitations.done.submitted" : null;
        return new DemandePage(desk.view(desk.own(request, id)), done);
    }

    @GetMapping("/{id}/modifier")
    Object rewrite(@PathVariable String id, HttpServletRequest request) {
        var demande = desk.own(request, id);
        return demande instanceof Demande.Redigeable
                ? page(demande, ContenuForm.form(demande.dossier().content()), false)
                : seeOther(BASE + "/" + demande.dossier().id());
    }

    @PostMapping("/{id}/modifier")
    Object submitAgain(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demande = desk.own(request, id);
        var form = Form.of(parameters);
        var content = ContenuForm.read(form, desk.catalogue());
        if (content.isEmpty()) {
            return page(demande, form, false);
        }
        var actor = Actor.of(visitor(request));
        var change =
                desk.demandes()
                        .submitAgain(actor, demande.dossier().id(), content.get(), form.version());
        return answer(change, demande, form);
    }

    private Object answer(Change<Demande> change, @Nullable Demande before, Form form) {
        return switch (change) {
            case Change.Done<Demande>(var it) ->
                    seeOther(BASE + "/" + it.dossier().id() + "?fait=soumise");
            case Change.Stale<Demande>(var present) -> page(present, form, true);
            case Change.Refused<Demande>(var field, var why) -> {
                form.reject(field, why);
                yield page(before, form, false);
            }
            case Change.Unknown<Demande> _ -> throw DemandeDesk.notFound();
        };
    }

    private Page page(@Nullable Demande demande, Form form, boolean stale) {
        return new DemandeFormPage(demande, form, desk.catalogue().all(), stale);
    }
}
