package fr.socle.directory.web;

import fr.socle.directory.Change;
import fr.socle.directory.DirectoryRights;
import fr.socle.directory.Invitation;
import fr.socle.directory.InvitationDraft;
import fr.socle.directory.InvitationId;
import fr.socle.directory.Invitations;
import fr.socle.directory.Organisation;
import fr.socle.directory.Services;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The invitations of an organisation. */
@Controller
@Requires(DirectoryRights.MANAGE_CODE)
@RequestMapping("/administration/organisations/{id}/invitations")
class InvitationsController {

    private final Invitations invitations;
    private final Services services;
    private final Desk desk;
    private final Clock clock;

    InvitationsController(Invitations invitations, Services services, Desk desk, Clock clock) {
        this.invitations = invitations;
        this.services = services;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping
    Page list(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String page,
            @RequestParam(defaultValue = "") String fait,
            HttpServletRequest request) {
        var organisation = desk.managed(request, id);
        var list =
                Paged.of(
                        page,
                        base(organisation),
                        (size, offset) -> invitations.of(organisation.id(), size, offset));
        return new InvitationsPage(organisation, list, clock.instant(), Done.of(fait));
    }

    @GetMapping("/nouvelle")
    Page blank(@PathVariable String id, HttpServletRequest request) {
        return page(desk.managed(request, id), Form.blank(), request);
    }

    @PostMapping("/nouvelle")
    Object invite(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var organisation = desk.managed(request, id);
        var form = Form.of(parameters);
        var draft = InvitationDraft.read(form, desk.grantable(request));
        if (draft.isEmpty()) {
            return page(organisation, form, request);
        }
        var change = invitations.invite(Desk.actor(request), organisation.id(), draft.get());
        return switch (change) {
            case Change.Done<Invitation> _ -> Desk.seeOther(base(organisation) + "?fait=invite");
            case Change.Refused<Invitation>(var field, var why) -> {
                form.reject(field, why);
                yield page(organisation, form, request);
            }
            case Change.Stale<Invitation> _, Change.Unknown<Invitation> _ -> throw Desk.notFound();
        };
    }

    @PostMapping("/{invitation}/retrait")
    Object withdraw(
            @PathVariable String id,
            @PathVariable String invitation,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var organisation = desk.managed(request, id);
        var version = Desk.version(Form.of(parameters));
        var change =
                invitations.withdraw(
                        Desk.actor(request), of(organisation, invitation).id(), version);
        return answer(organisation, change, "retire");
    }

    @PostMapping("/{invitation}/renvoi")
    Object resend(
            @PathVariable String id,
            @PathVariable String invitation,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var organisation = desk.managed(request, id);
        var version = Desk.version(Form.of(parameters));
        var change =
                invitations.resend(Desk.actor(request), of(organisation, invitation).id(), version);
        return answer(organisation, change, "renvoye");
    }

    private static Object answer(
            Organisation organisation, Change<Invitation> change, String done) {
        return switch (change) {
            case Change.Done<Invitation> _ -> Desk.seeOther(base(organisation) + "?fait=" + done);
            case Change.Refused<Invitation> _ -> new OutcomePage("directory.invitation.other", 409);
            case Change.Stale<Invitation> _, Change.Unknown<Invitation> _ -> throw Desk.conflict();
        };
    }

    private Invitation of(Organisation organisation, String invitation) {
        return InvitationId.of(invitation)
                .flatMap(invitations::find)
                .filter(it -> it.organisation().equals(organisation.id()))
                .orElseThrow(Desk::notFound);
    }

    private Page page(Organisation organisation, Form form, HttpServletRequest request) {
        return new InviteFormPage(
                organisation,
                form,
                new MemberPage.Choices(desk.grantable(request), services.of(organisation.id())));
    }

    private static String base(Organisation organisation) {
        return "/administration/organisations/" + organisation.id() + "/invitations";
    }
}
