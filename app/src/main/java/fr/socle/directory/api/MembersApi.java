package fr.socle.directory.api;

import static fr.socle.directory.api.Api.done;
import static fr.socle.directory.api.Api.versioned;

import fr.socle.directory.AgentId;
import fr.socle.directory.AgentSearch;
import fr.socle.directory.Agents;
import fr.socle.directory.DirectoryRights;
import fr.socle.directory.Membership;
import fr.socle.directory.MembershipDraft;
import fr.socle.directory.Memberships;
import fr.socle.directory.Organisation;
import fr.socle.directory.api.Views.ActivationBody;
import fr.socle.directory.api.Views.AgentView;
import fr.socle.directory.api.Views.MembershipBody;
import fr.socle.directory.api.Views.MembershipView;
import fr.socle.directory.web.Desk;
import fr.socle.ui.access.Requires;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.api.JsonBody;
import fr.socle.ui.api.Lines;
import fr.socle.ui.api.Wanted;
import fr.socle.ui.form.Form;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The agents of one organisation and their roles there, for machines. */
@RestController
@Requires(DirectoryRights.MANAGE_CODE)
@Tag(name = "Annuaire : agents")
@SecurityRequirement(name = "jeton")
@RequestMapping(Api.BASE + "/organisations/{id}/agents")
class MembersApi {

    private final Agents agents;
    private final Memberships memberships;
    private final Desk desk;

    MembersApi(Agents agents, Memberships memberships, Desk desk) {
        this.agents = agents;
        this.memberships = memberships;
        this.desk = desk;
    }

    @GetMapping
    @Operation(
            summary = "Cherche parmi les agents de l’organisation",
            description = "q, page, size.")
    Lines<AgentView> list(
            @PathVariable String id,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query,
            HttpServletRequest request) {
        var organisation = desk.managed(request, id);
        var form = Form.of(query);
        var wanted = Wanted.of(form);
        var search = new AgentSearch(form.typed("q"), null, organisation.id());
        return Api.lines(
                wanted, agents.search(search, wanted.size(), wanted.offset()), AgentView::of);
    }

    @GetMapping("/{agent}")
    @Operation(summary = "Lit les rôles et les services d’un agent dans l’organisation")
    ResponseEntity<MembershipView> show(
            @PathVariable String id, @PathVariable String agent, HttpServletRequest request) {
        var it = place(desk.managed(request, id), agent);
        return versioned(it.version(), MembershipView.of(it));
    }

    @PutMapping("/{agent}")
    @Operation(
            summary = "Change les rôles et les services d’un agent",
            description =
                    "Avec If-Match, change un rattachement. Sans, un appelant qui administre toute la plateforme rattache un agent existant.")
    ResponseEntity<MembershipView> change(
            @PathVariable String id,
            @PathVariable String agent,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(implementation = MembershipBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        var organisation = desk.managed(request, id);
        var who = AgentId.of(agent).orElseThrow(Api::unknown);
        var form = JsonBody.form(body, MembershipBody.class);
        var grantable = desk.grantable(request);
        var draft = MembershipDraft.read(form, grantable).orElseThrow(() -> ApiProblem.of(form));
        var actor = Desk.actor(request);
        var present = memberships.find(who, organisation.id());
        if (present.isEmpty() && Desk.administers(request)) {
            var it = done(memberships.join(actor, who, organisation.id(), draft));
            return versioned(it.version(), MembershipView.of(it));
        }
        var seen = at(present.orElseThrow(Api::unknown), Api.version(request));
        var it = done(memberships.change(actor, seen, draft, grantable));
        return versioned(it.version(), MembershipView.of(it));
    }

    @PutMapping("/{agent}/active")
    @Operation(summary = "Suspend ou rétablit un rattachement")
    ResponseEntity<MembershipView> activate(
            @PathVariable String id,
            @PathVariable String agent,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(implementation = ActivationBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        var present = place(desk.managed(request, id), agent);
        var seen = at(present, Api.version(request));
        var active = OrganisationsApi.active(body);
        var it =
                done(
                        memberships.activate(
                                Desk.actor(request), seen, active, desk.grantable(request)));
        return versioned(it.version(), MembershipView.of(it));
    }

    private Membership place(Organisation organisation, String agent) {
        return AgentId.of(agent)
                .flatMap(it -> memberships.find(it, organisation.id()))
                .orElseThrow(Api::unknown);
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
}
