package fr.socle.identity.partner.web;

import fr.socle.identity.partner.ConnectedServices;
import fr.socle.identity.partner.PartnerRights;
import fr.socle.identity.partner.Productions;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way of a service to the public, and back. */
@Controller
@RequestMapping(PartnerDesk.PAGES + "/{id}")
class ProductionController {

    static final String WHY = "motif";
    static final int LONGEST_WHY = 500;

    private final Productions productions;
    private final ConnectedServices services;
    private final PartnerDesk desk;

    ProductionController(Productions productions, ConnectedServices services, PartnerDesk desk) {
        this.productions = productions;
        this.services = services;
        this.desk = desk;
    }

    @PostMapping("/production")
    @Requires(PartnerRights.CONNECT_CODE)
    Object request(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var service = desk.own(request, id);
        var wish = PartnerDesk.wish(request, service, Form.of(parameters));
        return PartnerDesk.after(productions.request(wish), service, "demande");
    }

    @PostMapping("/bac-a-sable")
    @Requires(PartnerRights.CONNECT_CODE)
    Object close(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var service = desk.own(request, id);
        var wish = PartnerDesk.wish(request, service, Form.of(parameters));
        return PartnerDesk.after(productions.close(wish), service, "ferme");
    }

    @PostMapping("/accord")
    @Requires(PartnerRights.APPROVE_CODE)
    Object approve(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var service = services.find(id).orElseThrow(PartnerDesk::notFound);
        var wish = PartnerDesk.wish(request, service, Form.of(parameters));
        return PartnerDesk.after(productions.approve(wish), service, "ouvert");
    }

    @PostMapping("/renvoi")
    @Requires(PartnerRights.APPROVE_CODE)
    Object refuse(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var service = services.find(id).orElseThrow(PartnerDesk::notFound);
        var form = Form.of(parameters);
        var why = form.required(WHY, LONGEST_WHY);
        if (!form.ok()) {
            return new ConnectedServicePage(
                    service, desk.organisationName(service), true, null, null, form);
        }
        var wish = PartnerDesk.wish(request, service, form);
        return PartnerDesk.after(productions.refuse(wish, why), service, "renvoye");
    }
}
