package fr.socle.citoyen.desk;

import fr.socle.citoyen.suivi.Emetteur;
import fr.socle.citoyen.suivi.Emetteurs;
import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.directory.DirectoryRights;
import fr.socle.kernel.Ids;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets the programs of an organisation say how far its procedures came, or no more. */
@Controller
@Requires(DirectoryRights.MANAGE_CODE)
@RequestMapping(EmetteursController.BASE)
class EmetteursController {

    static final String BASE = "/administration/avancements";

    private final Emetteurs emetteurs;
    private final Clock clock;

    EmetteursController(Emetteurs emetteurs, Clock clock) {
        this.emetteurs = emetteurs;
        this.clock = clock;
    }

    @GetMapping
    Page list(@RequestParam(defaultValue = "") String fait, HttpServletRequest request) {
        return page(Form.blank(), fait.equals("retrait"), request);
    }

    /** The token is told by this answer alone: no redirect could carry it. */
    @PostMapping
    Page create(
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = Form.of(parameters);
        var label = form.required("libelle", 100);
        var client = form.optional("client", 100);
        if (!form.ok()) {
            return page(form, false, request);
        }
        var made =
                emetteurs.create(
                        Actor.of(Desk.agent(request)),
                        Desk.organisation(request),
                        label,
                        client.isEmpty() ? null : client);
        response.setHeader("Cache-Control", "no-store");
        return switch (made) {
            case Change.Done<Emetteurs.Created>(var created) -> new EmetteurPage(created);
            case Change.Refused<Emetteurs.Created>(var field, var why) -> {
                form.reject(field, why);
                yield page(form, false, request);
            }
            case Change.Stale<Emetteurs.Created> _, Change.Unknown<Emetteurs.Created> _ ->
                    throw Desk.notFound();
        };
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/retrait")
    Object revoke(@PathVariable String id, HttpServletRequest request) {
        var change =
                emetteurs.revoke(
                        Actor.of(Desk.agent(request)),
                        Desk.organisation(request),
                        Ids.parse(id).orElseThrow(Desk::notFound));
        return switch (change) {
            case Change.Done<Emetteur> _ -> Desk.seeOther(BASE + "?fait=retrait");
            case Change.Refused<Emetteur> _, Change.Stale<Emetteur> _, Change.Unknown<Emetteur> _ ->
                    throw Desk.notFound();
        };
    }

    private Page page(Form form, boolean revoked, HttpServletRequest request) {
        return new EmetteursPage(
                emetteurs.of(Desk.organisation(request)), form, revoked, clock.instant());
    }
}
