package fr.socle.directory.web;

import fr.socle.directory.AgentId;
import fr.socle.directory.DemonstrationAccounts;
import fr.socle.directory.SessionCookie;
import fr.socle.directory.Sessions;
import fr.socle.ui.LocalPath;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Ways in and out, until the block that federates identities takes them over. */
@Controller
@Public
class SignInController {

    private static final String AFTER = "/agent/mon-compte";

    private final DemonstrationAccounts accounts;
    private final Sessions sessions;
    private final SessionCookie cookie;

    SignInController(DemonstrationAccounts accounts, Sessions sessions, SessionCookie cookie) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @GetMapping("/connexion")
    Page ways(@RequestParam(defaultValue = "") String retour) {
        return new SignInPage(accounts.list(), LocalPath.orHome(retour));
    }

    /** Enters as a made-up agent: in demonstration only, because the list is empty otherwise. */
    @PostMapping("/connexion/demonstration")
    Object enter(
            @RequestParam(defaultValue = "") String agent,
            @RequestParam(defaultValue = "") String retour,
            HttpServletRequest request,
            HttpServletResponse response) {
        var account = AgentId.of(agent).flatMap(accounts::find).orElseThrow(Desk::notFound);
        var secret = sessions.openAnywhere(account.agent()).orElseThrow(Desk::notFound);
        cookie.put(request, response, secret);
        var back = LocalPath.orHome(retour);
        return Desk.seeOther(back.equals("/") ? AFTER : back);
    }

    /** Shows a button: what fetches links ahead must not consume the address. */
    @GetMapping("/connexion/adresse")
    Page confirm(@RequestParam(defaultValue = "") String code) {
        return new AddressPage(code);
    }

    @PostMapping("/connexion/adresse")
    Object enterByAddress(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        var secret = sessions.openByAddress(code);
        if (secret.isEmpty()) {
            return new OutcomePage("directory.address.used", 410);
        }
        cookie.put(request, response, secret.get());
        return Desk.seeOther(AFTER);
    }

    @PostMapping("/deconnexion")
    Object leave(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.read(request).ifPresent(sessions::close);
        cookie.remove(request, response);
        return Desk.seeOther("/");
    }
}
