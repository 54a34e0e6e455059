package fr.socle.demarches.graphql.write;

import fr.socle.demarches.graphql.read.DossierView;
import fr.socle.demarches.graphql.read.Profile;
import fr.socle.demarches.graphql.read.Reading;
import fr.socle.demarches.graphql.read.Refus;
import fr.socle.demarches.graphql.read.TypedId;
import fr.socle.demarches.graphql.token.Jeton;
import fr.socle.demarches.instruction.InCharge;
import fr.socle.demarches.instruction.InstructionRights;
import fr.socle.directory.Agent;
import fr.socle.directory.AgentId;
import fr.socle.directory.Directory;
import fr.socle.directory.Organisation;
import fr.socle.kernel.Refusal;
import fr.socle.ui.Dictionary;
import fr.socle.ui.access.Visitor;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/** In whose name a program acts: an agent's whom it names, or that of who made its token. */
@Component
class Mandates {

    private final InCharge inCharge;
    private final Directory directory;
    private final Dictionary dictionary;

    Mandates(InCharge inCharge, Directory directory, Dictionary dictionary) {
        this.inCharge = inCharge;
        this.directory = directory;
        this.dictionary = dictionary;
    }

    /** What the people read who use the program. */
    String told(String key, Object... arguments) {
        return dictionary.french().of(key, arguments);
    }

    Payload refused(String key, Object... arguments) {
        return Payload.refused(told(key, arguments));
    }

    String told(Refusal refusal) {
        return told(refusal.key(), refusal.arguments().toArray());
    }

    /** Empty where nothing was given. */
    static String text(Map<String, Object> input, String field) {
        return input.get(field) instanceof String it ? it : "";
    }

    /**
     * @throws Refus when there is no such dossier, or the token does not open it
     */
    static DossierView dossier(Reading reading, Map<String, Object> input) {
        return TypedId.number("Dossier", text(input, "dossierId"))
                .map(reading::dossier)
                .orElseThrow(() -> Refus.notFound("Dossier"));
    }

    /** Does something with the dossier, if the agent whom the program names is in charge of it. */
    Payload acting(
            Reading reading,
            Map<String, Object> input,
            BiFunction<DossierView, Visitor.Agent, Payload> act) {
        return acting(reading, input, dossier(reading, input), act);
    }

    Payload acting(
            Reading reading,
            Map<String, Object> input,
            DossierView seen,
            BiFunction<DossierView, Visitor.Agent, Payload> act) {
        return named(input, seen)
                .flatMap(directory::agent)
                .map(it -> act.apply(seen, visitor(it, reading.jeton().orElseThrow())))
                .orElseGet(() -> refused("demarches.api.not-in-charge"));
    }

    private Optional<AgentId> named(Map<String, Object> input, DossierView seen) {
        return Profile.agent(text(input, "instructeurId"))
                .filter(it -> inCharge.of(seen.dossier().fiche()).contains(it));
    }

    /** Who made the token, for what the contract has done in nobody's name. */
    Visitor.Agent maker(Reading reading) {
        var jeton = reading.jeton().orElseThrow();
        return directory
                .agent(jeton.agent())
                .map(it -> visitor(it, jeton))
                .orElseThrow(() -> Refus.unauthorized("Mutation"));
    }

    /** The data protection officer reads both: in whose name, and with which token. */
    private Visitor.Agent visitor(Agent agent, Jeton jeton) {
        return new Visitor.Agent(
                agent.id().value(),
                agent.name() + " (jeton « " + jeton.label() + " »)",
                jeton.organisation().value(),
                directory.organisation(jeton.organisation()).map(Organisation::name).orElse(""),
                Set.of(InstructionRights.INSTRUIRE),
                Set.of());
    }
}
