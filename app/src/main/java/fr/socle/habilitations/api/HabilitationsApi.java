package fr.socle.habilitations.api;

import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.HabilitationRights;
import fr.socle.habilitations.demande.Cote;
import fr.socle.habilitations.demande.DecisionForm;
import fr.socle.habilitations.demande.Demande;
import fr.socle.habilitations.demande.Demandes;
import fr.socle.habilitations.demande.Ordre;
import fr.socle.habilitations.store.GrantStore;
import fr.socle.ui.access.Requires;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.api.JsonBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
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
                        Caller.of(request).actor(),
                        Cote.INSTRUCTEUR,
                        demande.dossier().id(),
                        new Ordre.Revoquer(motif),
                        Caller.version(request));
        return view(Caller.done(change));
    }

    /** Nobody examines his own: to him it does not exist here. */
    private Demande find(String id, HttpServletRequest request) {
        var caller = Caller.of(request);
        return HabilitationId.of(id)
                .flatMap(demandes::find)
                .filter(it -> caller.stands(Cote.INSTRUCTEUR, it.dossier().organisation()))
                .flatMap(Demande::toExaminer)
                .orElseThrow(Caller::unknown);
    }

    private ResponseEntity<HabilitationView> view(Demande it) {
        return ResponseEntity.ok()
                .eTag("\"" + it.dossier().version() + "\"")
                .body(HabilitationView.of(it, grants.versions(it.dossier().id())));
    }
}
