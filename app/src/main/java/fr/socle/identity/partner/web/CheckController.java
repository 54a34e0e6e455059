package fr.socle.identity.partner.web;

import fr.socle.house.PublicAddress;
import fr.socle.identity.partner.ConnectedService;
import fr.socle.identity.partner.PartnerRights;
import fr.socle.identity.partner.check.Finding;
import fr.socle.identity.partner.check.RequestCheck;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Reads what a service sends. Nothing is changed, and nothing of what was pasted is kept. */
@Controller
@Requires(PartnerRights.CONNECT_CODE)
@RequestMapping(PartnerDesk.PAGES + "/{id}/verification")
class CheckController {

    static final String PASTED = "requete";

    private final RequestCheck check;
    private final PartnerDesk desk;
    private final PublicAddress address;

    CheckController(RequestCheck check, PartnerDesk desk, PublicAddress address) {
        this.check = check;
        this.desk = desk;
        this.address = address;
    }

    @GetMapping
    Page show(@PathVariable String id, HttpServletRequest request) {
        return page(desk.own(request, id), Form.blank(), List.of());
    }

    /**
     * By POST although nothing changes: what is pasted may hold a secret, and addresses are logged.
     */
    @PostMapping
    Page read(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response) {
        var service = desk.own(request, id);
        var form = Form.of(parameters);
        var pasted = form.required(PASTED, RequestCheck.LONGEST);
        response.setHeader("Cache-Control", "no-store");
        return page(service, form, form.ok() ? check.check(service, pasted) : List.of());
    }

    private Page page(ConnectedService service, Form form, List<Finding> findings) {
        return new CheckPage(
                service, form, findings, check.example(service.client()), endpoints(service));
    }

    private Map<String, String> endpoints(ConnectedService service) {
        var issuer = address.of(service.client().federation().base());
        var endpoints = new LinkedHashMap<String, String>();
        endpoints.put("issuer", issuer);
        endpoints.put("discovery", issuer + "/.well-known/openid-configuration");
        endpoints.put("authorize", issuer + "/authorize");
        endpoints.put("token", issuer + "/token");
        endpoints.put("userinfo", issuer + "/userinfo");
        endpoints.put("jwks", issuer + "/jwks");
        endpoints.put("logout", issuer + "/session/end");
        return endpoints;
    }
}
