package fr.socle.demarches.web.builder;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.builder.BuilderRights;
import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.builder.DemarcheBuilder;
import fr.socle.demarches.builder.Facts;
import fr.socle.directory.Change;
import fr.socle.directory.OrganisationId;
import fr.socle.directory.Service;
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
import org.springframework.web.bind.annotation.RequestParam;

/** The procedures of an organisation: their list, what each of them is. */
@Controller
@Requires(BuilderRights.ADMINISTER_CODE)
class DemarchesController {

    private final DemarcheBuilder builder;
    private final Services services;
    private final BuilderDesk desk;

    DemarchesController(DemarcheBuilder builder, Services services, BuilderDesk desk) {
        this.builder = builder;
        this.services = services;
        this.desk = desk;
    }

    @GetMapping(BuilderDesk.HOME)
    Page list(HttpServletRequest request) {
        return new DemarchesPage(builder.of(BuilderDesk.organisation(request)));
    }

    @GetMapping(BuilderDesk.HOME + "/nouvelle")
    Page blank(HttpServletRequest request) {
        return page(null, BuilderDesk.organisation(request), FactsForm.of(Facts.of("", "")), false);
    }

    @PostMapping(BuilderDesk.HOME + "/nouvelle")
    Object create(
            @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        var organisation = BuilderDesk.organisation(request);
        var form = Form.of(parameters);
        var slug = form.optional("slug", 60);
        var facts = FactsForm.read(form, offered(organisation));
        if (facts.isEmpty()) {
            return page(null, organisation, form, false);
        }
        var change =
                builder.create(
                        BuilderDesk.actor(request),
                        organisation,
                        new DemarcheId(form.identifier()),
                        slug,
                        facts.get());
        return answer(null, organisation, form, change);
    }

    @GetMapping(BuilderDesk.HOME + "/{id}/presentation")
    Page edit(@PathVariable String id, HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        var form = FactsForm.of(demarche.fiche().facts());
        return page(demarche, demarche.fiche().organisation(), form, false);
    }

    @PostMapping(BuilderDesk.HOME + "/{id}/presentation")
    Object change(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        var organisation = demarche.fiche().organisation();
        var form = Form.of(parameters);
        var facts = FactsForm.read(form, offered(organisation));
        if (facts.isEmpty()) {
            return page(demarche, organisation, form, false);
        }
        var actor = BuilderDesk.actor(request);
        var change = builder.change(actor, demarche.id(), facts.get(), form.version());
        return answer(demarche, organisation, form, change);
    }

    private Object answer(
            @Nullable Demarche before,
            OrganisationId organisation,
            Form form,
            Change<Demarche> change) {
        return switch (change) {
            case Change.Done<Demarche>(var now) ->
                    BuilderDesk.seeOther(
                            BuilderDesk.base(now)
                                    + (before == null ? "?fait=cree" : "?fait=presentation"));
            case Change.Refused<Demarche>(var field, var why) -> {
                form.reject(field, why);
                yield page(before, organisation, form, false);
            }
            case Change.Stale<Demarche>(var present) -> page(present, organisation, form, true);
            case Change.Unknown<Demarche> _ -> throw BuilderDesk.notFound();
        };
    }

    private List<String> offered(OrganisationId organisation) {
        return services.of(organisation).stream().map(it -> it.id().toString()).toList();
    }

    private Page page(
            @Nullable Demarche demarche, OrganisationId organisation, Form form, boolean stale) {
        List<Service> active =
                services.of(organisation).stream()
                        .filter(
                                it ->
                                        it.active()
                                                || form.all("services")
                                                        .contains(it.id().toString()))
                        .toList();
        return new FactsPage(demarche, form, active, stale);
    }
}
