package fr.socle.directory.web;

import fr.socle.directory.AgentId;
import fr.socle.directory.AgentSearch;
import fr.socle.directory.Agents;
import fr.socle.directory.Change;
import fr.socle.directory.DirectoryRights;
import fr.socle.directory.Membership;
import fr.socle.directory.MembershipDraft;
import fr.socle.directory.Memberships;
import fr.socle.directory.Organisation;
import fr.socle.directory.ServiceId;
import fr.socle.directory.Services;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The agents of one organisation: their roles and services there, and nothing of elsewhere. */
@Controller
@Requires(DirectoryRights.MANAGE_CODE)
@RequestMapping("/administration/organisations/{id}/agents")
class MembersController {

    private final Agents agents;
    private final Memberships memberships;
    private final Services services;
    private final Desk desk;

    MembersController(Agents agents, Memberships memberships, Services services, Desk desk) {
        this.agents = agents;
        this.memberships = memberships;
        this.services = services;
        this.desk = desk;
    }

    @GetMapping
    Page list(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> query,
            HttpServletRequest request) {
        var organisation = desk.managed(request, id);
        var form = Form.of(query);
        var search = new AgentSearch(form.typed("q"), null, organisation.id());
        var list =
                Paged.of(
                        form.typed("page"),
                        base(organisation)
                                + "?q="
                                + OrganisationsController.encoded(form.typed("q")),
                        (size, offset) -> agents.search(search, size, offset));
        return new MembersPage(organisation, form, list, Done.of(form.typed("fait")));
    }

    @GetMapping("/{agent}")
    Page show(@PathVariable String id, @PathVariable String agent, HttpServletRequest request) {
        var organisation = desk.managed(request, id);
        var place = place(organisation, agent);
        return page(organisation, place, typed(place), false, request);
    }

    @PostMapping("/{agent}")
    Object change(
            @PathVariable String id,
            @PathVariable String agent,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var organisation = desk.managed(request, id);
        var place = place(organisation, agent);
        var form = Form.of(parameters);
        var grantable = desk.grantable(request);
        var draft = MembershipDraft.read(form, grantable);
        return draft.isEmpty()
                ? page(organisation, place, form, false, request)
                : answer(
                        organisation,
                        form,
                        memberships.change(
                                Desk.actor(request),
                                at(place, Desk.version(form)),
                                draft.get(),
                                grantable),
                        place,
                        request);
    }

    @PostMapping("/{agent}/etat")
    Object activate(
            @PathVariable String id,
            @PathVariable String agent,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var organisation = desk.managed(request, id);
        var place = place(organisation, agent);
        var form = Form.of(parameters);
        var active = form.typed("active").equals("oui");
        return answer(
                organisation,
                typed(place),
                memberships.activate(
                        Desk.actor(request),
                        at(place, Desk.version(form)),
                        active,
                        desk.grantable(request)),
                place,
                request);
    }

    private Object answer(
            Organisation organisation,
            Form form,
            Change<Membership> change,
            Membership before,
            HttpServletRequest request) {
        return switch (change) {
            case Change.Done<Membership> _ -> Desk.seeOther(base(organisation) + "?fait=modifie");
            case Change.Refused<Membership>(var field, var why) -> {
                form.reject(field, why);
                yield page(organisation, before, form, false, request);
            }
            case Change.Stale<Membership>(var present) ->
                    page(organisation, present, form, true, request);
            case Change.Unknown<Membership> _ -> throw Desk.notFound();
        };
    }

    private Membership place(Organisation organisation, String agent) {
        return AgentId.of(agent)
                .flatMap(it -> memberships.find(it, organisation.id()))
                .orElseThrow(Desk::notFound);
    }

    private Page page(
            Organisation organisation,
            Membership place,
            Form form,
            boolean stale,
            HttpServletRequest request) {
        return new MemberPage(
                organisation,
                agents.find(place.agent()).orElseThrow(Desk::notFound),
                place,
                new MemberPage.Choices(desk.grantable(request), services.of(organisation.id())),
                form,
                stale);
    }

    private static Form typed(Membership place) {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.put("roles", place.roles());
        typed.put("services", place.services().stream().map(ServiceId::toString).toList());
        return Form.of(typed);
    }

    private static Membership at(Membership place, long version) {
        return new Membership(
                place.agent(),
                place.organisation(),
                place.organisationName(),
                place.roles(),
                place.services(),
                place.active(),
                version);
    }

    private static String base(Organisation organisation) {
        return "/administration/organisations/" + organisation.id() + "/agents";
    }
}
