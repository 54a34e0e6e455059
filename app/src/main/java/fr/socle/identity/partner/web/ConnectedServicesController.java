package fr.socle.identity.partner.web;

import fr.socle.directory.Change;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.partner.ConnectedService;
import fr.socle.identity.partner.ConnectedServices;
import fr.socle.identity.partner.PartnerRights;
import fr.socle.identity.partner.ServiceForm;
import fr.socle.ui.Page;
import fr.socle.ui.Pagination;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.CollectionUtils;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An organisation's services: the list, a new one, its facts. */
@Controller
@Requires(PartnerRights.CONNECT_CODE)
@RequestMapping(PartnerDesk.PAGES)
class ConnectedServicesController {

    private static final int SIZE = 20;

    private final ConnectedServices services;
    private final PartnerDesk desk;
    private final Federations federations;

    ConnectedServicesController(
            ConnectedServices services, PartnerDesk desk, Federations federations) {
        this.services = services;
        this.desk = desk;
        this.federations = federations;
    }

    @GetMapping
    Page list(@RequestParam(defaultValue = "1") String page, HttpServletRequest request) {
        var reach = PartnerDesk.reach(request);
        var number = page.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(page) : 1;
        var pagination = new Pagination(number, SIZE, services.count(reach), PartnerDesk.PAGES);
        var waiting =
                PartnerDesk.approves(request) ? services.requested() : List.<ConnectedService>of();
        return new ConnectedServicesPage(
                lines(services.of(reach, SIZE, pagination.offset())),
                pagination,
                lines(waiting),
                reach == null);
    }

    private List<ConnectedServicesPage.Line> lines(List<ConnectedService> list) {
        return list.stream()
                .map(it -> new ConnectedServicesPage.Line(it, desk.organisationName(it)))
                .toList();
    }

    @GetMapping("/nouveau")
    Page blank(@RequestParam(defaultValue = "") String federation, HttpServletRequest request) {
        var here = federations.find(federation);
        return here.isEmpty()
                ? new FederationChoicePage(federations.all(), 200)
                : page(Form.blank(defaults(here.get())), here.get(), request);
    }

    private static Map<String, String> defaults(Federation federation) {
        var typed = new LinkedHashMap<String, String>();
        typed.put(ServiceForm.PROFILE, federation.ofUsagers() ? "franceconnect" : "proconnect");
        typed.put(ServiceForm.AUTH, "client_secret_post");
        typed.put(ServiceForm.ID_TOKEN_ALG, "ES256");
        return typed;
    }

    /** The secret is told by this answer alone: no redirect could carry it. */
    @PostMapping("/nouveau")
    Page register(
            @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        var organisation = desk.organisation(request);
        var form = Form.of(parameters);
        var federation = federations.find(form.typed(ServiceForm.FEDERATION));
        if (federation.isEmpty()) {
            return new FederationChoicePage(federations.all(), 422);
        }
        return ServiceForm.read(form, federations, services.sectors(organisation.id()))
                .<Page>map(
                        it -> {
                            var actor = PartnerDesk.actor(request);
                            var issued = services.register(actor, organisation, it);
                            return new SecretPage(issued.service(), issued.secret(), true);
                        })
                .orElseGet(() -> page(form, federation.get(), request));
    }

    private Page page(Form form, Federation federation, HttpServletRequest request) {
        var organisation = desk.organisation(request);
        return new ConnectedServiceFormPage(
                null, federation, form, services.sectors(organisation.id()), false);
    }

    @GetMapping("/{id}")
    Page show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String fait,
            @RequestParam(defaultValue = "") String refus,
            HttpServletRequest request) {
        var service = desk.own(request, id);
        return new ConnectedServicePage(
                service,
                desk.organisationName(service),
                PartnerDesk.approves(request),
                Told.done(fait),
                Told.refused(refus),
                Form.blank());
    }

    @GetMapping("/{id}/modifier")
    Page edit(@PathVariable String id, HttpServletRequest request) {
        var service = desk.own(request, id);
        var typed = CollectionUtils.toMultiValueMap(ServiceForm.typed(service));
        return page(service, Form.of(typed), false);
    }

    @PostMapping("/{id}/modifier")
    Object change(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var service = desk.own(request, id);
        var form = Form.of(parameters);
        var draft = ServiceForm.read(form, service);
        if (draft.isEmpty()) {
            return page(service, form, false);
        }
        return switch (services.change(PartnerDesk.wish(request, service, form), draft.get())) {
            case Change.Done<ConnectedService> _ -> PartnerDesk.seeOther(service, "?fait=modifie");
            case Change.Refused<ConnectedService>(var field, var why) -> {
                form.reject(field, why);
                yield page(service, form, false);
            }
            case Change.Stale<ConnectedService>(var present) -> page(present, form, true);
            case Change.Unknown<ConnectedService> _ -> throw PartnerDesk.notFound();
        };
    }

    private static Page page(ConnectedService service, Form form, boolean stale) {
        return new ConnectedServiceFormPage(
                service, service.client().federation(), form, List.of(), stale);
    }

    @PostMapping("/{id}/etat")
    Object activate(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var service = desk.own(request, id);
        var form = Form.of(parameters);
        var active = form.typed("active").equals("oui");
        return PartnerDesk.after(
                services.activate(PartnerDesk.wish(request, service, form), active),
                service,
                active ? "reactive" : "desactive");
    }
}
