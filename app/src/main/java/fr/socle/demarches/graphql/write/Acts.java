package fr.socle.demarches.graphql.write;

import fr.socle.demarches.depot.Stored;
import fr.socle.demarches.dossier.Correction;
import fr.socle.demarches.graphql.read.DossierView;
import fr.socle.demarches.graphql.read.Profile;
import fr.socle.demarches.graphql.read.Reading;
import fr.socle.demarches.graphql.read.Refus;
import fr.socle.demarches.graphql.read.TypedId;
import fr.socle.demarches.graphql.token.Jeton;
import fr.socle.demarches.instruction.InCharge;
import fr.socle.demarches.instruction.Instruction;
import fr.socle.demarches.instruction.InstructionOutcome;
import fr.socle.demarches.instruction.InstructionRights;
import fr.socle.directory.Agent;
import fr.socle.directory.Directory;
import fr.socle.ui.Dictionary;
import fr.socle.ui.access.Visitor;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What a program does to a dossier in the name of an agent who is in charge of it. */
@Component
class Acts {

    /** As on the agents' page. */
    static final int LONGEST = 4_000;

    private final Instruction instruction;
    private final InCharge inCharge;
    private final Directory directory;
    private final Dictionary dictionary;

    Acts(Instruction instruction, InCharge inCharge, Directory directory, Dictionary dictionary) {
        this.instruction = instruction;
        this.inCharge = inCharge;
        this.directory = directory;
        this.dictionary = dictionary;
    }

    String told(String key, Object... arguments) {
        return dictionary.french().of(key, arguments);
    }

    /** One thing that an agent may do with the dossier as he saw it. */
    @FunctionalInterface
    private interface Act {
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

    /**
     * @param reasoned whether the law wants the reasons (CRPA, art. L. 211-2)
     */
    Payload decider(
            Reading reading,
            Map<String, Object> input,
            boolean reasoned,
            Function<String, Instruction.Choice> choice) {
        var text = text(input, "motivation").strip();
        if (reasoned && text.isEmpty()) {
            return Payload.refused(told("demarches.api.motivation.missing"));
        }
        if (text.length() > LONGEST) {
            return Payload.refused(told("demarches.api.motivation.long", LONGEST));
        }
        if (input.get("justificatif") != null) {
            return Payload.refused(told("demarches.api.justificatif"));
        }
        return act(
                reading,
                input,
                (seen, agent) ->
                        instruction.decider(
                                seen.dossier().id(), seen.version(), agent, choice.apply(text)));
    }

    /** A message that asks for a correction: it gives the dossier back to the usager. */
    Payload envoyerMessage(Reading reading, Map<String, Object> input) {
        var body = text(input, "body").strip();
        if (body.isEmpty()) {
            return Payload.refused(told("demarches.api.body.missing"));
        }
        if (body.length() > LONGEST) {
            return Payload.refused(told("demarches.api.body.long", LONGEST));
        }
        if (input.get("correction") == null || input.get("attachment") != null) {
            return Payload.refused(told("demarches.api.message"));
        }
        var payload =
                act(
                        reading,
                        input,
                        (seen, agent) ->
                                instruction.demanderCorrection(
                                        seen.dossier().id(),
                                        seen.version(),
                                        agent,
                                        Correction.Raison.of(text(input, "correction")),
                                        body));
        return payload.field("dossier") instanceof DossierView now
                ? Payload.done("message", now.messages(Map.of()).getLast())
                : payload;
    }

    private Payload act(Reading reading, Map<String, Object> input, Act act) {
        var seen = dossier(reading, input);
        var agent = agent(reading, input, seen);
        if (agent.isEmpty()) {
            return Payload.refused(told("demarches.api.not-in-charge"));
        }
        return switch (act.done(seen.stored(), agent.get())) {
            case InstructionOutcome.Done _ ->
                    Payload.done("dossier", reading.dossier(seen.stored().dossier().id()));
            case InstructionOutcome.Overtaken _ -> Payload.refused(told("demarches.api.overtaken"));
            case InstructionOutcome.NotAllowedNow _ ->
                    Payload.refused(told("demarches.api.state", told(label(seen))));
        };
    }

    /** Empty where nothing was given. */
    private static String text(Map<String, Object> input, String field) {
        return input.get(field) instanceof String it ? it : "";
    }

    private static String label(DossierView seen) {
        return "demarches.state." + seen.stored().dossier().state().name();
    }

    static DossierView dossier(Reading reading, Map<String, Object> input) {
        return TypedId.number("Dossier", text(input, "dossierId"))
                .map(reading::dossier)
                .orElseThrow(() -> Refus.notFound("Dossier"));
    }

    /** The agent whom the program names, if he is in charge of this dossier. */
    private Optional<Visitor.Agent> agent(
            Reading reading, Map<String, Object> input, DossierView seen) {
        var fiche = seen.stored().dossier().fiche();
        var jeton = reading.jeton().orElseThrow();
        return Profile.agent(text(input, "instructeurId"))
                .filter(it -> inCharge.of(fiche).contains(it))
                .flatMap(directory::agent)
                .map(it -> visitor(it, jeton, fiche.guichet().organisationName()));
    }

    /** The data protection officer reads both: in whose name, and with which token. */
    private static Visitor.Agent visitor(Agent agent, Jeton jeton, String organisation) {
        return new Visitor.Agent(
                agent.id().value(),
                agent.name() + " (jeton « " + jeton.label() + " »)",
                jeton.organisation().value(),
                organisation,
                Set.of(InstructionRights.INSTRUIRE),
                Set.of());
    }
}
