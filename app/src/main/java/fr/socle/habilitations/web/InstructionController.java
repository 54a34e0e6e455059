package fr.socle.habilitations.web;

import static fr.socle.habilitations.web.DemandeDesk.organisation;
import static fr.socle.habilitations.web.DemandeDesk.seeOther;
import static fr.socle.habilitations.web.DemandeDesk.visitor;

import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.habilitations.HabilitationRights;
import fr.socle.habilitations.demande.Demande;
import fr.socle.habilitations.demande.VerdictForm;
import fr.socle.habilitations.store.DemandeStore;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An instructor examines what other organisations request. */
@Controller
@Requires(HabilitationRights.EXAMINE_CODE)
@RequestMapping(InstructionController.BASE)
class InstructionController {

    static final String BASE = "/administration/habilitations-a-instruire";

    private static final Set<String> DONE = Set.of("decision", "revocation");

    private final DemandeDesk desk;
    private final DemandeStore store;

    InstructionController(DemandeDesk desk, DemandeStore store) {
        this.desk = desk;
        this.store = store;
    }

    @GetMapping
    Page list(HttpServletRequest request) {
        var own = organisation(request);
        return new InstructionsPage(
                desk.lines(store.toExamine(own)), desk.lines(store.examined(own)));
    }

    @GetMapping("/{id}")
    Page show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String fait,
            HttpServletRequest request) {
        var done = DONE.contains(fait) ? "habilitations.done." + fait : null;
        return page(desk.others(request, id), Form.blank(), false, done);
    }

    @PostMapping("/{id}/decision")
    Object decide(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demande = desk.others(request, id);
        var form = Form.of(parameters);
        var verdict = VerdictForm.read(form);
        if (verdict.isEmpty()) {
            return page(demande, form, false, null);
        }
        var change =
                desk.demandes()
                        .decide(
                                Actor.of(visitor(request)),
                                demande.dossier().id(),
                                verdict.get(),
                                form.version());
        return answer(change, form, "decision");
    }

    @PostMapping("/{id}/revocation")
    Object revoke(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demande = desk.others(request, id);
        var form = Form.of(parameters);
        var motif = form.required(VerdictForm.REVOCATION, VerdictForm.LONGEST);
        if (!form.ok()) {
            return page(demande, form, false, null);
        }
        var change =
                desk.demandes()
                        .revoke(
                                Actor.of(visitor(request)),
                                demande.dossier().id(),
                                motif,
                                form.version());
        return answer(change, form, "revocation");
    }

    private Object answer(Change<Demande> change, Form form, String done) {
        return switch (change) {
            case Change.Done<Demande>(var it) ->
                    seeOther(BASE + "/" + it.dossier().id() + "?fait=" + done);
            case Change.Stale<Demande>(var present) -> page(present, form, true, null);
            case Change.Refused<Demande> _, Change.Unknown<Demande> _ ->
                    throw DemandeDesk.notFound();
        };
    }

    private Page page(Demande demande, Form form, boolean stale, @Nullable String done) {
        return new InstructionPage(desk.view(demande), form, stale, done);
    }
}
