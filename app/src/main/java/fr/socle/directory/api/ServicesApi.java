package fr.socle.directory.api;

import static fr.socle.directory.api.Api.created;
import static fr.socle.directory.api.Api.done;
import static fr.socle.directory.api.Api.versioned;

import fr.socle.directory.DirectoryRights;
import fr.socle.directory.Listing;
import fr.socle.directory.Organisation;
import fr.socle.directory.Service;
import fr.socle.directory.ServiceDraft;
import fr.socle.directory.ServiceId;
import fr.socle.directory.Services;
import fr.socle.directory.api.Views.ActivationBody;
import fr.socle.directory.api.Views.ServiceBody;
import fr.socle.directory.api.Views.ServiceView;
import fr.socle.directory.web.Desk;
import fr.socle.ui.access.Requires;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.api.Idempotency;
import fr.socle.ui.api.JsonBody;
import fr.socle.ui.form.Form;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
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

/** Services of an organisation, for machines. */
@RestController
@Requires(DirectoryRights.MANAGE_CODE)
@Tag(name = "Annuaire : services")
@SecurityRequirement(name = "jeton")
@RequestMapping(Api.BASE + "/organisations/{id}/services")
class ServicesApi {

    private final Services services;
    private final Desk desk;
    private final Idempotency idempotency;

    ServicesApi(Services services, Desk desk, Idempotency idempotency) {
        this.services = services;
        this.desk = desk;
        this.idempotency = idempotency;
    }

    @GetMapping
    @Operation(summary = "Liste les services, par nom", description = "page, size (100 au plus).")
    Api.Lines<ServiceView> list(
            @PathVariable String id,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query,
            HttpServletRequest request) {
        var organisation = desk.managed(request, id);
        var wanted = Api.wanted(Form.of(query));
        var all = services.of(organisation.id());
        var lines = all.stream().skip(wanted.offset()).limit(wanted.size()).toList();
        return wanted.of(new Listing<>(lines, all.size()), ServiceView::of);
    }

    @PostMapping
    @Operation(summary = "Crée un service")
    ResponseEntity<?> create(
            @PathVariable String id,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(schema = @Schema(implementation = ServiceBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        var organisation = desk.managed(request, id);
        return idempotency.once(
                request,
                body,
                () -> {
                    var it =
                            done(
                                    services.create(
                                            Desk.actor(request), organisation.id(), draft(body)));
                    return created(
                            "/organisations/" + organisation.id() + "/services/" + it.id(),
                            it.version(),
                            ServiceView.of(it));
                });
    }

    @GetMapping("/{service}")
    @Operation(summary = "Lit un service")
    ResponseEntity<ServiceView> show(
            @PathVariable String id, @PathVariable String service, HttpServletRequest request) {
        var it = of(desk.managed(request, id), service);
        return versioned(it.version(), ServiceView.of(it));
    }

    @PutMapping("/{service}")
    @Operation(summary = "Modifie un service", description = "If-Match est obligatoire.")
    ResponseEntity<ServiceView> change(
            @PathVariable String id,
            @PathVariable String service,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(schema = @Schema(implementation = ServiceBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        var present = of(desk.managed(request, id), service);
        var version = Api.version(request);
        var it = done(services.change(Desk.actor(request), present.id(), draft(body), version));
        return versioned(it.version(), ServiceView.of(it));
    }

    @PutMapping("/{service}/active")
    @Operation(summary = "Active ou désactive un service")
    ResponseEntity<ServiceView> activate(
            @PathVariable String id,
            @PathVariable String service,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(implementation = ActivationBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        var present = of(desk.managed(request, id), service);
        var version = Api.version(request);
        var active = OrganisationsApi.active(body);
        var it = done(services.activate(Desk.actor(request), present.id(), active, version));
        return versioned(it.version(), ServiceView.of(it));
    }

    private Service of(Organisation organisation, String service) {
        return ServiceId.of(service)
                .flatMap(services::find)
                .filter(it -> it.organisation().equals(organisation.id()))
                .orElseThrow(Api::unknown);
    }

    private static ServiceDraft draft(Map<String, Object> body) {
        var form = JsonBody.form(body);
        return ServiceDraft.read(form).orElseThrow(() -> ApiProblem.of(form));
    }
}
