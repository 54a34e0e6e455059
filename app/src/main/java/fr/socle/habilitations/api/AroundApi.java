package fr.socle.habilitations.api;

import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.api.DemandeViews.DelegationView;
import fr.socle.habilitations.api.DemandeViews.EditeurBody;
import fr.socle.habilitations.api.DemandeViews.FormulaireView;
import fr.socle.habilitations.api.DemandeViews.MessageBody;
import fr.socle.habilitations.api.DemandeViews.MessageView;
import fr.socle.habilitations.delegation.HabilitationDelegations;
import fr.socle.habilitations.demande.Cote;
import fr.socle.habilitations.demande.Demande;
import fr.socle.habilitations.demande.Demandes;
import fr.socle.habilitations.formulaire.Formulaires;
import fr.socle.habilitations.message.DemandeMessage;
import fr.socle.habilitations.message.DemandeMessages;
import fr.socle.kernel.Siret;
import fr.socle.ui.access.SignedIn;
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
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What surrounds requests: what can be requested, messages, delegations. */
@RestController
@SignedIn
@Tag(name = "Habilitations")
@SecurityRequirement(name = "jeton")
@RequestMapping("/api/habilitations/v1")
class AroundApi {

    private final Demandes demandes;
    private final Formulaires formulaires;
    private final DemandeMessages messages;
    private final HabilitationDelegations delegations;
    private final Idempotency idempotency;

    AroundApi(
            Demandes demandes,
            Formulaires formulaires,
            DemandeMessages messages,
            HabilitationDelegations delegations,
            Idempotency idempotency) {
        this.demandes = demandes;
        this.formulaires = formulaires;
        this.messages = messages;
        this.delegations = delegations;
        this.idempotency = idempotency;
    }

    @GetMapping("/formulaires")
    @Operation(summary = "Liste ce qui peut être demandé, et ce que chaque type de données exige")
    List<FormulaireView> formulaires() {
        var offre = formulaires.offre();
        return offre.sets().stream()
                .map(it -> FormulaireView.of(it, offre.formulaire(it)))
                .toList();
    }

    @GetMapping("/demandes/{id}/messages")
    @Operation(summary = "Lit les messages d’une demande, du plus ancien au plus récent")
    List<MessageView> messages(@PathVariable String id, HttpServletRequest request) {
        var demande = find(Caller.of(request), id);
        return messages.of(demande.dossier().id()).stream().map(MessageView::of).toList();
    }

    @PostMapping("/demandes/{id}/messages")
    @Operation(summary = "Écrit un message à l’autre partie")
    ResponseEntity<?> write(
            @PathVariable String id,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(schema = @Schema(implementation = MessageBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        return idempotency.once(request, body, () -> write(request, id, body));
    }

    private ResponseEntity<Void> write(
            HttpServletRequest request, String id, Map<String, Object> body) {
        var caller = Caller.of(request);
        var demande = find(caller, id);
        var form = JsonBody.form(body, MessageBody.class);
        var text = form.required("message", DemandeMessage.LONGEST);
        if (!form.ok()) {
            throw ApiProblem.of(form);
        }
        var side = Cote.of(caller.visitor(), demande.dossier().organisation()).stream().findFirst();
        Caller.done(
                messages.write(
                        caller.actor(),
                        side.orElseThrow(Caller::unknown),
                        demande.dossier().id(),
                        text));
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/demandes/{id}/delegations")
    @Operation(summary = "Liste les délégations d’une habilitation qui valent")
    List<DelegationView> delegations(@PathVariable String id, HttpServletRequest request) {
        return delegations.of(find(Caller.of(request), id)).stream()
                .map(DelegationView::of)
                .toList();
    }

    @PostMapping("/demandes/{id}/delegations")
    @Operation(summary = "Laisse un éditeur de logiciel appeler au titre de l’habilitation")
    ResponseEntity<?> give(
            @PathVariable String id,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(schema = @Schema(implementation = EditeurBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        return idempotency.once(request, body, () -> give(request, id, body));
    }

    private ResponseEntity<DelegationView> give(
            HttpServletRequest request, String id, Map<String, Object> body) {
        var caller = Caller.of(request);
        var demande = own(caller, id);
        var form = JsonBody.form(body, EditeurBody.class);
        var siret = form.read("editeur", Siret::parse).filter(_ -> form.ok());
        var given =
                Caller.done(
                        delegations.give(
                                caller.actor(),
                                demande,
                                siret.orElseThrow(() -> ApiProblem.of(form))));
        return ResponseEntity.status(201).body(DelegationView.of(given));
    }

    @DeleteMapping("/demandes/{id}/delegations/{delegation}")
    @Operation(
            summary = "Retire une délégation",
            description = "Vaut dès l’appel suivant ; deux fois ne change rien.")
    ResponseEntity<Void> takeBack(
            @PathVariable String id, @PathVariable String delegation, HttpServletRequest request) {
        var caller = Caller.of(request);
        var demande = own(caller, id);
        var which = HabilitationId.of(delegation).orElseThrow(Caller::unknown).value();
        Caller.done(delegations.takeBack(caller.actor(), demande, which));
        return ResponseEntity.noContent().build();
    }

    private Demande own(Caller caller, String id) {
        var demande = find(caller, id);
        if (!caller.stands(Cote.DEMANDEUR, demande.dossier().organisation())) {
            throw Caller.unknown();
        }
        return demande;
    }

    private Demande find(Caller caller, String id) {
        return HabilitationId.of(id)
                .flatMap(demandes::find)
                .flatMap(caller::sees)
                .orElseThrow(Caller::unknown);
    }
}
