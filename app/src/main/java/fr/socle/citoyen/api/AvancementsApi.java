package fr.socle.citoyen.api;

import fr.socle.citoyen.CitoyenRights;
import fr.socle.citoyen.suivi.Annonce;
import fr.socle.citoyen.suivi.Avancements;
import fr.socle.citoyen.suivi.Emetteur;
import fr.socle.citoyen.suivi.Emetteurs;
import fr.socle.kernel.Refusal;
import fr.socle.ui.access.NotAllowed;
import fr.socle.ui.access.Requires;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.api.Idempotency;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An organisation says how far a person's procedure came. */
@RestController
@Requires(CitoyenRights.ANNOUNCE_CODE)
@Tag(name = "Dossier du citoyen")
@SecurityRequirement(name = "jeton")
@RequestMapping("/api/citoyen/v1/avancements")
class AvancementsApi {

    private final Avancements avancements;
    private final Emetteurs emetteurs;
    private final Idempotency idempotency;
    private final Clock clock;

    AvancementsApi(
            Avancements avancements, Emetteurs emetteurs, Idempotency idempotency, Clock clock) {
        this.avancements = avancements;
        this.emetteurs = emetteurs;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @Schema(description = "Ce qui est reçu : la même réponse, que la personne ait un compte ou non")
    record RecuView(String reference) {}

    @PostMapping
    @Operation(
            summary = "Annonce où en est une démarche d’une personne",
            description =
                    "La personne est nommée par son état civil ou par le sub du service connecté du"
                            + " jeton. Répéter une annonce ne change rien.")
    ResponseEntity<?> announce(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(schema = @Schema(implementation = AnnonceBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        var agent = caller(request);
        var by = emetteurs.find(agent.agent()).orElseThrow(AvancementsApi::notAProgram);
        if (!avancements.admits(by)) {
            throw ApiProblem.of(429, Refusal.of("citoyen.api.too-many", Avancements.PER_MINUTE));
        }
        return idempotency.once(request, body, () -> keep(by, agent.organisationName(), body));
    }

    private ResponseEntity<RecuView> keep(
            Emetteur by, String organisation, Map<String, Object> body) {
        Annonce annonce = AnnonceBody.read(body, clock.instant());
        avancements.keep(by, organisation, annonce);
        return ResponseEntity.accepted().body(new RecuView(annonce.reference()));
    }

    private static Visitor.Agent caller(HttpServletRequest request) {
        return switch (Visitors.of(request)) {
            case Visitor.Agent agent -> agent;
            case Visitor.Anonymous _, Visitor.Usager _ -> throw notAProgram();
        };
    }

    private static NotAllowed notAProgram() {
        return new NotAllowed("announce how far a procedure came");
    }
}
