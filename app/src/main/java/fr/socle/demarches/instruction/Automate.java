package fr.socle.demarches.instruction;

import fr.socle.demarches.delai.Automatisme;
import fr.socle.demarches.delai.Automatisme.Acte;
import fr.socle.demarches.delai.AutomatismeStore;
import fr.socle.demarches.depot.DossierStore;
import fr.socle.demarches.depot.Steps;
import fr.socle.demarches.dossier.Dossier.EnConstruction;
import fr.socle.demarches.dossier.Dossier.EnInstruction;
import fr.socle.demarches.dossier.Dossier.Termine;
import fr.socle.demarches.dossier.Etape;
import fr.socle.demarches.trace.ActeAutomatique;
import fr.socle.demarches.trace.DossierAct.About;
import fr.socle.ui.Dictionary;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what is to happen to dossiers by itself, once its time has come. Every node does: the
 * version of the dossier lets one of them act, and whoever changed the dossier meanwhile wins.
 */
@Component
class Automate {

    private static final Logger LOG = LoggerFactory.getLogger(Automate.class);
    private static final int BATCH = 100;

    private final AutomatismeStore automatismes;
    private final DossierStore store;
    private final Steps steps;
    private final Decisions decisions;
    private final Room room;

    /** What acts need around them. */
    @Component
    record Room(TransactionTemplate transaction, Dictionary dictionary, Clock clock) {

        Instant now() {
            // because PostgreSQL keeps microseconds
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }
    }

    Automate(
            AutomatismeStore automatismes,
            DossierStore store,
            Steps steps,
            Decisions decisions,
            Room room) {
        this.automatismes = automatismes;
        this.store = store;
        this.steps = steps;
        this.decisions = decisions;
        this.room = room;
    }

    /** One that fails is tried again the next time, and keeps no other waiting. */
    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT20S")
    void everyTenSeconds() {
        var now = room.now();
        var due = automatismes.due(now, null, BATCH);
        while (!due.isEmpty()) {
            due.forEach(this::tried);
            due = automatismes.due(now, due.getLast(), BATCH);
        }
    }

    private void tried(Automatisme due) {
        try {
            act(due);
        } catch (RuntimeException failed) {
            LOG.warn(
                    "{} of dossier {} failed; it is tried again",
                    due.acte(),
                    due.dossier(),
                    failed);
        }
    }

    /**
     * The version is read before it is asked whether the act still holds: a step taken between the
     * two changes the version, and nothing happens.
     *
     * @return whether it happened, here and now
     */
    boolean act(Automatisme due) {
        var present = store.find(due.dossier()).orElse(null);
        if (present == null) {
            return false;
        }
        var version = present.version();
        return switch (due.acte()) {
            case INSTRUIRE ->
                    present.dossier() instanceof EnConstruction it && begun(it, version, due);
            case ACCEPTER ->
                    present.dossier() instanceof EnConstruction it
                            && accepted(it.passerEnInstruction(room.now()), version, due, "");
            case ACCORD ->
                    present.dossier() instanceof EnInstruction it
                            && accepted(it, version, due, motif(due.acte()));
            case REJET ->
                    present.dossier() instanceof EnInstruction it && refused(it, version, due);
        };
    }

    private boolean begun(EnConstruction before, long version, Automatisme due) {
        var now = room.now();
        var after = before.passerEnInstruction(now);
        var etape = new Etape(Etape.Event.PASSE_EN_INSTRUCTION_AUTOMATIQUEMENT, "", now);
        var act = new ActeAutomatique(About.of(after), ActeAutomatique.What.INSTRUCTION);
        var done =
                room.transaction.execute(
                        _ -> automatismes.holds(due) && steps.take(after, version, etape, act));
        return Boolean.TRUE.equals(done);
    }

    private boolean accepted(EnInstruction before, long version, Automatisme due, String motif) {
        var after = before.accepter(motif, room.now());
        return rendered(after, version, due, Etape.Event.ACCEPTE_AUTOMATIQUEMENT);
    }

    private boolean refused(EnInstruction before, long version, Automatisme due) {
        var after = before.refuser(motif(due.acte()), room.now());
        return rendered(after, version, due, Etape.Event.REFUSE_AUTOMATIQUEMENT);
    }

    private boolean rendered(Termine after, long version, Automatisme due, Etape.Event event) {
        var etape = new Etape(event, after.decision().motivation(), after.decision().at());
        var act = new ActeAutomatique(About.of(after), what(due.acte()));
        return decisions.render(after, version, etape, act, () -> automatismes.holds(due));
    }

    /** In French: it is part of a decision. */
    private String motif(Acte acte) {
        return room.dictionary
                .french()
                .of(acte == Acte.REJET ? "demarches.silence.rejet" : "demarches.silence.accord");
    }

    private static ActeAutomatique.What what(Acte acte) {
        return switch (acte) {
            case INSTRUIRE -> ActeAutomatique.What.INSTRUCTION;
            case ACCEPTER -> ActeAutomatique.What.ACCEPTATION;
            case ACCORD -> ActeAutomatique.What.SILENCE_ACCORD;
            case REJET -> ActeAutomatique.What.SILENCE_REJET;
        };
    }
}
