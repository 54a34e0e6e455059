package fr.socle.directory.api;

import static fr.socle.directory.api.Api.done;
import static fr.socle.directory.api.Api.versioned;

import fr.socle.directory.Agent;
import fr.socle.directory.AgentDraft;
import fr.socle.directory.AgentId;
import fr.socle.directory.AgentSearch;
import fr.socle.directory.Agents;
import fr.socle.directory.DirectoryRights;
import fr.socle.directory.Sessions;
import fr.socle.directory.Sessions.OneTime;
import fr.socle.directory.api.Views.ActivationBody;
import fr.socle.directory.api.Views.AgentBody;
import fr.socle.directory.api.Views.AgentView;
import fr.socle.directory.api.Views.OneTimeAddress;
import fr.socle.directory.web.Desk;
import fr.socle.house.HouseSettings;
import fr.socle.kernel.Refusal;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Agents across organisations, for machines that administer the whole directory. */
@RestController
@Requires(DirectoryRights.ADMINISTER_CODE)
@Tag(name = "Annuaire : agents")
@SecurityRequirement(name = "jeton")
@RequestMapping(Api.BASE + "/agents")
class AgentsApi {

    private final Agents agents;
    private final Sessions sessions;
    private final Desk desk;
    private final HouseSettings house;

    AgentsApi(Agents agents, Sessions sessions, Desk desk, HouseSettings house) {
        this.agents = agents;
        this.sessions = sessions;
        this.desk = desk;
        this.house = house;
    }

    @GetMapping
    @Operation(
            summary = "Cherche des agents",
            description =
                    "Paramètres : q (nom, accents et casse indifférents), active, page, size.")
    Lines<AgentView> list(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query,
            HttpServletRequest request) {
        Api.administers(request);
        var form = Form.of(query);
        var active = Api.active(form).orElse(null);
        var wanted = Wanted.of(form);
        var search = new AgentSearch(form.typed("q"), active, null);
        return Api.lines(
                wanted, agents.search(search, wanted.size(), wanted.offset()), AgentView::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Lit un agent")
    ResponseEntity<AgentView> show(@PathVariable String id, HttpServletRequest request) {
        var it = agent(id, request);
        return versioned(it.version(), AgentView.of(it));
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Corrige le nom ou l’adresse e-mail d’un agent",
            description = "If-Match est obligatoire.")
    ResponseEntity<AgentView> change(
            @PathVariable String id,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = AgentBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        var present = agent(id, request);
        var version = Api.version(request);
        var form = JsonBody.form(body, AgentBody.class);
        var draft = AgentDraft.read(form).orElseThrow(() -> ApiProblem.of(form));
        var it = done(agents.change(Desk.actor(request), present.id(), draft, version));
        return versioned(it.version(), AgentView.of(it));
    }

    @PutMapping("/{id}/active")
    @Operation(
            summary = "Active ou désactive un agent",
            description = "Désactivé, il perd tout accès dès sa requête suivante.")
    ResponseEntity<AgentView> activate(
            @PathVariable String id,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(implementation = ActivationBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        var present = agent(id, request);
        var version = Api.version(request);
        var active = OrganisationsApi.active(body);
        var it = done(agents.activate(Desk.actor(request), present.id(), active, version));
        return versioned(it.version(), AgentView.of(it));
    }

    /** Takes no idempotency key: each address is another one, and the last may not be lost. */
    @PostMapping("/{id}/one-time-addresses")
    @Operation(
            summary = "Crée une adresse à usage unique",
            description = "Elle identifie l’agent une fois, pendant un quart d’heure.")
    ResponseEntity<OneTimeAddress> address(@PathVariable String id, HttpServletRequest request) {
        var it = agent(id, request);
        var wish = sessions.oneTimeAddress(Desk.actor(request), it.id(), desk.grantable(request));
        return switch (wish) {
            case OneTime.Made(var path) ->
                    ResponseEntity.status(201)
                            .body(new OneTimeAddress(house.publicAddress() + path));
            case OneTime.Nowhere _ ->
                    throw ApiProblem.of(409, Refusal.of("directory.address.nowhere.what"));
            case OneTime.Beyond _ ->
                    throw ApiProblem.of(409, Refusal.of("directory.address.beyond.what"));
        };
    }

    private Agent agent(String id, HttpServletRequest request) {
        Api.administers(request);
        return AgentId.of(id).flatMap(agents::find).orElseThrow(Api::unknown);
    }
}
