package fr.socle.habilitations.web;

import static fr.socle.habilitations.web.DemandeDesk.organisation;
import static fr.socle.habilitations.web.DemandeDesk.seeOther;
import static fr.socle.habilitations.web.DemandeDesk.visitor;

import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.directory.DirectoryRights;
import fr.socle.directory.OrganisationId;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.delegation.HabilitationDelegations;
import fr.socle.habilitations.demande.Contenu;
import fr.socle.habilitations.demande.ContenuForm;
import fr.socle.habilitations.demande.Cote;
import fr.socle.habilitations.demande.Demande;
import fr.socle.habilitations.demande.Ordre;
import fr.socle.habilitations.store.DemandeStore;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An organisation writes the requests for the data that it needs. */
@Controller
@Requires(DirectoryRights.MANAGE_CODE)
@RequestMapping(DemandesController.BASE)
class DemandesController {

    static final String BASE = "/administration/habilitations";

    private final DemandeDesk desk;
    private final DemandeStore store;
    private final Modele modele;
    private final HabilitationDelegations delegations;

    DemandesController(
            DemandeDesk desk,
            DemandeStore store,
            Modele modele,
            HabilitationDelegations delegations) {
        this.desk = desk;
        this.store = store;
        this.modele = modele;
        this.delegations = delegations;
    }

    @GetMapping
    Page list(HttpServletRequest request) {
        var own = organisation(request);
        return new DemandesPage(desk.lines(store.of(own), Cote.DEMANDEUR), received(own));
    }

    private List<DemandesPage.Received> received(OrganisationId editor) {
        return delegations.received(editor).stream()
                .map(
                        it ->
                                new DemandesPage.Received(
                                        it.id(),
                                        desk.name(it.holder()),
                                        store.find(it.habilitation())
                                                .flatMap(Demande::toExaminer)
                                                .map(of -> of.dossier().content().intitule())
                                                .orElse("")))
                .toList();
    }

    @GetMapping("/nouvelle")
    Page usages() {
        return UsagesPage.whole();
    }

    @GetMapping("/nouvelle/{usage}")
    Page blank(@PathVariable String usage, HttpServletRequest request) {
        var form = modele.of(usage, visitor(request)).orElseThrow(DemandeDesk::notFound);
        return page(null, form, false);
    }

    @PostMapping("/nouvelle")
    Object create(
            @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        var form = Form.of(parameters);
        var content = read(form);
        if (content.isEmpty()) {
            return page(null, form, false);
        }
        var actor = Actor.of(visitor(request));
        var id = new HabilitationId(form.identifier());
        var made =
                isDraft(form)
                        ? desk.demandes().draft(actor, organisation(request), id, content.get())
                        : desk.demandes().submit(actor, organisation(request), id, content.get());
        return answer(made, null, form);
    }

    @GetMapping("/{id}/modifier")
    Object rewrite(@PathVariable String id, HttpServletRequest request) {
        var demande = desk.own(request, id);
        return demande instanceof Demande.Redigeable
                ? page(demande, ContenuForm.form(demande.dossier().content()), false)
                : seeOther(BASE + "/" + demande.dossier().id());
    }

    @PostMapping("/{id}/modifier")
    Object write(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demande = desk.own(request, id);
        var form = Form.of(parameters);
        var content = read(form);
        if (content.isEmpty()) {
            return page(demande, form, false);
        }
        var ordre =
                isDraft(form)
                        ? new Ordre.Enregistrer(content.get())
                        : new Ordre.Soumettre(content.get());
        var change =
                desk.demandes()
                        .act(
                                Actor.of(visitor(request)),
                                Cote.DEMANDEUR,
                                demande.dossier().id(),
                                ordre,
                                form.version());
        return answer(change, demande, form);
    }

    private Optional<Contenu> read(Form form) {
        return isDraft(form)
                ? ContenuForm.readDraft(form, desk.offre())
                : ContenuForm.read(form, desk.offre());
    }

    /** Two buttons: one sends, the other keeps what was written so far. */
    private static boolean isDraft(Form form) {
        return form.typed("envoi").equals("brouillon");
    }

    private Object answer(Change<Demande> change, @Nullable Demande before, Form form) {
        var done = isDraft(form) ? "brouillon" : "soumise";
        return switch (change) {
            case Change.Done<Demande>(var it) ->
                    seeOther(BASE + "/" + it.dossier().id() + "?fait=" + done);
            case Change.Stale<Demande>(var present) -> page(present, form, true);
            case Change.Refused<Demande>(var field, var why) -> {
                form.reject(field, why);
                yield page(before, form, false);
            }
            case Change.Unknown<Demande> _ -> throw DemandeDesk.notFound();
        };
    }

    private Page page(@Nullable Demande demande, Form form, boolean stale) {
        return new DemandeFormPage(demande, form, desk.offre(), stale);
    }
}
