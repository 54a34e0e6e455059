package fr.socle.demarches.graphql.write;

import fr.socle.demarches.depot.Stored;
import fr.socle.demarches.graphql.read.DossierView;
import fr.socle.demarches.graphql.read.Reading;
import fr.socle.demarches.groupe.AffectationStore;
import fr.socle.demarches.instruction.Instruction;
import fr.socle.demarches.instruction.InstructionOutcome;
import fr.socle.ui.access.Visitor;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What moves a dossier from state to state, in the name of an agent who is in charge of it. */
@Component
class Acts {

    /** As on the agents' page. */
    static final int LONGEST = 4_000;

    private final Instruction instruction;
    private final AffectationStore affectations;
    private final Mandates mandates;

    Acts(Instruction instruction, AffectationStore affectations, Mandates mandates) {
        this.instruction = instruction;
        this.affectations = affectations;
        this.mandates = mandates;
    }

    /** One thing that an agent may do with the dossier as he saw it. */
    @FunctionalInterface
    interface Act {
        InstructionOutcome done(Stored seen, Visitor.Agent agent);
    }

    Payload passerEnInstruction(Reading reading, Map<String, Object> input) {
        return act(
                reading,
                input,
                (seen, agent) ->
                        instruction.passerEnInstruction(
                                seen.dossier().id(), seen.version(), agent));
    }

    Payload repasserEnConstruction(Reading reading, Map<String, Object> input) {
        return act(
                reading,
                input,
                (seen, agent) ->
                        instruction.repasserEnConstruction(
                                seen.dossier().id(), seen.version(), agent));
    }

    /** The contract has no place for why. */
    Payload repasserEnInstruction(Reading reading, Map<String, Object> input) {
        return act(
                reading,
                input,
                (seen, agent) ->
                        instruction.repasserEnInstruction(
                                seen.dossier().id(), seen.version(), agent, ""));
    }

    /**
     * @param reasoned whether the law wants the reasons (CRPA, art. L. 211-2)
     */
    Payload decider(
            Reading reading,
            Map<String, Object> input,
            boolean reasoned,
            Function<String, Instruction.Choice> choice) {
        var text = Mandates.text(input, "motivation").strip();
        if (reasoned && text.isEmpty()) {
            return mandates.refused("demarches.api.motivation.missing");
        }
        if (text.length() > LONGEST) {
            return mandates.refused("demarches.api.motivation.long", LONGEST);
        }
        if (input.get("justificatif") != null) {
            return mandates.refused("demarches.api.justificatif");
        }
        return act(
                reading,
                input,
                (seen, agent) ->
                        instruction.decider(
                                seen.dossier().id(), seen.version(), agent, choice.apply(text)));
    }

    /** Only a decided dossier goes out of the lists. */
    Payload archiver(Reading reading, Map<String, Object> input, boolean archived) {
        return mandates.acting(
                reading,
                input,
                (seen, _) ->
                        affectations.archive(seen.dossier().id(), archived)
                                ? done(reading, seen)
                                : notNow(seen));
    }

    Payload act(Reading reading, Map<String, Object> input, Act act) {
        return mandates.acting(
                reading,
                input,
                (seen, agent) ->
                        switch (act.done(seen.stored(), agent)) {
                            case InstructionOutcome.Done _ -> done(reading, seen);
                            case InstructionOutcome.Overtaken _ ->
                                    mandates.refused("demarches.api.overtaken");
                            case InstructionOutcome.NotAllowedNow _ -> notNow(seen);
                        });
    }

    /** The dossier as it stands now. */
    private static Payload done(Reading reading, DossierView seen) {
        return Payload.done("dossier", reading.dossier(seen.dossier().id()));
    }

    private Payload notNow(DossierView seen) {
        var state = "demarches.state." + seen.dossier().state().name();
        return mandates.refused("demarches.api.state", mandates.told(state));
    }
}
