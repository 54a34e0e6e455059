package fr.socle.habilitations.web;

import static fr.socle.habilitations.web.DemandeDesk.organisation;
import static fr.socle.habilitations.web.DemandeDesk.seeOther;
import static fr.socle.habilitations.web.DemandeDesk.visitor;

import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.habilitations.HabilitationRights;
import fr.socle.habilitations.demande.Cote;
import fr.socle.habilitations.demande.DecisionForm;
import fr.socle.habilitations.demande.Demande;
import fr.socle.habilitations.demande.Differes;
import fr.socle.habilitations.demande.Ordre;
import fr.socle.habilitations.message.DemandeMessage;
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

/** A reporter reads, an instructor examines what other organisations request. */
@Controller
@Requires(HabilitationRights.READ_CODE)
@RequestMapping(InstructionController.BASE)
class InstructionController {

    static final String BASE = "/administration/habilitations-a-instruire";

    private static final Set<String> DONE = Set.of("decision", "revocation", "message", "differe");

    private final DemandeDesk desk;
    private final DemandeStore store;
    private final Differes differes;

    InstructionController(DemandeDesk desk, DemandeStore store, Differes differes) {
        this.desk = desk;
        this.store = store;
        this.differes = differes;
    }

    @GetMapping
    Page list(HttpServletRequest request) {
        var own = organisation(request);
        return new InstructionsPage(
                desk.lines(store.toExamine(own), Cote.INSTRUCTEUR),
                desk.lines(store.examined(own), Cote.INSTRUCTEUR));
    }

    @GetMapping("/{id}")
    Page show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String fait,
            HttpServletRequest request) {
        var done = DONE.contains(fait) ? "habilitations.done." + fait : null;
        return page(request, desk.others(request, id), Form.blank(), false, done);
    }

    @Requires(HabilitationRights.EXAMINE_CODE)
    @PostMapping("/{id}/decision")
    Object decide(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demande = desk.others(request, id);
        var form = Form.of(parameters);
        var decision = DecisionForm.read(form);
        if (decision.isEmpty()) {
            return page(request, demande, form, false, null);
        }
        var change =
                desk.demandes()
                        .act(
                                Actor.of(visitor(request)),
                                Cote.INSTRUCTEUR,
                                demande.dossier().id(),
                                decision.get(),
                                form.version());
        return answer(request, change, form, "decision");
    }

    @Requires(HabilitationRights.EXAMINE_CODE)
    @PostMapping("/{id}/differe")
    Object defer(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demande = desk.others(request, id);
        var form = Form.of(parameters);
        var differe = Differes.read(form);
        if (differe.isEmpty()) {
            return page(request, demande, form, false, null);
        }
        var change =
                differes.defer(
                        Actor.of(visitor(request)),
                        demande.dossier().id(),
                        differe.get(),
                        form.version());
        if (change instanceof Change.Refused<Demande>(var field, var why)) {
            form.reject(field, why);
            return page(request, demande, form, false, null);
        }
        return answer(request, change, form, "differe");
    }

    @Requires(HabilitationRights.EXAMINE_CODE)
    @PostMapping("/{id}/revocation")
    Object revoke(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demande = desk.others(request, id);
        var form = Form.of(parameters);
        var motif = form.required(DecisionForm.REVOCATION, DecisionForm.LONGEST);
        if (!form.ok()) {
            return page(request, demande, form, false, null);
        }
        var change =
                desk.demandes()
                        .act(
                                Actor.of(visitor(request)),
                                Cote.INSTRUCTEUR,
                                demande.dossier().id(),
                                new Ordre.Revoquer(motif),
                                form.version());
        return answer(request, change, form, "revocation");
    }

    @Requires(HabilitationRights.EXAMINE_CODE)
    @PostMapping("/{id}/messages")
    Object write(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demande = desk.others(request, id);
        var form = Form.of(parameters);
        var body = form.required("message", DemandeMessage.LONGEST);
        if (!form.ok()) {
            return page(request, demande, form, false, null);
        }
        var actor = Actor.of(visitor(request));
        var change = desk.messages().write(actor, Cote.INSTRUCTEUR, demande.dossier().id(), body);
        return answer(request, change, form, "message");
    }

    private Object answer(
            HttpServletRequest request, Change<Demande> change, Form form, String done) {
        return switch (change) {
            case Change.Done<Demande>(var it) ->
                    seeOther(BASE + "/" + it.dossier().id() + "?fait=" + done);
            case Change.Stale<Demande>(var present) ->
                    page(
                            request,
                            present.toExaminer().orElseThrow(DemandeDesk::notFound),
                            form,
                            true,
                            null);
            case Change.Refused<Demande> _, Change.Unknown<Demande> _ ->
                    throw DemandeDesk.notFound();
        };
    }

    private Page page(
            HttpServletRequest request,
            Demande demande,
            Form form,
            boolean stale,
            @Nullable String done) {
        var examiner = visitor(request).holds(HabilitationRights.EXAMINE);
        var deferral =
                new InstructionPage.Deferral(
                        differes.find(demande.dossier().id()), examiner && differes.open(demande));
        return new InstructionPage(desk.view(demande), examiner, deferral, form, stale, done);
    }
}
