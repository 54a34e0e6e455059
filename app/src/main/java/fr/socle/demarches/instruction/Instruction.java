package fr.socle.demarches.instruction;

import fr.socle.demarches.DossierState;
import fr.socle.demarches.attestation.AttestationStore;
import fr.socle.demarches.delai.Attente;
import fr.socle.demarches.depot.Delais;
import fr.socle.demarches.depot.DossierStore;
import fr.socle.demarches.depot.Steps;
import fr.socle.demarches.depot.Stored;
import fr.socle.demarches.dossier.Correction;
import fr.socle.demarches.dossier.Dossier;
import fr.socle.demarches.dossier.Dossier.EnConstruction;
import fr.socle.demarches.dossier.Dossier.EnInstruction;
import fr.socle.demarches.dossier.Dossier.Termine;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.dossier.Etape;
import fr.socle.demarches.trace.DossierAct;
import fr.socle.demarches.trace.DossierAct.About;
import fr.socle.ui.access.Visitor;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What an agent in charge does with a dossier. Whoever calls has checked that he is in charge. Each
 * act names the version that the agent saw: of two agents at once, one acts and the other is told.
 */
@Service
public class Instruction {

    private final DossierStore store;
    private final Steps steps;
    private final Decisions decisions;
    private final Delais delais;
    private final House house;

    /** What acts need around them. */
    @Component
    record House(TransactionTemplate transaction, AttestationStore attestations, Clock clock) {}

    Instruction(DossierStore store, Steps steps, Decisions decisions, Delais delais, House house) {
        this.store = store;
        this.steps = steps;
        this.decisions = decisions;
        this.delais = delais;
        this.house = house;
    }

    /** Begins the examination; a correction that was awaited is no longer. */
    public InstructionOutcome passerEnInstruction(DossierId id, long version, Visitor.Agent agent) {
        var present = present(id);
        if (!(present.dossier() instanceof EnConstruction before)) {
            return new InstructionOutcome.NotAllowedNow(present);
        }
        var now = house.clock.instant();
        var after = before.passerEnInstruction(now);
        var etape = new Etape(Etape.Event.PASSE_EN_INSTRUCTION, "", now);
        var act = new DossierAct.InstructionBegun(About.of(after), agent);
        return act(id, () -> steps.take(after, version, etape, act));
    }

    /** Asks the usager to correct; a dossier under examination goes back to them. */
    public InstructionOutcome demanderCorrection(
            DossierId id,
            long version,
            Visitor.Agent agent,
            Correction.Raison raison,
            String message) {
        var present = present(id);
        var now = house.clock.instant();
        EnConstruction after;
        switch (present.dossier()) {
            case EnConstruction before -> after = before.demanderCorrection(raison, message, now);
            case EnInstruction before -> after = before.demanderCorrection(raison, message, now);
            case Dossier.Brouillon _, Termine _ -> {
                return new InstructionOutcome.NotAllowedNow(present);
            }
        }
        var etape = new Etape(Etape.Event.CORRECTION_DEMANDEE, message, now);
        var act = new DossierAct.CorrectionAsked(About.of(after), agent);
        return act(id, () -> steps.take(after, version, etape, act));
    }

    /**
     * Gives up the examination: nobody examines it, and nothing is to be corrected. Not while
     * silence is going to decide: only a correction stops its time.
     */
    public InstructionOutcome repasserEnConstruction(
            DossierId id, long version, Visitor.Agent agent) {
        var present = present(id);
        if (!(present.dossier() instanceof EnInstruction before)
                || !(delais.attente(before) instanceof Attente.SansTerme)) {
            return new InstructionOutcome.NotAllowedNow(present);
        }
        var now = house.clock.instant();
        var after = before.repasserEnConstruction();
        var etape = new Etape(Etape.Event.REPASSE_EN_CONSTRUCTION, "", now);
        var act = new DossierAct.InstructionGivenUp(About.of(after), agent);
        return act(id, () -> steps.take(after, version, etape, act));
    }

    /**
     * Takes a decision back, with the attestation that it gave.
     *
     * @param message why; the usager reads it
     */
    public InstructionOutcome repasserEnInstruction(
            DossierId id, long version, Visitor.Agent agent, String message) {
        var present = present(id);
        if (!(present.dossier() instanceof Termine before)) {
            return new InstructionOutcome.NotAllowedNow(present);
        }
        var now = house.clock.instant();
        var after = before.repasserEnInstruction(now);
        var etape = new Etape(Etape.Event.REPASSE_EN_INSTRUCTION, message, now);
        var act = new DossierAct.DecisionTakenBack(About.of(after), agent);
        return act(
                id,
                () -> {
                    if (!steps.take(after, version, etape, act)) {
                        return false;
                    }
                    house.attestations.forget(id);
                    return true;
                });
    }

    /**
     * Decides, once.
     *
     * @param wanted a state that {@linkplain DossierState#decided is a decision}
     */
    public InstructionOutcome decider(
            DossierId id, long version, Visitor.Agent agent, Choice wanted) {
        var present = present(id);
        if (present.dossier() instanceof Termine done && wanted.isThat(done)) {
            // pressed twice
            return new InstructionOutcome.Done();
        }
        if (!(present.dossier() instanceof EnInstruction before)) {
            return new InstructionOutcome.NotAllowedNow(present);
        }
        var now = house.clock.instant();
        var after = wanted.applied(before, now);
        var etape = new Etape(wanted.event(), wanted.motivation(), now);
        var act = new DossierAct.Decided(About.of(after), agent, after.state());
        return decisions.render(after, version, etape, act)
                ? new InstructionOutcome.Done()
                : new InstructionOutcome.Overtaken(present(id));
    }

    /** A decision and its reasons. */
    public sealed interface Choice {

        String motivation();

        record Accepter(String motivation) implements Choice {}

        record Refuser(String motivation) implements Choice {}

        record ClasserSansSuite(String motivation) implements Choice {}

        default Termine applied(EnInstruction before, Instant now) {
            return switch (this) {
                case Accepter _ -> before.accepter(motivation(), now);
                case Refuser _ -> before.refuser(motivation(), now);
                case ClasserSansSuite _ -> before.classerSansSuite(motivation(), now);
            };
        }

        /** Whether this decision was taken in these words. */
        default boolean isThat(Termine done) {
            return done.decision().motivation().equals(motivation())
                    && switch (this) {
                        case Accepter _ -> done.state() == DossierState.ACCEPTE;
                        case Refuser _ -> done.state() == DossierState.REFUSE;
                        case ClasserSansSuite _ -> done.state() == DossierState.SANS_SUITE;
                    };
        }

        default Etape.Event event() {
            return switch (this) {
                case Accepter _ -> Etape.Event.ACCEPTE;
                case Refuser _ -> Etape.Event.REFUSE;
                case ClasserSansSuite _ -> Etape.Event.SANS_SUITE;
            };
        }
    }

    private InstructionOutcome act(DossierId id, Supplier<Boolean> steps) {
        var done = house.transaction.execute(_ -> steps.get());
        return Boolean.TRUE.equals(done)
                ? new InstructionOutcome.Done()
                : new InstructionOutcome.Overtaken(present(id));
    }

    private Stored present(DossierId id) {
        return store.find(id).orElseThrow();
    }
}
