package fr.socle.habilitations.web;

import static fr.socle.habilitations.web.DemandeDesk.seeOther;
import static fr.socle.habilitations.web.DemandeDesk.visitor;

import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.directory.DirectoryRights;
import fr.socle.habilitations.Delegation;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.delegation.HabilitationDelegations;
import fr.socle.habilitations.demande.Demande;
import fr.socle.kernel.Siret;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An organisation lets software editors use its habilitation. */
@Controller
@Requires(DirectoryRights.MANAGE_CODE)
@RequestMapping(DemandesController.BASE + "/{id}/delegations")
class DelegationController {

    private final DemandeDesk desk;
    private final HabilitationDelegations delegations;

    DelegationController(DemandeDesk desk, HabilitationDelegations delegations) {
        this.desk = desk;
        this.delegations = delegations;
    }

    @GetMapping
    Page list(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String fait,
            HttpServletRequest request) {
        return page(desk.own(request, id), Form.blank(), fait);
    }

    @PostMapping
    Object give(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demande = desk.own(request, id);
        var form = Form.of(parameters);
        var siret = form.read("editeur", Siret::parse);
        if (siret.isEmpty()) {
            return page(demande, form, "");
        }
        var actor = Actor.of(visitor(request));
        return answer(delegations.give(actor, demande, siret.get()), demande, form, "donnee");
    }

    @PostMapping("/{delegation}/retrait")
    Object takeBack(
            @PathVariable String id, @PathVariable String delegation, HttpServletRequest request) {
        var demande = desk.own(request, id);
        var which =
                HabilitationId.of(delegation)
                        .map(HabilitationId::value)
                        .orElseThrow(DemandeDesk::notFound);
        var actor = Actor.of(visitor(request));
        var change = delegations.takeBack(actor, demande, which);
        return answer(change, demande, Form.blank(), "retiree");
    }

    private Object answer(Change<Delegation> change, Demande demande, Form form, String done) {
        return switch (change) {
            case Change.Done<Delegation> _ -> seeOther(path(demande) + "?fait=" + done);
            case Change.Refused<Delegation>(var field, var why) -> {
                form.reject(field, why);
                yield page(demande, form, "");
            }
            case Change.Stale<Delegation> _, Change.Unknown<Delegation> _ ->
                    throw DemandeDesk.notFound();
        };
    }

    private Page page(Demande demande, Form form, String done) {
        var lines =
                delegations.of(demande).stream()
                        .map(it -> new DelegationsPage.Line(it, desk.name(it.editor())))
                        .toList();
        return new DelegationsPage(demande, lines, form, done);
    }

    private static String path(Demande demande) {
        return DemandesController.BASE + "/" + demande.dossier().id() + "/delegations";
    }
}
