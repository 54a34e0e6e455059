package fr.socle.directory.web;

import fr.socle.directory.Change;
import fr.socle.directory.DirectoryRights;
import fr.socle.directory.Organisation;
import fr.socle.directory.OrganisationDraft;
import fr.socle.directory.OrganisationId;
import fr.socle.directory.OrganisationSearch;
import fr.socle.directory.OrganisationType;
import fr.socle.directory.Organisations;
import fr.socle.kernel.Parsed;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists, creates and changes organisations. */
@Controller
@Requires(DirectoryRights.MANAGE_CODE)
@RequestMapping("/administration")
class OrganisationsController {

    private static final String LIST = "/administration/organisations";

    private final Organisations organisations;
    private final Desk desk;

    OrganisationsController(Organisations organisations, Desk desk) {
        this.organisations = organisations;
        this.desk = desk;
    }

    @GetMapping("/organisations")
    Page list(@RequestParam MultiValueMap<String, String> query, HttpServletRequest request) {
        var form = Form.of(query);
        var search = search(form, request);
        var page =
                Paged.of(
                        form.typed("page"),
                        href(form),
                        (size, offset) -> organisations.search(search, size, offset));
        return new OrganisationsPage(form, page, Desk.administers(request));
    }

    @Requires(DirectoryRights.ADMINISTER_CODE)
    @GetMapping("/organisations/nouvelle")
    Page blank() {
        return OrganisationFormPage.creation(Form.blank(), organisations.active());
    }

    @Requires(DirectoryRights.ADMINISTER_CODE)
    @PostMapping("/organisations/nouvelle")
    Object create(
            @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        var form = Form.of(parameters);
        var draft = OrganisationDraft.read(form);
        return draft.isEmpty()
                ? OrganisationFormPage.creation(form, organisations.active())
                : answer(form, null, organisations.create(Desk.actor(request), draft.get()));
    }

    @GetMapping("/organisations/{id}")
    Page show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String fait,
            HttpServletRequest request) {
        return page(desk.managed(request, id), Form.blank(), Done.of(fait), request);
    }

    @GetMapping("/organisations/{id}/modifier")
    Page edit(@PathVariable String id, HttpServletRequest request) {
        var organisation = desk.managed(request, id);
        return OrganisationFormPage.edition(
                Form.blank(organisation.facts().typed()), organisation, organisations.active());
    }

    @PostMapping("/organisations/{id}/modifier")
    Object change(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var organisation = desk.managed(request, id);
        var form = Form.of(parameters);
        var draft = OrganisationDraft.read(form);
        if (draft.isEmpty()) {
            return OrganisationFormPage.edition(form, organisation, organisations.active());
        }
        var wanted =
                Desk.administers(request) ? draft.get() : ownMatters(draft.get(), organisation);
        return answer(
                form,
                organisation,
                organisations.change(
                        Desk.actor(request), organisation.id(), wanted, Desk.version(form)));
    }

    @Requires(DirectoryRights.ADMINISTER_CODE)
    @PostMapping("/organisations/{id}/etat")
    Object activate(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var organisation = desk.managed(request, id);
        var form = Form.of(parameters);
        var active = Desk.active(form);
        var change =
                organisations.activate(
                        Desk.actor(request), organisation.id(), active, Desk.version(form));
        return switch (change) {
            case Change.Done<Organisation> _ ->
                    Desk.seeOther(LIST + "/" + id + "?fait=" + (active ? "reactive" : "desactive"));
            case Change.Refused<Organisation>(var field, var why) -> {
                form.reject(field, why);
                yield page(organisation, form, null, request);
            }
            case Change.Stale<Organisation> _ -> throw Desk.conflict();
            case Change.Unknown<Organisation> _ -> throw Desk.notFound();
        };
    }

    private Object answer(Form form, @Nullable Organisation before, Change<Organisation> change) {
        return switch (change) {
            case Change.Done<Organisation>(var now) ->
                    Desk.seeOther(
                            LIST
                                    + "/"
                                    + now.id()
                                    + "?fait="
                                    + (before == null ? "cree" : "modifie"));
            case Change.Refused<Organisation>(var field, var why) -> {
                form.reject(field, why);
                yield before == null
                        ? OrganisationFormPage.creation(form, organisations.active())
                        : OrganisationFormPage.edition(form, before, organisations.active());
            }
            case Change.Stale<Organisation>(var present) ->
                    OrganisationFormPage.conflict(form, present, organisations.active());
            case Change.Unknown<Organisation> _ -> throw Desk.notFound();
        };
    }

    /** A gestionnaire corrects the name; what the organisation is, the operator decides. */
    private static OrganisationDraft ownMatters(OrganisationDraft draft, Organisation present) {
        return new OrganisationDraft(
                present.siret(), draft.name(), present.type(), present.parent());
    }

    private Page page(
            Organisation organisation,
            Form form,
            @Nullable String done,
            HttpServletRequest request) {
        var parent = organisation.parent();
        var above = parent == null ? null : organisations.find(parent).orElse(null);
        return new OrganisationPage(organisation, above, form, done, Desk.administers(request));
    }

    private static OrganisationSearch search(Form form, HttpServletRequest request) {
        var type =
                OrganisationType.parse(form.typed("type"))
                                instanceof Parsed.Valid<OrganisationType>(var known)
                        ? known
                        : null;
        var only =
                Desk.administers(request)
                        ? null
                        : new OrganisationId(Desk.visitor(request).organisation());
        return new OrganisationSearch(form.typed("q"), type, state(form.typed("etat")), only);
    }

    static @Nullable Boolean state(String word) {
        return switch (word) {
            case "active" -> true;
            case "inactive" -> false;
            default -> null;
        };
    }

    private static String href(Form form) {
        return LIST
                + "?q="
                + encoded(form.typed("q"))
                + "&type="
                + encoded(form.typed("type"))
                + "&etat="
                + encoded(form.typed("etat"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
