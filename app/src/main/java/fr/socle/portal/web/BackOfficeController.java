package fr.socle.portal.web;

import fr.socle.ui.Page;
import fr.socle.ui.access.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The front pages of those at work: what the blocks declare and this agent may open. */
@Controller
@SignedIn
class BackOfficeController {

    @GetMapping("/agent")
    Page agent() {
        return new BackOfficePage("portal.agent.title", "portal.agent.lead");
    }

    @GetMapping("/administration")
    Page administration() {
        return new BackOfficePage("portal.administration.title", "portal.administration.lead");
    }
}
