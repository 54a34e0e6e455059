package fr.socle.habilitations.api;

import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.HabilitationRights;
import fr.socle.habilitations.demande.Cote;
import fr.socle.habilitations.demande.Demande;
import fr.socle.habilitations.demande.Demandes;
import fr.socle.habilitations.demande.DecisionForm;
import fr.socle.habilitations.demande.Ordre;
import fr.socle.habilitations.store.GrantStore;
import fr.socle.kernel.Refusal;
import fr.socle.ui.access.Requires;
import fr.socle.ui.access.SignInNeeded;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.api.JsonBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads an habilitation, and cuts it off in seconds. */
@RestController
@Requires(HabilitationRights.EXAMINE_CODE)
@Tag(name = "Habilitations")
@SecurityRequirement(name = "jeton")
@RequestMapping("/api/habilitations/v1/habilitations")
class HabilitationsApi {

    private final Demandes demandes;
    private final GrantStore grants;

    HabilitationsApi(Demandes demandes, GrantStore grants) {
        this.demandes = demandes;
        this.grants = grants;
    }

    @GetMapping("/{id}")
    @Operation(summary = "Lit une habilitation et ses versions")
    ResponseEntity<HabilitationView> show(@PathVariable String id, HttpServletRequest request) {
        return view(find(id, request));
    }

    @PostMapping("/{id}/revocation")
    @Operation(
            summary = "Révoque une habilitation",
            description =
                    "Vaut dès l’appel suivant. If-Match est obligatoire ; motif-revocation, de 1 à"
                            + " 1000 caractères.")
    ResponseEntity<HabilitationView> revoke(
            @PathVariable String id,
            @RequestBody Map<String, Object> body,
            HttpServletRequest request) {
        var demande = find(id, request);
        var form = JsonBody.form(body);
        var motif = form.required(DecisionForm.REVOCATION, DecisionForm.LONGEST);
        if (!form.ok()) {
            throw ApiProblem.of(form);
        }
        var change =
                demandes.act(
                        Actor.of(visitor(request)),
                        Cote.INSTRUCTEUR,
                        demande.dossier().id(),
                        new Ordre.Revoquer(motif),
                        version(request));
        return switch (change) {
            case Change.Done<Demande>(var it) -> view(it);
            case Change.Stale<Demande> _ ->
                    throw ApiProblem.of(412, Refusal.of("habilitations.api.stale"));
            case Change.Refused<Demande> _, Change.Unknown<Demande> _ -> throw unknown();
        };
    }

    /** Nobody examines his own: to him it does not exist here. */
    private Demande find(String id, HttpServletRequest request) {
        return HabilitationId.of(id)
                .flatMap(demandes::find)
                .filter(
                        it ->
                                !it.dossier()
                                        .organisation()
                                        .value()
                                        .equals(visitor(request).organisation()))
                .orElseThrow(HabilitationsApi::unknown);
    }

    private ResponseEntity<HabilitationView> view(Demande it) {
        return ResponseEntity.ok()
                .eTag("\"" + it.dossier().version() + "\"")
                .body(HabilitationView.of(it, grants.versions(it.dossier().id())));
    }

    private static long version(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.IF_MATCH);
        if (header == null) {
            throw ApiProblem.of(428, Refusal.of("habilitations.api.version-missing"));
        }
        var digits = header.strip().replaceAll("^\"|\"$", "");
        if (!digits.matches("[0-9]{1,18}")) {
            throw ApiProblem.of(412, Refusal.of("habilitations.api.stale"));
        }
        return Long.parseLong(digits);
    }

    private static Visitor.Agent visitor(HttpServletRequest request) {
        return switch (Visitors.of(request)) {
            case Visitor.Agent agent -> agent;
            case Visitor.Anonymous _, Visitor.Usager _ -> throw new SignInNeeded();
        };
    }

    private static ApiProblem unknown() {
        return ApiProblem.of(404, Refusal.of("habilitations.api.unknown"));
    }
}
