package fr.socle.directory.web;

import fr.socle.directory.SessionCookie;
import fr.socle.directory.Sessions;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The address that signs an agent in once, and the way out. */
@Controller
@Public
class SignInController {

    private static final String AFTER = "/agent/mon-compte";

    private final Sessions sessions;
    private final SessionCookie cookie;

    SignInController(Sessions sessions, SessionCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
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
