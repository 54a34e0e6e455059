package fr.socle.identity.partner.api;

import static fr.socle.identity.partner.api.Api.done;
import static fr.socle.identity.partner.api.Api.versioned;
import static fr.socle.identity.partner.api.Api.wish;

import fr.socle.identity.partner.ConnectedService;
import fr.socle.identity.partner.ConnectedServices;
import fr.socle.identity.partner.Credentials;
import fr.socle.identity.partner.PartnerRights;
import fr.socle.identity.partner.Productions;
import fr.socle.identity.partner.api.ClientViews.ClientView;
import fr.socle.identity.partner.api.ClientViews.DecisionBody;
import fr.socle.identity.partner.api.ClientViews.SecretBody;
import fr.socle.identity.partner.api.ClientViews.StageBody;
import fr.socle.identity.partner.web.PartnerDesk;
import fr.socle.ui.access.Requires;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.api.Idempotency;
import fr.socle.ui.api.JsonBody;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Secrets and stages of connected services, for programs. */
@RestController
@Tag(name = "Services connectés")
@SecurityRequirement(name = "jeton")
@RequestMapping(Api.BASE + "/{id}")
class ClientActsApi {

    private static final String BODY = "If-Match est obligatoire.";

    private final Credentials credentials;
    private final Productions productions;
    private final ConnectedServices services;
    private final PartnerDesk desk;
    private final Idempotency idempotency;

    ClientActsApi(
            Credentials credentials,
            Productions productions,
            ConnectedServices services,
            PartnerDesk desk,
            Idempotency idempotency) {
        this.credentials = credentials;
        this.productions = productions;
        this.services = services;
        this.desk = desk;
        this.idempotency = idempotency;
    }

    @PostMapping("/secret")
    @Requires(PartnerRights.CONNECT_CODE)
    @Operation(
            summary = "Donne un nouveau secret",
            description =
                    "La réponse est la seule à le dire ; l’ancien vaut encore le temps annoncé. If-Match"
                            + " est obligatoire, Idempotency-Key conseillé.")
    ResponseEntity<?> renew(
            @PathVariable String id,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = SecretBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        var service = own(request, id);
        var wish = wish(request, service);
        return idempotency.once(
                request,
                body,
                () -> {
                    var form = JsonBody.form(body, SecretBody.class);
                    var days = form.read("overlap", Reading.among(overlaps()));
                    demand(form);
                    var overlap = Duration.ofDays(Integer.parseInt(days.orElseThrow()));
                    var issued = done(credentials.renew(wish, overlap));
                    return versioned(issued.service(), issued.secret());
                });
    }

    @DeleteMapping("/previous-secret")
    @Requires(PartnerRights.CONNECT_CODE)
    @Operation(summary = "Met fin à l’ancien secret avant le moment annoncé", description = BODY)
    ResponseEntity<ClientView> dropPrevious(@PathVariable String id, HttpServletRequest request) {
        var service = own(request, id);
        return versioned(done(credentials.dropPrevious(wish(request, service))), null);
    }

    @PutMapping("/stage")
    @Requires(PartnerRights.CONNECT_CODE)
    @Operation(
            summary = "Demande l’ouverture au public, ou ramène au bac à sable",
            description = BODY)
    ResponseEntity<ClientView> stage(
            @PathVariable String id,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = StageBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        var service = own(request, id);
        var wish = wish(request, service);
        var form = JsonBody.form(body, StageBody.class);
        var stage = form.read("stage", Reading.among(List.of("sandbox", "production")));
        demand(form);
        return versioned(
                done(
                        stage.orElseThrow().equals("production")
                                ? productions.request(wish)
                                : productions.close(wish)),
                null);
    }

    @PutMapping("/decision")
    @Requires(PartnerRights.APPROVE_CODE)
    @Operation(summary = "Accorde ou renvoie une demande d’ouverture", description = BODY)
    ResponseEntity<ClientView> decide(
            @PathVariable String id,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(schema = @Schema(implementation = DecisionBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        var service = services.find(id).orElseThrow(Api::unknown);
        var wish = wish(request, service);
        var form = JsonBody.form(body, DecisionBody.class);
        var granted = form.read("granted", Reading::yesNo).orElse(true);
        var why = granted ? form.optional("why", 500) : form.required("why", 500);
        demand(form);
        return versioned(
                done(granted ? productions.approve(wish) : productions.refuse(wish, why)), null);
    }

    private static List<String> overlaps() {
        return Credentials.OVERLAPS.stream().map(String::valueOf).toList();
    }

    private static void demand(Form form) {
        if (!form.ok()) {
            throw ApiProblem.of(form);
        }
    }

    private ConnectedService own(HttpServletRequest request, String id) {
        return desk.find(request, id).orElseThrow(Api::unknown);
    }
}
