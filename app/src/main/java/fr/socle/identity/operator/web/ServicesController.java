package fr.socle.identity.operator.web;

import fr.socle.identity.operator.Operating;
import fr.socle.identity.operator.Saved;
import fr.socle.identity.operator.ServiceDesk;
import fr.socle.identity.operator.ServiceDraft;
import fr.socle.identity.operator.ServiceLine;
import fr.socle.ui.Page;
import fr.socle.ui.Pagination;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The services: found, changed, cut off. */
@Controller
@Requires(Operating.CODE)
@RequestMapping(Asked.HOME + "/services")
class ServicesController {

    private static final String SERVICES = Asked.HOME + "/services";
    private static final int SIZE = 50;
    private static final int LONGEST = 100;

    private final ServiceDesk services;

    ServicesController(ServiceDesk services) {
        this.services = services;
    }

    @GetMapping
    Page list(@RequestParam MultiValueMap<String, String> query) {
        var form = Form.of(query);
        var words = form.optional("q", LONGEST);
        var wanted = form.readOptional("page", Reading.whole(1, 1_000_000)).orElse(1L).intValue();
        var total = services.search(words, 0, 0).total();
        var base = SERVICES + (words.isEmpty() ? "" : "?q=" + StrongDoor.encoded(words));
        var pagination = new Pagination(wanted, SIZE, total, base);
        return new ServicesPage(
                services.search(words, SIZE, pagination.offset()).lines(), words, pagination);
    }

    @GetMapping("/fiche/{clientId}")
    Page show(@PathVariable String clientId, @RequestParam(defaultValue = "") String fait) {
        var service = found(clientId);
        return new ServicePage(service, typed(service), false, Asked.done(fait));
    }

    @PostMapping("/fiche/{clientId}")
    Object change(
            @PathVariable String clientId,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request) {
        var service = found(clientId);
        var form = Form.of(typed);
        var version = Asked.version(form);
        var draft = ServiceDraft.read(form, service);
        if (draft.isEmpty()) {
            return new ServicePage(service, form, false, null);
        }
        return switch (services.change(Asked.actor(request), draft.get(), version)) {
            case Saved.Done _ -> Asked.seeOther(card(clientId) + "?fait=modifie");
            case Saved.Stale _ -> new ServicePage(found(clientId), form, true, null);
            case Saved.Refused _, Saved.Unknown _ -> throw Asked.notFound();
        };
    }

    @PostMapping("/fiche/{clientId}/etat")
    Object activate(
            @PathVariable String clientId,
            @RequestParam(defaultValue = "") String actif,
            HttpServletRequest request) {
        var on = Asked.on(actif);
        var saved = services.activate(Asked.actor(request), clientId, on);
        return Asked.then(saved, card(clientId) + "?fait=" + (on ? "retabli" : "coupe"));
    }

    private ServiceLine found(String clientId) {
        return services.find(clientId).orElseThrow(Asked::notFound);
    }

    /** An identifier of a service needs no escaping: its letters are few. */
    static String card(String clientId) {
        return SERVICES + "/fiche/" + clientId;
    }

    private static Form typed(ServiceLine it) {
        return Form.blank(
                Map.of(
                        "name", it.named().name(),
                        "organisation", it.named().organisation(),
                        "redirect_uris", String.join("\n", it.allowed().redirectUris()),
                        "post_logout_redirect_uris", String.join("\n", it.allowed().logoutUris()),
                        "scope", String.join(" ", it.allowed().scopes()),
                        "pkce", it.allowed().needsPkce() ? "oui" : "non"));
    }
}
