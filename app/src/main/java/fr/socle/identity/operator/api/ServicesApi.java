package fr.socle.identity.operator.api;

import fr.socle.identity.federation.Federations;
import fr.socle.identity.operator.Operating;
import fr.socle.identity.operator.ServiceDesk;
import fr.socle.identity.operator.ServiceDraft;
import fr.socle.identity.operator.ServiceLine;
import fr.socle.identity.operator.api.Views.ActiveBody;
import fr.socle.identity.operator.api.Views.RegistrationBody;
import fr.socle.identity.operator.api.Views.RegistrationChange;
import fr.socle.identity.operator.api.Views.RegistrationView;
import fr.socle.identity.operator.web.Asked;
import fr.socle.kernel.Refusal;
import fr.socle.ui.access.Requires;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.api.Idempotency;
import fr.socle.ui.api.JsonBody;
import fr.socle.ui.api.Lines;
import fr.socle.ui.api.Wanted;
import fr.socle.ui.form.Form;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The services, for machines. */
@RestController
@Requires(Operating.CODE)
@Tag(name = "Fédérations d’identité : services")
@SecurityRequirement(name = "jeton")
@RequestMapping(Api.BASE + "/services")
class ServicesApi {

    private final ServiceDesk services;
    private final Idempotency idempotency;
    private final Federations federations;

    ServicesApi(ServiceDesk services, Idempotency idempotency, Federations federations) {
        this.services = services;
        this.idempotency = idempotency;
        this.federations = federations;
    }

    @GetMapping
    @Operation(
            summary = "Liste les services, par nom",
            description = "q : mots cherchés ; page ; size (100 au plus).")
    Lines<RegistrationView> list(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        var form = Form.of(query);
        var words = form.optional("q", 100);
        var wanted = Wanted.of(form);
        var found = services.search(words, wanted.size(), wanted.offset());
        return wanted.lines(found.lines(), found.total(), it -> RegistrationView.of(it, null));
    }

    @GetMapping("/{clientId}")
    @Operation(summary = "Lit un service, sans son secret")
    ResponseEntity<RegistrationView> show(@PathVariable String clientId) {
        return answer(clientId);
    }

    @PostMapping
    @Operation(
            summary = "Inscrit un service",
            description = "La réponse est la seule à donner le secret.")
    ResponseEntity<?> register(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    RegistrationBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        return idempotency.once(
                request,
                body,
                () -> {
                    var form = JsonBody.form(body, RegistrationBody.class);
                    var draft =
                            ServiceDraft.read(form, federations)
                                    .orElseThrow(() -> ApiProblem.of(form));
                    if (services.find(draft.clientId()).isPresent()) {
                        throw ApiProblem.invalid(
                                "/client_id",
                                Refusal.of("identity.operator.client-taken", draft.clientId()));
                    }
                    var made = services.write(Asked.actor(request), List.of(draft)).getFirst();
                    return Api.created(
                            "/services/" + draft.clientId(),
                            RegistrationView.of(found(draft.clientId()), made));
                });
    }

    @PutMapping("/{clientId}")
    @Operation(summary = "Modifie un service", description = "If-Match est obligatoire.")
    ResponseEntity<RegistrationView> change(
            @PathVariable String clientId,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    RegistrationChange.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        var present = found(clientId);
        var version = Api.version(request);
        var form = JsonBody.form(body, RegistrationChange.class);
        var draft = ServiceDraft.read(form, present).orElseThrow(() -> ApiProblem.of(form));
        Api.demand(services.change(Asked.actor(request), draft, version));
        return answer(clientId);
    }

    @PutMapping("/{clientId}/active")
    @Operation(summary = "Coupe un service ou le rétablit, sur tous les nœuds en deux secondes")
    ResponseEntity<RegistrationView> activate(
            @PathVariable String clientId,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = ActiveBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        var on = Api.flag(body, ActiveBody.class, "active");
        Api.demand(services.activate(Asked.actor(request), clientId, on));
        return answer(clientId);
    }

    private ResponseEntity<RegistrationView> answer(String clientId) {
        var it = found(clientId);
        return Api.versioned(it.version(), RegistrationView.of(it, null));
    }

    private ServiceLine found(String clientId) {
        return services.find(clientId).orElseThrow(Api::unknown);
    }
}
