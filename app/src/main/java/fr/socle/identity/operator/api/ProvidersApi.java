package fr.socle.identity.operator.api;

import fr.socle.identity.broker.ProviderTrial;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.operator.Operating;
import fr.socle.identity.operator.ProviderDesk;
import fr.socle.identity.operator.ProviderDraft;
import fr.socle.identity.operator.ProviderLine;
import fr.socle.identity.operator.api.Views.ActiveBody;
import fr.socle.identity.operator.api.Views.DisplayBody;
import fr.socle.identity.operator.api.Views.FederatedProviderBody;
import fr.socle.identity.operator.api.Views.FederatedProviderChange;
import fr.socle.identity.operator.api.Views.FederatedProviderView;
import fr.socle.identity.operator.api.Views.TrialView;
import fr.socle.identity.operator.web.Asked;
import fr.socle.kernel.Refusal;
import fr.socle.ui.access.Requires;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.api.Idempotency;
import fr.socle.ui.api.JsonBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The providers, for machines. */
@RestController
@Requires(Operating.CODE)
@Tag(name = "Fédérations d’identité : fournisseurs")
@SecurityRequirement(name = "jeton")
@RequestMapping(Api.BASE + "/providers")
class ProvidersApi {

    private final ProviderDesk providers;
    private final ProviderTrial trial;
    private final Idempotency idempotency;
    private final Federations federations;

    ProvidersApi(
            ProviderDesk providers,
            ProviderTrial trial,
            Idempotency idempotency,
            Federations federations) {
        this.providers = providers;
        this.trial = trial;
        this.idempotency = idempotency;
        this.federations = federations;
    }

    @GetMapping
    @Operation(summary = "Liste les fournisseurs, sans leurs secrets")
    List<FederatedProviderView> list() {
        return providers.all().stream().map(FederatedProviderView::of).toList();
    }

    @GetMapping("/{uid}")
    @Operation(summary = "Lit un fournisseur")
    ResponseEntity<FederatedProviderView> show(@PathVariable String uid) {
        return answer(uid);
    }

    @PostMapping
    @Operation(summary = "Ajoute un fournisseur, hors service jusqu’à ce qu’on l’active")
    ResponseEntity<?> add(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    FederatedProviderBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        return idempotency.once(
                request,
                body,
                () -> {
                    var form = JsonBody.form(body, FederatedProviderBody.class);
                    var draft =
                            ProviderDraft.read(form, federations)
                                    .orElseThrow(() -> ApiProblem.of(form));
                    Api.demand(providers.add(Asked.actor(request), draft));
                    return Api.created(
                            "/providers/" + draft.uid(),
                            FederatedProviderView.of(found(draft.uid())));
                });
    }

    @PutMapping("/{uid}")
    @Operation(summary = "Modifie un fournisseur", description = "If-Match est obligatoire.")
    ResponseEntity<FederatedProviderView> change(
            @PathVariable String uid,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    FederatedProviderChange.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        var present = found(uid);
        var version = Api.version(request);
        var form = JsonBody.form(body, FederatedProviderChange.class);
        var draft = ProviderDraft.read(form, present).orElseThrow(() -> ApiProblem.of(form));
        Api.demand(providers.change(Asked.actor(request), draft, version));
        return answer(uid);
    }

    @PutMapping("/{uid}/active")
    @Operation(summary = "Coupe un fournisseur ou le rétablit, sur tous les nœuds en deux secondes")
    ResponseEntity<FederatedProviderView> activate(
            @PathVariable String uid,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = ActiveBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        var on = Api.flag(body, ActiveBody.class, "active");
        Api.demand(providers.activate(Asked.actor(request), uid, on));
        return answer(uid);
    }

    @PutMapping("/{uid}/display")
    @Operation(summary = "Affiche un fournisseur sur la page de choix, ou l’en retire")
    ResponseEntity<FederatedProviderView> display(
            @PathVariable String uid,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(schema = @Schema(implementation = DisplayBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        var on = Api.flag(body, DisplayBody.class, "display");
        Api.demand(providers.display(Asked.actor(request), uid, on));
        return answer(uid);
    }

    @GetMapping("/{uid}/trial")
    @Operation(summary = "Demande maintenant au fournisseur ce que les connexions lui demanderont")
    List<TrialView> trial(@PathVariable String uid) {
        var issuer = found(uid).issuer();
        if (issuer == null) {
            throw ApiProblem.of(409, Refusal.of("identity.api.demonstration"));
        }
        return trial.of(issuer).stream().map(TrialView::of).toList();
    }

    private ResponseEntity<FederatedProviderView> answer(String uid) {
        var it = found(uid);
        return Api.versioned(it.version(), FederatedProviderView.of(it));
    }

    private ProviderLine found(String uid) {
        return providers.find(uid).orElseThrow(Api::unknown);
    }
}
