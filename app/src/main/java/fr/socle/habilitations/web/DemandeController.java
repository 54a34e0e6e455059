package fr.socle.habilitations.web;

import static fr.socle.habilitations.web.DemandeDesk.seeOther;
import static fr.socle.habilitations.web.DemandeDesk.visitor;

import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.directory.DirectoryRights;
import fr.socle.habilitations.demande.Cote;
import fr.socle.habilitations.demande.Demande;
import fr.socle.habilitations.demande.Ordre;
import fr.socle.habilitations.message.DemandeMessage;
import fr.socle.habilitations.web.DemandePage.Told;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An organisation follows one of its requests. */
@Controller
@Requires(DirectoryRights.MANAGE_CODE)
@RequestMapping(DemandesController.BASE + "/{id}")
class DemandeController {

    private static final Set<String> DONE =
            Set.of("soumise", "brouillon", "message", "annuler", "archiver", "reprendre");

    private static final Map<String, Ordre> ORDRES =
            Map.of(
                    "annuler", new Ordre.AnnulerReouverture(),
                    "archiver", new Ordre.Archiver(),
                    "reprendre", new Ordre.Reprendre());

    private final DemandeDesk desk;

    DemandeController(DemandeDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    Page show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String fait,
            HttpServletRequest request) {
        var told = DONE.contains(fait) ? Told.done("habilitations.done." + fait) : Told.NOTHING;
        return page(request, desk.own(request, id), Form.blank(), told);
    }

    @PostMapping("/messages")
    Object write(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demande = desk.own(request, id);
        var form = Form.of(parameters);
        var body = form.required("message", DemandeMessage.LONGEST);
        if (!form.ok()) {
            return page(request, demande, form, Told.NOTHING);
        }
        var actor = Actor.of(visitor(request));
        var change = desk.messages().write(actor, Cote.DEMANDEUR, demande.dossier().id(), body);
        return answer(request, change, demande, "message");
    }

    @PostMapping("/actes/{acte}")
    Object act(
            @PathVariable String id,
            @PathVariable String acte,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demande = desk.own(request, id);
        var ordre = ORDRES.get(acte);
        if (ordre == null) {
            throw DemandeDesk.notFound();
        }
        var change =
                desk.demandes()
                        .act(
                                Actor.of(visitor(request)),
                                Cote.DEMANDEUR,
                                demande.dossier().id(),
                                ordre,
                                Form.of(parameters).version());
        return answer(request, change, demande, acte);
    }

    private Object answer(
            HttpServletRequest request, Change<Demande> change, Demande before, String done) {
        return switch (change) {
            case Change.Done<Demande>(var it) ->
                    seeOther(DemandesController.BASE + "/" + it.dossier().id() + "?fait=" + done);
            case Change.Stale<Demande>(var present) ->
                    page(request, present, Form.blank(), Told.STALE);
            case Change.Refused<Demande>(_, var why) ->
                    page(request, before, Form.blank(), Told.refused(why));
            case Change.Unknown<Demande> _ -> throw DemandeDesk.notFound();
        };
    }

    private Page page(HttpServletRequest request, Demande demande, Form form, Told told) {
        return new DemandePage(
                desk.view(demande), visitor(request).agent(), desk.today(), form, told);
    }
}
