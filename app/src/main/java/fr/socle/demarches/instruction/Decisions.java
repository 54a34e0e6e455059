package fr.socle.demarches.instruction;

import fr.socle.demarches.DecisionRendue;
import fr.socle.demarches.attestation.AttestationStore;
import fr.socle.demarches.attestation.Attestations;
import fr.socle.demarches.depot.Steps;
import fr.socle.demarches.dossier.Dossier.Accepte;
import fr.socle.demarches.dossier.Dossier.Termine;
import fr.socle.demarches.dossier.Etape;
import fr.socle.demarches.trace.DossierAct;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Renders decisions: the step, its attestation and its news, together or not at all. */
@Component
class Decisions {

    private final Steps steps;
    private final Attestations attestations;
    private final AttestationStore kept;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Decisions(
            Steps steps,
            Attestations attestations,
            AttestationStore kept,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.steps = steps;
        this.attestations = attestations;
        this.kept = kept;
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * @param version the one that the writer saw
     * @return false, with nothing written, when the dossier moved meanwhile
     */
    boolean render(Termine after, long version, Etape etape, DossierAct act) {
        return render(after, version, etape, act, () -> true);
    }

    /**
     * @param still asked in the transaction: whether it is to be rendered at all
     */
    boolean render(
            Termine after, long version, Etape etape, DossierAct act, BooleanSupplier still) {
        // because the drawing of a page takes longer than a transaction should
        var pdf =
                after instanceof Accepte accepted
                        ? attestations.draw(accepted)
                        : Optional.<byte[]>empty();
        var done =
                transaction.execute(
                        _ -> {
                            if (!still.getAsBoolean() || !steps.take(after, version, etape, act)) {
                                return false;
                            }
                            pdf.ifPresent(it -> kept.keep(after.id(), it));
                            events.publishEvent(
                                    new DecisionRendue(
                                            after.fiche().demarche(), after.state(), etape.at()));
                            return true;
                        });
        return Boolean.TRUE.equals(done);
    }
}
