package fr.socle.identity.partner.web;

import fr.socle.identity.partner.PartnerRights;
import fr.socle.identity.partner.meter.Activities;
import fr.socle.identity.partner.meter.Window;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What happens to a service's requests, as it happens. */
@Controller
@Requires(PartnerRights.CONNECT_CODE)
@RequestMapping(PartnerDesk.PAGES + "/{id}/activite")
class ActivityController {

    private final Activities activities;
    private final PartnerDesk desk;

    ActivityController(Activities activities, PartnerDesk desk) {
        this.activities = activities;
        this.desk = desk;
    }

    @GetMapping
    Page show(
            @PathVariable String id,
            @RequestParam(defaultValue = "heure") String periode,
            @RequestParam(defaultValue = "oui") String direct,
            HttpServletRequest request,
            HttpServletResponse response) {
        var service = desk.own(request, id);
        response.setHeader("Cache-Control", "no-store");
        return new ActivityPage(
                service, activities.of(service.id(), Window.of(periode)), !direct.equals("non"));
    }
}
