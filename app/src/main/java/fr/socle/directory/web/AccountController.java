package fr.socle.directory.web;

import fr.socle.directory.Agents;
import fr.socle.directory.Memberships;
import fr.socle.directory.OrganisationId;
import fr.socle.directory.SessionCookie;
import fr.socle.directory.Sessions;
import fr.socle.ui.Page;
import fr.socle.ui.access.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an agent sees of himself. */
@Controller
@SignedIn
class AccountController {

    private final Agents agents;
    private final Memberships memberships;
    private final Sessions sessions;
    private final SessionCookie cookie;

    AccountController(
            Agents agents, Memberships memberships, Sessions sessions, SessionCookie cookie) {
        this.agents = agents;
        this.memberships = memberships;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @GetMapping("/agent/mon-compte")
    Page account(@RequestParam(defaultValue = "") String fait, HttpServletRequest request) {
        var agent = agents.find(Desk.self(request)).orElseThrow(Desk::notFound);
        return new AccountPage(
                agent,
                memberships.usable(agent.id()),
                Desk.visitor(request).organisation(),
                sessions.of(agent.id()),
                Done.of(fait));
    }

    @PostMapping("/agent/mon-compte/organisation")
    Object actFor(
            @RequestParam(defaultValue = "") String organisation, HttpServletRequest request) {
        var wanted = OrganisationId.of(organisation).orElseThrow(Desk::notFound);
        var secret = SessionCookie.read(request).orElseThrow(Desk::notFound);
        if (!sessions.actFor(secret, wanted)) {
            throw Desk.notFound();
        }
        return Desk.seeOther("/agent/mon-compte?fait=change");
    }

    @PostMapping("/agent/mon-compte/deconnexion-partout")
    Object leaveEverywhere(HttpServletRequest request, HttpServletResponse response) {
        sessions.closeAll(Desk.self(request));
        cookie.remove(request, response);
        return Desk.seeOther("/connexion");
    }
}
