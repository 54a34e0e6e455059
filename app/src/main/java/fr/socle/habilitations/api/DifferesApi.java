package fr.socle.habilitations.api;

import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.HabilitationRights;
import fr.socle.habilitations.demande.Cote;
import fr.socle.habilitations.demande.Demande;
import fr.socle.habilitations.demande.Demandes;
import fr.socle.habilitations.demande.Differes;
import fr.socle.ui.access.Requires;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.api.JsonBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Defers, by program, what persons read of the exchanges of an habilitation. */
@RestController
@Requires(HabilitationRights.EXAMINE_CODE)
@Tag(name = "Habilitations")
@SecurityRequirement(name = "jeton")
class DifferesApi {

    private final Differes differes;
    private final Demandes demandes;

    DifferesApi(Differes differes, Demandes demandes) {
        this.differes = differes;
        this.demandes = demandes;
    }

    @PostMapping("/api/habilitations/v1/demandes/{id}/differe")
    @Operation(
            summary = "Diffère ce que les personnes lisent des échanges",
            description =
                    "Avant que rien ne soit accordé, et sans retour. If-Match est obligatoire ;"
                            + " differe-fondement, de 1 à 300 caractères ; differe-jours, de 1 à 900.")
    ResponseEntity<Void> defer(
            @PathVariable String id,
            @RequestBody Map<String, Object> body,
            HttpServletRequest request) {
        var caller = Caller.of(request);
        var demande = find(caller, id);
        var form = JsonBody.form(body);
        var differe = Differes.read(form).orElseThrow(() -> ApiProblem.of(form));
        var after =
                Caller.done(
                        differes.defer(
                                caller.actor(),
                                demande.dossier().id(),
                                differe,
                                Caller.version(request)));
        return ResponseEntity.noContent().eTag("\"" + after.dossier().version() + "\"").build();
    }

    /** Nobody examines his own: to him it does not exist here. */
    private Demande find(Caller caller, String id) {
        return HabilitationId.of(id)
                .flatMap(demandes::find)
                .filter(it -> caller.stands(Cote.INSTRUCTEUR, it.dossier().organisation()))
                .flatMap(Demande::toExaminer)
                .orElseThrow(Caller::unknown);
    }
}
