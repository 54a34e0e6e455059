package fr.socle.demarches.instruction;

import fr.socle.demarches.depot.DossierStore;
import fr.socle.demarches.depot.Stored;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.groupe.AffectationStore;
import fr.socle.demarches.liste.EtiquetteStore;
import fr.socle.directory.AgentId;
import fr.socle.ui.access.Visitor;
import org.springframework.stereotype.Component;

/** Treats one dossier of an order, in the caller's transaction, as the agent could by hand. */
@Component
class Ouvrier {

    private final DossierStore store;
    private final InCharge inCharge;
    private final Instruction instruction;
    private final Attribution attribution;
    private final Stickers stickers;

    /** What changes nothing of what a dossier says. */
    @Component
    record Stickers(EtiquetteStore labels, AffectationStore affectations) {}

    Ouvrier(
            DossierStore store,
            InCharge inCharge,
            Instruction instruction,
            Attribution attribution,
            Stickers stickers) {
        this.store = store;
        this.inCharge = inCharge;
        this.instruction = instruction;
        this.attribution = attribution;
        this.stickers = stickers;
    }

    /** Whether he is in charge is read now: what he could when he gave the order may be over. */
    Travail.Outcome treat(DossierId id, Visitor.Agent agent, Ordre ordre) {
        var present = store.find(id).orElse(null);
        if (present == null || !(present.dossier() instanceof Depose dossier)) {
            return Travail.Outcome.IMPOSSIBLE;
        }
        return InCharge.belongs(dossier.fiche(), agent)
                        && inCharge.of(dossier.fiche()).contains(new AgentId(agent.agent()))
                ? treat(present, dossier, agent, ordre)
                : Travail.Outcome.REFUSE;
    }

    private Travail.Outcome treat(
            Stored present, Depose dossier, Visitor.Agent agent, Ordre ordre) {
        var id = dossier.id();
        var version = present.version();
        return switch (ordre.action()) {
            case INSTRUIRE -> of(instruction.passerEnInstruction(id, version, agent));
            case ACCEPTER, REFUSER, CLASSER_SANS_SUITE ->
                    of(instruction.decider(id, version, agent, choice(ordre)));
            case REPASSER_EN_CONSTRUCTION ->
                    of(instruction.repasserEnConstruction(id, version, agent));
            case SUIVRE -> {
                attribution.follow(dossier, agent, true);
                yield Travail.Outcome.FAIT;
            }
            case ATTRIBUER -> assign(dossier, agent, ordre);
            case ETIQUETER ->
                    of(
                            ordre.target().matches("[0-9]{1,9}")
                                    && stickers.labels()
                                            .stick(id, Integer.parseInt(ordre.target())));
            case ARCHIVER -> of(stickers.affectations().archive(id, true));
            case DESARCHIVER -> of(stickers.affectations().archive(id, false));
        };
    }

    private Travail.Outcome assign(Depose dossier, Visitor.Agent agent, Ordre ordre) {
        var to = AgentId.of(ordre.target());
        return of(
                to.isPresent()
                        && attribution.assign(dossier, agent, to.get())
                                == Attribution.Outcome.DONE);
    }

    private static Instruction.Choice choice(Ordre ordre) {
        return switch (ordre.action()) {
            case REFUSER -> new Instruction.Choice.Refuser(ordre.text());
            case CLASSER_SANS_SUITE -> new Instruction.Choice.ClasserSansSuite(ordre.text());
            case ACCEPTER,
                    INSTRUIRE,
                    REPASSER_EN_CONSTRUCTION,
                    SUIVRE,
                    ATTRIBUER,
                    ETIQUETER,
                    ARCHIVER,
                    DESARCHIVER ->
                    new Instruction.Choice.Accepter(ordre.text());
        };
    }

    private static Travail.Outcome of(InstructionOutcome outcome) {
        return switch (outcome) {
            case InstructionOutcome.Done _ -> Travail.Outcome.FAIT;
            case InstructionOutcome.Overtaken _ -> Travail.Outcome.CHANGE;
            case InstructionOutcome.NotAllowedNow _ -> Travail.Outcome.IMPOSSIBLE;
        };
    }

    private static Travail.Outcome of(boolean done) {
        return done ? Travail.Outcome.FAIT : Travail.Outcome.IMPOSSIBLE;
    }
}
