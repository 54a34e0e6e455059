package fr.socle.demarches.web.agent;

import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.groupe.GroupeId;
import fr.socle.demarches.instruction.Attribution;
import fr.socle.demarches.instruction.InCharge;
import fr.socle.demarches.web.agent.Desk.Reached;
import fr.socle.directory.AgentId;
import fr.socle.ui.access.SignedIn;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Gives a dossier to an agent or to another group, follows it or no longer. */
@Controller
@SignedIn
@RequestMapping("/agent/dossiers/{id}")
class AffectationController {

    private final Desk desk;
    private final Attribution attribution;
    private final InCharge inCharge;

    AffectationController(Desk desk, Attribution attribution, InCharge inCharge) {
        this.desk = desk;
        this.attribution = attribution;
        this.inCharge = inCharge;
    }

    @PostMapping("/suivi")
    Object follow(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        return act(
                request,
                id,
                (dossier, agent) -> {
                    attribution.follow(
                            dossier, agent, Form.of(parameters).typed("suivre").equals("oui"));
                    return Attribution.Outcome.DONE;
                });
    }

    @PostMapping("/attribution")
    Object assign(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var wanted = Form.of(parameters).typed("instructeur");
        var to = AgentId.of(wanted);
        if (!wanted.isEmpty() && to.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return act(
                request,
                id,
                (dossier, agent) -> attribution.assign(dossier, agent, to.orElse(null)));
    }

    @PostMapping("/groupe")
    Object move(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var form = Form.of(parameters);
        var from = groupe(form, "de");
        var to = groupe(form, "groupe");
        return act(request, id, (dossier, agent) -> attribution.move(dossier, agent, from, to));
    }

    private Object act(
            HttpServletRequest request,
            String id,
            BiFunction<Depose, Visitor.Agent, Attribution.Outcome> act) {
        if (!(desk.reach(request, id) instanceof Reached.Open(_, var dossier))) {
            return new NotInChargePage();
        }
        var agent = Desk.agent(request);
        return switch (act.apply(dossier, agent)) {
            case DONE -> seeOther(dossier, inCharge.includes(dossier.fiche(), agent));
            case OVERTAKEN -> throw new ResponseStatusException(HttpStatus.CONFLICT);
            case NOT_POSSIBLE -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
    }

    private static GroupeId groupe(Form form, String field) {
        return Optional.of(form.typed(field))
                .flatMap(GroupeId::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    /** Whoever gave the dossier away goes back to the list. */
    private static ResponseEntity<Void> seeOther(Depose dossier, boolean his) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/agent/dossiers" + (his ? "/" + dossier.id() : "")))
                .build();
    }
}
