package fr.socle.directory.web;

import fr.socle.directory.Acceptance;
import fr.socle.directory.Invitation;
import fr.socle.directory.InvitationAcceptance;
import fr.socle.directory.Organisations;
import fr.socle.directory.SessionCookie;
import fr.socle.directory.Sessions;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Accepts invitations. The secret in the address is the credential; looking consumes nothing. */
@Controller
@Public
class AcceptController {

    private final InvitationAcceptance acceptance;
    private final Organisations organisations;
    private final Sessions sessions;
    private final SessionCookie cookie;

    AcceptController(
            InvitationAcceptance acceptance,
            Organisations organisations,
            Sessions sessions,
            SessionCookie cookie) {
        this.acceptance = acceptance;
        this.organisations = organisations;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @GetMapping("/invitation")
    Page show(@RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        return acceptance
                .open(code)
                .<Page>map(it -> page(it, code, Visitors.of(request)))
                .orElseGet(() -> outcome(acceptance.whyClosed(code)));
    }

    @PostMapping("/invitation")
    Object accept(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (acceptance.accept(code, Visitors.of(request))) {
            case Acceptance.Bound(var agent, var organisation) -> {
                sessions.open(agent.id(), organisation)
                        .ifPresent(it -> cookie.put(request, response, it));
                yield Desk.seeOther("/agent/mon-compte?fait=rattache");
            }
            case Acceptance other -> outcome(other);
        };
    }

    private Page page(Invitation invitation, String code, Visitor visitor) {
        var where = organisations.find(invitation.organisation()).orElseThrow();
        var signedIn = visitor instanceof Visitor.Agent agent ? agent.name() : null;
        return new AcceptPage(where.name(), invitation.draft().name(), code, signedIn);
    }

    private static OutcomePage outcome(Acceptance acceptance) {
        return switch (acceptance) {
            case Acceptance.Unknown _ -> new OutcomePage("directory.invitation.unknown", 404);
            case Acceptance.AlreadyUsed _ -> new OutcomePage("directory.invitation.used", 410);
            case Acceptance.Expired _ -> new OutcomePage("directory.invitation.expired", 410);
            case Acceptance.Withdrawn _ -> new OutcomePage("directory.invitation.withdrawn", 410);
            case Acceptance.Deactivated _ ->
                    new OutcomePage("directory.invitation.deactivated", 403);
            case Acceptance.PlaceDeactivated _ ->
                    new OutcomePage("directory.invitation.place-deactivated", 403);
            case Acceptance.Bound _ ->
                    throw new IllegalStateException("a bound invitation is no closed door");
        };
    }
}
