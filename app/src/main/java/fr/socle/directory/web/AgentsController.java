package fr.socle.directory.web;

import fr.socle.directory.Agent;
import fr.socle.directory.AgentDraft;
import fr.socle.directory.AgentId;
import fr.socle.directory.AgentSearch;
import fr.socle.directory.Agents;
import fr.socle.directory.Change;
import fr.socle.directory.DirectoryRights;
import fr.socle.directory.Sessions;
import fr.socle.directory.Sessions.OneTime;
import fr.socle.house.HouseSettings;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Agents across organisations, for who administers the whole directory. */
@Controller
@Requires(DirectoryRights.ADMINISTER_CODE)
@RequestMapping("/administration/agents")
class AgentsController {

    private static final String LIST = "/administration/agents";

    private final Agents agents;
    private final Sessions sessions;
    private final Desk desk;
    private final HouseSettings house;

    AgentsController(Agents agents, Sessions sessions, Desk desk, HouseSettings house) {
        this.agents = agents;
        this.sessions = sessions;
        this.desk = desk;
        this.house = house;
    }

    @GetMapping
    Page list(@RequestParam MultiValueMap<String, String> query, HttpServletRequest request) {
        all(request);
        var form = Form.of(query);
        var search =
                new AgentSearch(
                        form.typed("q"), OrganisationsController.state(form.typed("etat")), null);
        var href =
                LIST
                        + "?q="
                        + OrganisationsController.encoded(form.typed("q"))
                        + "&etat="
                        + OrganisationsController.encoded(form.typed("etat"));
        return new AgentsPage(
                form,
                Paged.of(
                        form.typed("page"),
                        href,
                        (size, offset) -> agents.search(search, size, offset)));
    }

    @GetMapping("/{id}")
    Page show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String fait,
            HttpServletRequest request) {
        var agent = agent(id, request);
        return page(agent, Form.blank(AgentDraft.typed(agent)), false, fait);
    }

    @PostMapping("/{id}")
    Object change(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var agent = agent(id, request);
        var form = Form.of(parameters);
        var draft = AgentDraft.read(form);
        return draft.isEmpty()
                ? page(agent, form, false, "")
                : answer(
                        agent,
                        form,
                        "modifie",
                        agents.change(
                                Desk.actor(request), agent.id(), draft.get(), Desk.version(form)));
    }

    @PostMapping("/{id}/etat")
    Object activate(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var agent = agent(id, request);
        var form = Form.of(parameters);
        var active = Desk.active(form);
        var change = agents.activate(Desk.actor(request), agent.id(), active, Desk.version(form));
        if (change instanceof Change.Stale<Agent>) {
            throw Desk.conflict();
        }
        var refused = Form.blank(AgentDraft.typed(agent));
        return answer(agent, refused, active ? "reactive" : "desactive", change);
    }

    /** Shown once and never again: its secret is not kept. */
    @PostMapping("/{id}/adresse")
    Object address(@PathVariable String id, HttpServletRequest request) {
        var agent = agent(id, request);
        var wish =
                sessions.oneTimeAddress(Desk.actor(request), agent.id(), desk.grantable(request));
        return switch (wish) {
            case OneTime.Made(var path) ->
                    new OneTimeAddressPage(agent, house.publicAddress() + path);
            case OneTime.Nowhere _ -> new OutcomePage("directory.address.nowhere", 409);
            case OneTime.Beyond _ -> new OutcomePage("directory.address.beyond", 409);
        };
    }

    private Object answer(Agent before, Form form, String done, Change<Agent> change) {
        return switch (change) {
            case Change.Done<Agent> _ -> Desk.seeOther(LIST + "/" + before.id() + "?fait=" + done);
            case Change.Refused<Agent>(var field, var why) -> {
                form.reject(field, why);
                yield page(before, form, false, "");
            }
            case Change.Stale<Agent>(var present) -> page(present, form, true, "");
            case Change.Unknown<Agent> _ -> throw Desk.notFound();
        };
    }

    private Agent agent(String id, HttpServletRequest request) {
        all(request);
        return AgentId.of(id).flatMap(agents::find).orElseThrow(Desk::notFound);
    }

    /** The annotation asks for the right somewhere; these pages need it everywhere. */
    private static void all(HttpServletRequest request) {
        if (!Desk.administers(request)) {
            throw Desk.notFound();
        }
    }

    private Page page(Agent agent, Form form, boolean stale, String done) {
        return new AgentPage(agent, agents.placesOf(agent.id()), form, stale, Done.of(done));
    }
}
