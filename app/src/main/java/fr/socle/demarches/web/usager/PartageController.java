package fr.socle.demarches.web.usager;

import fr.socle.demarches.depot.Stored;
import fr.socle.demarches.dossier.Dossier.Brouillon;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.partage.Cessions;
import fr.socle.demarches.partage.Partages;
import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.Refusal;
import fr.socle.ui.Page;
import fr.socle.ui.access.ForUsager;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** With whom a usager fills a draft, and how those who were invited answer. */
@Controller
@ForUsager
@RequestMapping("/mes-dossiers")
class PartageController {

    private final Counter counter;
    private final Partages partages;
    private final Cessions cessions;

    PartageController(Counter counter, Partages partages, Cessions cessions) {
        this.counter = counter;
        this.partages = partages;
        this.cessions = cessions;
    }

    @GetMapping("/{id}/partage")
    Object show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String fait,
            HttpServletRequest request) {
        var seen = counter.mine(request, id);
        return seen.dossier() instanceof Brouillon draft
                ? page(draft, Form.blank(Map.of("pour", "remplir")), fait)
                : Counter.seeOther(Counter.path(seen.dossier().id()));
    }

    @PostMapping("/{id}/partage")
    Object invite(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var draft = draft(counter.mine(request, id));
        var form = Form.of(parameters);
        var email = form.read("email", EmailAddress::parse);
        var cession = form.read("pour", Reading.among(Map.of("remplir", false, "ceder", true)));
        if (email.isEmpty() || cession.isEmpty()) {
            return page(draft, form, "");
        }
        return switch (partages.invite(draft, email.get(), cession.get())) {
            case DONE -> Counter.seeOther(path(draft.id()) + "?fait=invite");
            case GONE -> Counter.seeOther(Counter.path(draft.id()));
            case KNOWN -> {
                form.reject("email", Refusal.of("demarches.partage.known"));
                yield page(draft, form, "");
            }
            case TOO_MANY -> {
                form.reject("email", Refusal.of("demarches.partage.many", Partages.MOST));
                yield page(draft, form, "");
            }
        };
    }

    @PostMapping("/{id}/partage/retrait")
    Object withdraw(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var draft = draft(counter.mine(request, id));
        var who = uuid(Form.of(parameters).typed("personne"));
        if (!partages.withdraw(draft, who)) {
            throw Counter.notFound();
        }
        return Counter.seeOther(path(draft.id()) + "?fait=retire");
    }

    @PostMapping("/{id}/partage/fin")
    Object renounce(@PathVariable String id, HttpServletRequest request) {
        var person = Counter.visitor(request).person();
        var left =
                DossierId.of(id)
                        .flatMap(counter::any)
                        .filter(it -> it.dossier() instanceof Brouillon)
                        .map(it -> partages.renounce(draft(it), person))
                        .orElse(false);
        if (!left) {
            throw Counter.notFound();
        }
        return Counter.seeOther("/mes-dossiers");
    }

    /** What is asked, before anything of the draft is shown. */
    @GetMapping("/invitations/{token}")
    Page invitation(@PathVariable String token) {
        var invitation = partages.invitation(token).orElse(null);
        return new InvitationPage(invitation, token);
    }

    @PostMapping("/invitations/{token}")
    Object accept(@PathVariable String token, HttpServletRequest request) {
        var invitation = partages.invitation(token).orElse(null);
        if (invitation == null) {
            return new InvitationPage(null, token);
        }
        var visitor = Counter.visitor(request);
        var answered =
                invitation.invited().cession()
                        ? cessions.accept(
                                token, counter.usager(request), BeginController.language(request))
                        : partages.accept(token, visitor.person(), visitor.name());
        return switch (answered) {
            case DONE, OWN -> Counter.seeOther(Counter.path(invitation.fiche().id()) + "/remplir");
            case GONE -> new InvitationPage(null, token);
        };
    }

    @PostMapping("/invitations/{token}/refus")
    Object refuse(@PathVariable String token) {
        return switch (partages.refuse(token)) {
            case DONE, OWN -> Counter.seeOther("/mes-dossiers");
            case GONE -> new InvitationPage(null, token);
        };
    }

    private Page page(Brouillon draft, Form form, String done) {
        return new PartagePage(draft.fiche(), partages.of(draft.id()), form, done);
    }

    private static Brouillon draft(Stored seen) {
        if (seen.dossier() instanceof Brouillon draft) {
            return draft;
        }
        throw Counter.notFound();
    }

    /** A word that names nobody. */
    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            return new UUID(0, 0);
        }
    }

    private static String path(DossierId id) {
        return Counter.path(id) + "/partage";
    }
}
