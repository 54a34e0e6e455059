package fr.socle.habilitations.api;

import fr.socle.directory.Directory;
import fr.socle.directory.OrganisationId;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.HabilitationRights;
import fr.socle.habilitations.webhook.Delivery;
import fr.socle.habilitations.webhook.Webhook;
import fr.socle.habilitations.webhook.Webhooks;
import fr.socle.kernel.Refusal;
import fr.socle.ui.access.Requires;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.api.Idempotency;
import fr.socle.ui.api.JsonBody;
import fr.socle.ui.form.Reading;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Connects programs, and reads what they were told. */
@RestController
@Requires(HabilitationRights.INTEGRATE_CODE)
@Tag(name = "Habilitations")
@SecurityRequirement(name = "jeton")
@RequestMapping("/api/habilitations/v1/webhooks")
class WebhooksApi {

    private final Webhooks webhooks;
    private final Directory directory;
    private final Idempotency idempotency;

    WebhooksApi(Webhooks webhooks, Directory directory, Idempotency idempotency) {
        this.webhooks = webhooks;
        this.directory = directory;
        this.idempotency = idempotency;
    }

    @Schema(description = "Un programme à avertir")
    record WebhookBody(
            UUID organisation,
            @Schema(description = "Une adresse publique en https") String url,
            @Schema(description = "true : des demandes des autres organisations") boolean every) {}

    @Schema(description = "Un programme averti ; le secret n’est dit qu’à la création")
    record WebhookView(
            UUID id, UUID organisation, String url, boolean every, @Nullable String secret) {

        static WebhookView of(Webhook it, @Nullable String secret) {
            return new WebhookView(
                    it.id(), it.organisation().value(), it.url(), it.every(), secret);
        }
    }

    @GetMapping
    @Operation(summary = "Liste les programmes avertis d’une organisation")
    List<WebhookView> list(@RequestParam String organisation, HttpServletRequest request) {
        return webhooks.of(organisation(Caller.of(request), organisation)).stream()
                .map(it -> WebhookView.of(it, null))
                .toList();
    }

    @PostMapping
    @Operation(
            summary = "Avertit un programme",
            description =
                    "Chaque appel est signé selon Standard Webhooks 1.0, répété pendant un jour, et"
                            + " peut arriver deux fois sous le même webhook-id.")
    ResponseEntity<?> add(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(schema = @Schema(implementation = WebhookBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        return idempotency.once(request, body, () -> add(request, body));
    }

    private ResponseEntity<WebhookView> add(HttpServletRequest request, Map<String, Object> body) {
        var caller = Caller.of(request);
        var form = JsonBody.form(body, WebhookBody.class);
        var url = form.required("url", 500);
        var every = form.readOptional("every", Reading::yesNo).orElse(false);
        if (!form.ok()) {
            throw ApiProblem.of(form);
        }
        if (every && !caller.visitor().holds(HabilitationRights.READ)) {
            throw ApiProblem.invalid("/every", Refusal.of("habilitations.api.every"));
        }
        var organisation = organisation(caller, form.typed("organisation"));
        var added = Caller.done(webhooks.add(caller.actor(), organisation, url, every));
        return ResponseEntity.status(201).body(WebhookView.of(added.webhook(), added.secret()));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "N’avertit plus un programme")
    ResponseEntity<Void> remove(@PathVariable String id, HttpServletRequest request) {
        var caller = Caller.of(request);
        webhooks.remove(caller.actor(), own(caller, id));
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/{id}/livraisons")
    @Operation(summary = "Lit ce qui a été transmis, avec chaque essai : les cent dernières")
    List<Delivery> history(@PathVariable String id, HttpServletRequest request) {
        return webhooks.history(own(Caller.of(request), id));
    }

    @PostMapping("/{id}/livraisons/{delivery}/rejeu")
    @Operation(summary = "Transmet à nouveau, sous le même identifiant")
    ResponseEntity<Void> replay(
            @PathVariable String id, @PathVariable String delivery, HttpServletRequest request) {
        var caller = Caller.of(request);
        var which = HabilitationId.of(delivery).orElseThrow(Caller::unknown).value();
        Caller.done(webhooks.replay(caller.actor(), own(caller, id), which));
        return ResponseEntity.accepted().build();
    }

    private Webhook own(Caller caller, String id) {
        return webhooks.find(id)
                .filter(it -> integrates(caller, it.organisation()))
                .orElseThrow(Caller::unknown);
    }

    private OrganisationId organisation(Caller caller, String typed) {
        return OrganisationId.of(typed)
                .filter(it -> integrates(caller, it))
                .filter(it -> directory.organisation(it).isPresent())
                .orElseThrow(
                        () ->
                                ApiProblem.invalid(
                                        "/organisation",
                                        Refusal.of("habilitations.api.organisation")));
    }

    private static boolean integrates(Caller caller, OrganisationId organisation) {
        return caller.visitor().holds(HabilitationRights.INTEGRATE, organisation.value());
    }
}
