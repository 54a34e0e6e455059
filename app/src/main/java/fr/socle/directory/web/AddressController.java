package fr.socle.directory.web;

import fr.socle.directory.Sessions;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Looks at a one-time address without using it: what fetches links ahead must not consume it. */
@Controller
@Public
class AddressController {

    private final Sessions sessions;

    AddressController(Sessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping(path = "/connexion/adresse", params = "code")
    Page look(@RequestParam String code) {
        return sessions.opensByAddress(code)
                ? new AddressPage(code)
                : new OutcomePage("directory.address.used", 410);
    }
}
