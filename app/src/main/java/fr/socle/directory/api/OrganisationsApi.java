package fr.socle.directory.api;

import static fr.socle.directory.api.Api.created;
import static fr.socle.directory.api.Api.done;
import static fr.socle.directory.api.Api.versioned;

import fr.socle.directory.DirectoryRights;
import fr.socle.directory.OrganisationDraft;
import fr.socle.directory.OrganisationId;
import fr.socle.directory.OrganisationSearch;
import fr.socle.directory.OrganisationType;
import fr.socle.directory.Organisations;
import fr.socle.directory.api.Views.ActivationBody;
import fr.socle.directory.api.Views.OrganisationBody;
import fr.socle.directory.api.Views.OrganisationView;
import fr.socle.directory.web.Desk;
import fr.socle.ui.access.Requires;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.api.Idempotency;
import fr.socle.ui.api.JsonBody;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
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

/** Organisations, for machines: the same acts and rules as the pages. */
@RestController
@Requires(DirectoryRights.MANAGE_CODE)
@Tag(name = "Annuaire : organisations")
@SecurityRequirement(name = "jeton")
@RequestMapping(Api.BASE + "/organisations")
class OrganisationsApi {

    private final Organisations organisations;
    private final Desk desk;
    private final Idempotency idempotency;

    OrganisationsApi(Organisations organisations, Desk desk, Idempotency idempotency) {
        this.organisations = organisations;
        this.desk = desk;
        this.idempotency = idempotency;
    }

    @GetMapping
    @Operation(
            summary = "Cherche des organisations",
            description =
                    "Paramètres : q (nom, accents et casse indifférents, ou début de SIRET), type, active, page (à partir de 1), size (100 au plus).")
    Api.Lines<OrganisationView> list(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query,
            HttpServletRequest request) {
        var form = Form.of(query);
        var type = form.readOptional("type", OrganisationType::parse).orElse(null);
        var active = Api.active(form).orElse(null);
        var wanted = Api.wanted(form);
        var only =
                Desk.administers(request)
                        ? null
                        : new OrganisationId(Desk.visitor(request).organisation());
        var search = new OrganisationSearch(form.typed("q"), type, active, only);
        return wanted.of(
                organisations.search(search, wanted.size(), wanted.offset()), OrganisationView::of);
    }

    @PostMapping
    @Operation(
            summary = "Crée une organisation",
            description = "Un en-tête Idempotency-Key rend l’appel répétable pendant un jour.")
    ResponseEntity<?> create(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    OrganisationBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        Api.administers(request);
        return idempotency.once(request, body, () -> create(body, Desk.actor(request)));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Lit une organisation")
    ResponseEntity<OrganisationView> show(@PathVariable String id, HttpServletRequest request) {
        var it = desk.managed(request, id);
        return versioned(it.version(), OrganisationView.of(it));
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Modifie une organisation",
            description = "If-Match est obligatoire (428) et doit porter la version lue (412).")
    ResponseEntity<OrganisationView> change(
            @PathVariable String id,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    OrganisationBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        Api.administers(request);
        var present = desk.managed(request, id);
        var version = Api.version(request);
        var it =
                done(organisations.change(Desk.actor(request), present.id(), draft(body), version));
        return versioned(it.version(), OrganisationView.of(it));
    }

    @PutMapping("/{id}/active")
    @Operation(
            summary = "Active ou désactive une organisation",
            description = "Désactivée, elle ferme l’accès de ses agents dès leur requête suivante.")
    ResponseEntity<OrganisationView> activate(
            @PathVariable String id,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(implementation = ActivationBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        Api.administers(request);
        var present = desk.managed(request, id);
        var version = Api.version(request);
        var it =
                done(
                        organisations.activate(
                                Desk.actor(request), present.id(), active(body), version));
        return versioned(it.version(), OrganisationView.of(it));
    }

    private ResponseEntity<?> create(Map<String, Object> body, fr.socle.directory.Actor actor) {
        var it = done(organisations.create(actor, draft(body)));
        return created("/organisations/" + it.id(), it.version(), OrganisationView.of(it));
    }

    private static OrganisationDraft draft(Map<String, Object> body) {
        var form = JsonBody.form(body);
        return OrganisationDraft.read(form).orElseThrow(() -> ApiProblem.of(form));
    }

    static boolean active(Map<String, Object> body) {
        var form = JsonBody.form(body);
        var active = form.read("active", Reading::yesNo);
        Api.demand(form);
        return active.orElseThrow();
    }
}
