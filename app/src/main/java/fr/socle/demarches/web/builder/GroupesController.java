package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.BuilderRights;
import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.definition.Condition;
import fr.socle.demarches.groupe.Groupe;
import fr.socle.demarches.groupe.GroupeId;
import fr.socle.demarches.instruction.Groupes;
import fr.socle.directory.Agent;
import fr.socle.directory.AgentId;
import fr.socle.directory.Agents;
import fr.socle.directory.Change;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The groups that share the dossiers of a procedure: their agents and their rules. */
@Controller
@Requires(BuilderRights.ADMINISTER_CODE)
@RequestMapping(BuilderDesk.HOME + "/{id}/groupes")
class GroupesController {

    private final Groupes groupes;
    private final Agents agents;
    private final BuilderDesk desk;

    GroupesController(Groupes groupes, Agents agents, BuilderDesk desk) {
        this.groupes = groupes;
        this.agents = agents;
        this.desk = desk;
    }

    @GetMapping
    Page list(@PathVariable String id, HttpServletRequest request) {
        return list(desk.managed(request, id), Form.blank());
    }

    @PostMapping
    Object create(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        var form = Form.of(parameters);
        var label = form.required("label", Groupe.LONGEST_LABEL);
        if (!form.ok()) {
            return list(demarche, form);
        }
        return switch (groupes.create(BuilderDesk.actor(request), demarche, label)) {
            case Change.Done<Groupe>(var made) -> BuilderDesk.seeOther(path(demarche, made));
            case Change.Refused<Groupe>(var field, var why) -> {
                form.reject(field, why);
                yield list(demarche, form);
            }
            case Change.Stale<Groupe> _, Change.Unknown<Groupe> _ -> throw BuilderDesk.notFound();
        };
    }

    @PostMapping("/{groupe}/monter")
    Object raise(@PathVariable String id, @PathVariable String groupe, HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        groupes.raise(BuilderDesk.actor(request), demarche, of(demarche, groupe).id());
        return BuilderDesk.seeOther(base(demarche));
    }

    @GetMapping("/{groupe}")
    Page show(
            @PathVariable String id,
            @PathVariable String groupe,
            @RequestParam(defaultValue = "") String question,
            HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        return page(demarche, of(demarche, groupe), question, null, false);
    }

    /** Its name, its agents, whether it takes dossiers. */
    @PostMapping("/{groupe}")
    Object change(
            @PathVariable String id,
            @PathVariable String groupe,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        var form = Form.of(parameters);
        var seen = seen(of(demarche, groupe), form);
        var label = form.required("label", Groupe.LONGEST_LABEL);
        var offered =
                groupes.eligible(demarche).stream()
                        .collect(Collectors.toMap(AgentId::toString, it -> it));
        var chosen = form.readAll("agents", offered.keySet()).stream().map(offered::get).toList();
        if (!form.ok()) {
            return page(demarche, seen, "", form, false);
        }
        var actor = BuilderDesk.actor(request);
        var active = seen.byDefault() || form.ticked("active");
        var draft = new Groupes.Draft(label, active, chosen);
        return answer(demarche, form, seen, groupes.change(actor, demarche, seen, draft));
    }

    @PostMapping("/{groupe}/regle")
    Object add(
            @PathVariable String id,
            @PathVariable String groupe,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        var form = Form.of(parameters);
        var seen = seen(of(demarche, groupe), form);
        var question = form.typed("question");
        var source =
                GroupePage.possible(demarche).stream()
                        .filter(it -> it.id().value().equals(question))
                        .findFirst()
                        .orElseThrow(BuilderDesk::notFound);
        var term = ConditionForm.read(form, source);
        return term.isEmpty()
                ? page(demarche, seen, question, form, false)
                : route(request, demarche, form, seen, ConditionForm.with(seen.rule(), term.get()));
    }

    /** All comparisons, or one at least; or without one of them. */
    @PostMapping("/{groupe}/regle/ensemble")
    Object join(
            @PathVariable String id,
            @PathVariable String groupe,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        var form = Form.of(parameters);
        var seen = seen(of(demarche, groupe), form);
        var any = form.typed("ensemble").equals("ou");
        return route(request, demarche, form, seen, ConditionForm.joined(seen.rule(), any));
    }

    @PostMapping("/{groupe}/regle/retrait")
    Object remove(
            @PathVariable String id,
            @PathVariable String groupe,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        var form = Form.of(parameters);
        var seen = seen(of(demarche, groupe), form);
        var left = ConditionForm.without(seen.rule(), form.typed("rang"));
        return route(request, demarche, form, seen, left);
    }

    private Object route(
            HttpServletRequest request,
            Demarche demarche,
            Form form,
            Groupe seen,
            @Nullable Condition rule) {
        var actor = BuilderDesk.actor(request);
        return answer(demarche, form, seen, groupes.route(actor, demarche, seen, rule));
    }

    private Object answer(Demarche demarche, Form form, Groupe seen, Change<Groupe> change) {
        return switch (change) {
            case Change.Done<Groupe>(var now) -> BuilderDesk.seeOther(path(demarche, now));
            case Change.Stale<Groupe>(var present) -> page(demarche, present, "", form, true);
            case Change.Refused<Groupe>(var field, var why) -> {
                form.reject(field, why);
                yield page(demarche, seen, "", form, false);
            }
            case Change.Unknown<Groupe> _ -> throw BuilderDesk.notFound();
        };
    }

    /** As the person saw it: a change made on an older version is refused. */
    private static Groupe seen(Groupe now, Form form) {
        return new Groupe(
                now.id(),
                now.number(),
                now.demarche(),
                now.rank(),
                now.label(),
                now.rule(),
                now.active(),
                now.agents(),
                form.version());
    }

    private Groupe of(Demarche demarche, String groupe) {
        return GroupeId.of(groupe)
                .flatMap(
                        id ->
                                groupes.of(demarche).stream()
                                        .filter(it -> it.id().equals(id))
                                        .findFirst())
                .orElseThrow(BuilderDesk::notFound);
    }

    private Page list(Demarche demarche, Form form) {
        return new GroupesPage(demarche, groupes.of(demarche), names(demarche), form);
    }

    private Page page(
            Demarche demarche, Groupe groupe, String question, @Nullable Form form, boolean stale) {
        return GroupePage.of(demarche, groupe, eligible(demarche), question, form, stale);
    }

    private List<Agent> eligible(Demarche demarche) {
        return groupes.eligible(demarche).stream()
                .flatMap(it -> agents.find(it).stream())
                .sorted(Comparator.comparing(Agent::name))
                .toList();
    }

    private Map<AgentId, String> names(Demarche demarche) {
        return eligible(demarche).stream().collect(Collectors.toMap(Agent::id, Agent::name));
    }

    static String base(Demarche demarche) {
        return BuilderDesk.base(demarche) + "/groupes";
    }

    private static String path(Demarche demarche, Groupe groupe) {
        return base(demarche) + "/" + groupe.id();
    }
}
