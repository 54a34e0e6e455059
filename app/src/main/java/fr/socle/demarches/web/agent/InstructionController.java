package fr.socle.demarches.web.agent;

import fr.socle.demarches.attestation.Attestations;
import fr.socle.demarches.dossier.Correction;
import fr.socle.demarches.dossier.Dossier;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.instruction.Instruction;
import fr.socle.demarches.instruction.Instruction.Choice;
import fr.socle.demarches.instruction.InstructionOutcome;
import fr.socle.demarches.web.agent.Desk.Reached;
import fr.socle.demarches.web.answers.Pdf;
import fr.socle.directory.AgentId;
import fr.socle.ui.Page;
import fr.socle.ui.access.SignedIn;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An agent reads a dossier of which he is in charge, and handles it. */
@Controller
@SignedIn
@RequestMapping("/agent/dossiers/{id}")
class InstructionController {

    private final Desk desk;
    private final Instruction instruction;
    private final Shelf shelf;
    private final Attestations attestations;

    InstructionController(
            Desk desk, Instruction instruction, Shelf shelf, Attestations attestations) {
        this.desk = desk;
        this.instruction = instruction;
        this.shelf = shelf;
        this.attestations = attestations;
    }

    @GetMapping
    Page show(@PathVariable String id, HttpServletRequest request) {
        return switch (desk.reach(request, id)) {
            case Reached.NotInCharge _ -> new NotInChargePage();
            case Reached.Open(var stored, var dossier) ->
                    shown(request, dossier, stored.version(), Form.blank(), false);
        };
    }

    @PostMapping("/instruire")
    Object begin(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        return act(request, id, parameters, (_) -> Optional.of(instruction::passerEnInstruction));
    }

    @PostMapping("/correction")
    Object correct(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        return act(
                request,
                id,
                parameters,
                form -> {
                    var raison =
                            form.readOptional("raison", Reading.among(InstructionPage.REASONS));
                    var message = form.required("message", InstructionPage.LONGEST);
                    return Optional.of(
                            (dossier, version, agent) ->
                                    instruction.demanderCorrection(
                                            dossier,
                                            version,
                                            agent,
                                            raison.orElse(Correction.Raison.INCORRECTE),
                                            message));
                });
    }

    /** Gives up the examination. */
    @PostMapping("/construction")
    Object giveUp(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        return act(
                request, id, parameters, (_) -> Optional.of(instruction::repasserEnConstruction));
    }

    /** Takes the decision back. */
    @PostMapping("/reinstruction")
    Object takeBack(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        return act(
                request,
                id,
                parameters,
                form -> {
                    var message = form.required("message", InstructionPage.LONGEST);
                    return Optional.of(
                            (dossier, version, agent) ->
                                    instruction.repasserEnInstruction(
                                            dossier, version, agent, message));
                });
    }

    @PostMapping("/decision")
    Object decide(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        return act(
                request,
                id,
                parameters,
                form ->
                        choice(form)
                                .map(
                                        it ->
                                                (dossier, version, agent) ->
                                                        instruction.decider(
                                                                dossier, version, agent, it)));
    }

    @GetMapping("/attestation")
    Object attestation(@PathVariable String id, HttpServletRequest request) {
        return switch (desk.reach(request, id)) {
            case Reached.NotInCharge _ -> new NotInChargePage();
            case Reached.Open(_, var dossier) ->
                    Pdf.attachment(
                            attestations
                                    .give(dossier, Desk.agent(request))
                                    .orElseThrow(Desk::notFound),
                            dossier);
        };
    }

    /** One thing that an agent may do. */
    @FunctionalInterface
    private interface Act {
        InstructionOutcome done(DossierId dossier, long version, Visitor.Agent agent);
    }

    private Object act(
            HttpServletRequest request,
            String id,
            MultiValueMap<String, String> parameters,
            Function<Form, Optional<Act>> read) {
        if (!(desk.reach(request, id) instanceof Reached.Open(var stored, var dossier))) {
            return new NotInChargePage();
        }
        var form = Form.of(parameters);
        var act = read.apply(form);
        if (!form.ok() || act.isEmpty()) {
            return shown(request, dossier, stored.version(), form, false);
        }
        return switch (act.get().done(dossier.id(), form.version(), Desk.agent(request))) {
            case InstructionOutcome.Done _ -> seeOther(dossier.id());
            case InstructionOutcome.Overtaken(var present) ->
                    shown(request, deposited(present.dossier()), present.version(), form, true);
            case InstructionOutcome.NotAllowedNow(var present) ->
                    shown(request, deposited(present.dossier()), present.version(), form, true);
        };
    }

    private Page shown(
            HttpServletRequest request,
            Depose dossier,
            long version,
            Form form,
            boolean overtaken) {
        desk.opened(request, dossier);
        var reader = new AgentId(Desk.agent(request).agent());
        return shelf.page(dossier, reader, version, form, overtaken);
    }

    /** A refusal and a closing are always told why; an acceptance may speak for itself. */
    private static Optional<Choice> choice(Form form) {
        var wanted =
                form.read("decision", Reading.among(List.of("accepter", "refuser", "sans-suite")))
                        .orElse("");
        var motivation =
                wanted.equals("accepter")
                        ? form.optional("motivation", InstructionPage.LONGEST)
                        : form.required("motivation", InstructionPage.LONGEST);
        return switch (wanted) {
            case "accepter" -> Optional.of(new Choice.Accepter(motivation));
            case "refuser" -> Optional.of(new Choice.Refuser(motivation));
            case "sans-suite" -> Optional.of(new Choice.ClasserSansSuite(motivation));
            default -> Optional.empty();
        };
    }

    private static Depose deposited(Dossier dossier) {
        if (dossier instanceof Depose it) {
            return it;
        }
        throw Desk.notFound();
    }

    private static ResponseEntity<Void> seeOther(DossierId id) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/agent/dossiers/" + id))
                .build();
    }
}
