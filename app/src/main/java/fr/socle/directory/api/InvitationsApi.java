package fr.socle.directory.api;

import static fr.socle.directory.api.Api.created;
import static fr.socle.directory.api.Api.done;
import static fr.socle.directory.api.Api.versioned;

import fr.socle.directory.DirectoryRights;
import fr.socle.directory.Invitation;
import fr.socle.directory.InvitationDraft;
import fr.socle.directory.InvitationId;
import fr.socle.directory.Invitations;
import fr.socle.directory.Organisation;
import fr.socle.directory.api.Views.InvitationBody;
import fr.socle.directory.api.Views.InvitationView;
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
import java.time.Clock;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Invitations of an organisation, for machines. The secret goes to the invited person alone. */
@RestController
@Requires(DirectoryRights.MANAGE_CODE)
@Tag(name = "Annuaire : invitations")
@SecurityRequirement(name = "jeton")
@RequestMapping(Api.BASE + "/organisations/{id}/invitations")
class InvitationsApi {

    private final Invitations invitations;
    private final Desk desk;
    private final Idempotency idempotency;
    private final Clock clock;

    InvitationsApi(Invitations invitations, Desk desk, Idempotency idempotency, Clock clock) {
        this.invitations = invitations;
        this.desk = desk;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Liste les invitations, les plus récentes d’abord")
    Api.Lines<InvitationView> list(
            @PathVariable String id,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query,
            HttpServletRequest request) {
        var organisation = desk.managed(request, id);
        var wanted = Api.wanted(Form.of(query));
        return wanted.of(
                invitations.of(organisation.id(), wanted.size(), wanted.offset()), this::view);
    }

    @PostMapping
    @Operation(
            summary = "Invite quelqu’un par e-mail",
            description = "Le message part quand l’appel réussit, et seulement alors.")
    ResponseEntity<?> invite(
            @PathVariable String id,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(implementation = InvitationBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        var organisation = desk.managed(request, id);
        return idempotency.once(request, body, () -> invite(organisation, body, request));
    }

    @GetMapping("/{invitation}")
    @Operation(summary = "Lit une invitation")
    ResponseEntity<InvitationView> show(
            @PathVariable String id, @PathVariable String invitation, HttpServletRequest request) {
        var it = of(desk.managed(request, id), invitation);
        return versioned(it.version(), view(it));
    }

    @DeleteMapping("/{invitation}")
    @Operation(summary = "Retire une invitation", description = "If-Match est obligatoire.")
    ResponseEntity<InvitationView> withdraw(
            @PathVariable String id, @PathVariable String invitation, HttpServletRequest request) {
        var present = of(desk.managed(request, id), invitation);
        var version = Api.version(request);
        var it = done(invitations.withdraw(Desk.actor(request), present.id(), version));
        return versioned(it.version(), view(it));
    }

    @PostMapping("/{invitation}/sendings")
    @Operation(
            summary = "Renvoie une invitation, avec un nouveau lien",
            description = "If-Match est obligatoire : un appel répété ne renvoie pas deux fois.")
    ResponseEntity<InvitationView> resend(
            @PathVariable String id, @PathVariable String invitation, HttpServletRequest request) {
        var present = of(desk.managed(request, id), invitation);
        var version = Api.version(request);
        var it = done(invitations.resend(Desk.actor(request), present.id(), version));
        return versioned(it.version(), view(it));
    }

    private ResponseEntity<?> invite(
            Organisation organisation, Map<String, Object> body, HttpServletRequest request) {
        var form = JsonBody.form(body);
        var draft =
                InvitationDraft.read(form, desk.grantable(request))
                        .orElseThrow(() -> ApiProblem.of(form));
        var it = done(invitations.invite(Desk.actor(request), organisation.id(), draft));
        return created(
                "/organisations/" + organisation.id() + "/invitations/" + it.id(),
                it.version(),
                view(it));
    }

    private Invitation of(Organisation organisation, String invitation) {
        return InvitationId.of(invitation)
                .flatMap(invitations::find)
                .filter(it -> it.organisation().equals(organisation.id()))
                .orElseThrow(Api::unknown);
    }

    private InvitationView view(Invitation invitation) {
        return InvitationView.of(invitation, clock.instant());
    }
}
