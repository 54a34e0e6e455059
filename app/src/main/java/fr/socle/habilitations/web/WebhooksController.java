package fr.socle.habilitations.web;

import static fr.socle.habilitations.web.DemandeDesk.organisation;
import static fr.socle.habilitations.web.DemandeDesk.seeOther;
import static fr.socle.habilitations.web.DemandeDesk.visitor;

import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.HabilitationRights;
import fr.socle.habilitations.webhook.Webhook;
import fr.socle.habilitations.webhook.Webhooks;
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

/** Connects programs of one's own organisation, and shows what they were told. */
@Controller
@Requires(HabilitationRights.INTEGRATE_CODE)
@RequestMapping(WebhooksController.BASE)
class WebhooksController {

    static final String BASE = "/administration/habilitations-webhooks";

    private static final Set<String> DONE = Set.of("retire", "rejoue");

    private final Webhooks webhooks;

    WebhooksController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @GetMapping
    Page list(@RequestParam(defaultValue = "") String fait, HttpServletRequest request) {
        return page(request, Form.blank(), null, fait);
    }

    @PostMapping
    Object add(@RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        var form = Form.of(parameters);
        var url = form.required("url", 500);
        if (!form.ok()) {
            return page(request, form, null, "");
        }
        var visitor = visitor(request);
        var every = form.ticked("toutes") && visitor.holds(HabilitationRights.READ);
        var change = webhooks.add(Actor.of(visitor), organisation(request), url, every);
        return switch (change) {
            case Change.Done<Webhooks.Added>(var added) ->
                    page(request, Form.blank(), added.secret(), "");
            case Change.Refused<Webhooks.Added>(var field, var why) -> {
                form.reject(field, why);
                yield page(request, form, null, "");
            }
            case Change.Stale<Webhooks.Added> _, Change.Unknown<Webhooks.Added> _ ->
                    throw DemandeDesk.notFound();
        };
    }

    @GetMapping("/{id}")
    Page show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String fait,
            HttpServletRequest request) {
        var webhook = own(request, id);
        return new WebhookPage(webhook, webhooks.history(webhook), fait.equals("rejoue"));
    }

    @PostMapping("/{id}/retrait")
    Object remove(@PathVariable String id, HttpServletRequest request) {
        webhooks.remove(Actor.of(visitor(request)), own(request, id));
        return seeOther(BASE + "?fait=retire");
    }

    @PostMapping("/{id}/livraisons/{delivery}/rejeu")
    Object replay(
            @PathVariable String id, @PathVariable String delivery, HttpServletRequest request) {
        var webhook = own(request, id);
        var which =
                HabilitationId.of(delivery)
                        .map(HabilitationId::value)
                        .orElseThrow(DemandeDesk::notFound);
        var actor = Actor.of(visitor(request));
        if (webhooks.replay(actor, webhook, which) instanceof Change.Done<Webhook>) {
            return seeOther(BASE + "/" + webhook.id() + "?fait=rejoue");
        }
        throw DemandeDesk.notFound();
    }

    /** Of one's own organisation; to anyone else it does not exist. */
    private Webhook own(HttpServletRequest request, String id) {
        return webhooks.find(id)
                .filter(it -> it.organisation().equals(organisation(request)))
                .orElseThrow(DemandeDesk::notFound);
    }

    private Page page(HttpServletRequest request, Form form, @Nullable String secret, String done) {
        return new WebhooksPage(
                webhooks.of(organisation(request)),
                visitor(request).holds(HabilitationRights.READ),
                form,
                secret,
                DONE.contains(done));
    }
}
