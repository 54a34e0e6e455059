package fr.socle.directory.web;

import fr.socle.directory.Change;
import fr.socle.directory.DirectoryRights;
import fr.socle.directory.Organisation;
import fr.socle.directory.Service;
import fr.socle.directory.ServiceDraft;
import fr.socle.directory.ServiceId;
import fr.socle.directory.Services;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The services of an organisation. */
@Controller
@Requires(DirectoryRights.MANAGE_CODE)
@RequestMapping("/administration/organisations/{id}/services")
class ServicesController {

    private final Services services;
    private final Desk desk;

    ServicesController(Services services, Desk desk) {
        this.services = services;
        this.desk = desk;
    }

    @GetMapping
    Page list(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String fait,
            HttpServletRequest request) {
        var organisation = desk.managed(request, id);
        return new ServicesPage(organisation, services.of(organisation.id()), Done.of(fait));
    }

    @GetMapping("/nouveau")
    Page blank(@PathVariable String id, HttpServletRequest request) {
        return page(desk.managed(request, id), null, Form.blank(), false);
    }

    @PostMapping("/nouveau")
    Object create(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var organisation = desk.managed(request, id);
        var form = Form.of(parameters);
        var draft = ServiceDraft.read(form);
        return draft.isEmpty()
                ? page(organisation, null, form, false)
                : answer(
                        organisation,
                        null,
                        form,
                        services.create(Desk.actor(request), organisation.id(), draft.get()));
    }

    @GetMapping("/{service}")
    Page edit(@PathVariable String id, @PathVariable String service, HttpServletRequest request) {
        var organisation = desk.managed(request, id);
        var present = of(organisation, service);
        return page(organisation, present, Form.blank(ServiceDraft.typed(present)), false);
    }

    @PostMapping("/{service}")
    Object change(
            @PathVariable String id,
            @PathVariable String service,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var organisation = desk.managed(request, id);
        var present = of(organisation, service);
        var form = Form.of(parameters);
        var draft = ServiceDraft.read(form);
        return draft.isEmpty()
                ? page(organisation, present, form, false)
                : answer(
                        organisation,
                        present,
                        form,
                        services.change(
                                Desk.actor(request),
                                present.id(),
                                draft.get(),
                                Desk.version(form)));
    }

    @PostMapping("/{service}/etat")
    Object activate(
            @PathVariable String id,
            @PathVariable String service,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var organisation = desk.managed(request, id);
        var present = of(organisation, service);
        var form = Form.of(parameters);
        var active = Desk.active(form);
        var change =
                services.activate(Desk.actor(request), present.id(), active, Desk.version(form));
        if (change instanceof Change.Done<Service>) {
            return Desk.seeOther(list(organisation, active ? "reactive" : "desactive"));
        }
        throw Desk.conflict();
    }

    private Object answer(
            Organisation organisation,
            @Nullable Service before,
            Form form,
            Change<Service> change) {
        return switch (change) {
            case Change.Done<Service> _ ->
                    Desk.seeOther(list(organisation, before == null ? "cree" : "modifie"));
            case Change.Refused<Service>(var field, var why) -> {
                form.reject(field, why);
                yield page(organisation, before, form, false);
            }
            case Change.Stale<Service>(var present) -> page(organisation, present, form, true);
            case Change.Unknown<Service> _ -> throw Desk.notFound();
        };
    }

    private Service of(Organisation organisation, String service) {
        return ServiceId.of(service)
                .flatMap(services::find)
                .filter(it -> it.organisation().equals(organisation.id()))
                .orElseThrow(Desk::notFound);
    }

    private Page page(
            Organisation organisation, @Nullable Service service, Form form, boolean stale) {
        List<Service> above =
                services.of(organisation.id()).stream()
                        .filter(it -> service == null || !it.id().equals(service.id()))
                        .toList();
        return new ServiceFormPage(organisation, service, form, above, stale);
    }

    private static String list(Organisation organisation, String done) {
        return "/administration/organisations/" + organisation.id() + "/services?fait=" + done;
    }
}
