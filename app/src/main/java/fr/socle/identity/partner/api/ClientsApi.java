package fr.socle.identity.partner.api;

import static fr.socle.identity.partner.api.Api.done;
import static fr.socle.identity.partner.api.Api.versioned;
import static fr.socle.identity.partner.api.Api.wish;

import fr.socle.directory.Organisation;
import fr.socle.directory.OrganisationId;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.partner.ConnectedService;
import fr.socle.identity.partner.ConnectedServices;
import fr.socle.identity.partner.PartnerRights;
import fr.socle.identity.partner.ServiceForm;
import fr.socle.identity.partner.api.ClientViews.ActiveBody;
import fr.socle.identity.partner.api.ClientViews.ClientBody;
import fr.socle.identity.partner.api.ClientViews.ClientView;
import fr.socle.identity.partner.web.PartnerDesk;
import fr.socle.kernel.Refusal;
import fr.socle.ui.access.Requires;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.api.Idempotency;
import fr.socle.ui.api.JsonBody;
import fr.socle.ui.api.Lines;
import fr.socle.ui.api.Wanted;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
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

/** Connected services, for programs. */
@RestController
@Requires(PartnerRights.CONNECT_CODE)
@Tag(name = "Services connectés")
@SecurityRequirement(name = "jeton")
@RequestMapping(Api.BASE)
class ClientsApi {

    private final ConnectedServices services;
    private final PartnerDesk desk;
    private final Idempotency idempotency;
    private final Federations federations;

    ClientsApi(
            ConnectedServices services,
            PartnerDesk desk,
            Idempotency idempotency,
            Federations federations) {
        this.services = services;
        this.desk = desk;
        this.idempotency = idempotency;
        this.federations = federations;
    }

    @GetMapping
    @Operation(
            summary = "Liste les services connectés, par nom",
            description = "Ceux de l’organisation de l’appelant. page, size (100 au plus).")
    Lines<ClientView> list(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query,
            HttpServletRequest request) {
        var wanted = Wanted.of(Form.of(query));
        var reach = PartnerDesk.reach(request);
        return wanted.lines(
                services.of(reach, wanted.size(), wanted.offset()),
                services.count(reach),
                it -> ClientView.of(it, null));
    }

    @PostMapping
    @Operation(
            summary = "Inscrit un service dans le bac à sable",
            description =
                    "La réponse est la seule à dire le secret. Un en-tête Idempotency-Key rend l’appel"
                            + " répétable pendant un jour.")
    ResponseEntity<?> register(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = ClientBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        return idempotency.once(request, body, () -> register(request, body));
    }

    private ResponseEntity<ClientView> register(
            HttpServletRequest request, Map<String, Object> body) {
        var form = JsonBody.form(body, ClientBody.class);
        var organisation = organisation(request, form);
        var draft =
                ServiceForm.read(form, federations, services.sectors(organisation.id()))
                        .orElseThrow(() -> ApiProblem.of(form));
        var issued = services.register(PartnerDesk.actor(request), organisation, draft);
        return ResponseEntity.created(URI.create(Api.BASE + "/" + issued.service().id()))
                .eTag(Api.tag(issued.service()))
                .body(ClientView.of(issued.service(), issued.secret()));
    }

    /** The caller's own, or the one that it names and may connect services of. */
    private Organisation organisation(HttpServletRequest request, Form form) {
        var visitor = PartnerDesk.visitor(request);
        var named = form.typed("organisation");
        var id =
                named.isEmpty()
                        ? java.util.Optional.of(new OrganisationId(visitor.organisation()))
                        : OrganisationId.of(named);
        return id.filter(it -> visitor.holds(PartnerRights.CONNECT, it.value()))
                .flatMap(desk::organisation)
                .orElseThrow(
                        () ->
                                ApiProblem.invalid(
                                        "/organisation",
                                        Refusal.of("identity.partner.api.organisation")));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Lit un service")
    ResponseEntity<ClientView> show(@PathVariable String id, HttpServletRequest request) {
        return versioned(own(request, id), null);
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Modifie un service",
            description = "If-Match est obligatoire ; la fédération et le secteur ne changent pas.")
    ResponseEntity<ClientView> change(
            @PathVariable String id,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = ClientBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        var service = own(request, id);
        var wish = wish(request, service);
        var form = JsonBody.form(body, ClientBody.class);
        var draft = ServiceForm.read(form, service).orElseThrow(() -> ApiProblem.of(form));
        return versioned(done(services.change(wish, draft)), null);
    }

    @PutMapping("/{id}/active")
    @Operation(
            summary = "Désactive un service, ou le réactive",
            description = "If-Match est obligatoire.")
    ResponseEntity<ClientView> activate(
            @PathVariable String id,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = ActiveBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        var service = own(request, id);
        var wish = wish(request, service);
        var form = JsonBody.form(body, ActiveBody.class);
        var active = form.read("active", Reading::yesNo).orElseThrow(() -> ApiProblem.of(form));
        if (!form.ok()) {
            throw ApiProblem.of(form);
        }
        return versioned(done(services.activate(wish, active)), null);
    }

    private ConnectedService own(HttpServletRequest request, String id) {
        return desk.find(request, id).orElseThrow(Api::unknown);
    }
}
