package fr.socle.habilitations.echeance;

import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.demande.Demande;
import fr.socle.habilitations.demande.Demandes;
import fr.socle.habilitations.store.EcheanceStore;
import java.time.LocalDate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds organisations ninety, thirty and seven days before their habilitation ends, and tells
 * them when it is over. Every node looks every hour; the row of a step lets one of them tell it,
 * together with its letter and its entry.
 */
@Component
public class Echeances {

    private final EcheanceStore store;
    private final Demandes demandes;
    private final TransactionTemplate transaction;

    Echeances(EcheanceStore store, Demandes demandes, TransactionTemplate transaction) {
        this.store = store;
        this.demandes = demandes;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
    void everyHour() {
        round(demandes.today());
    }

    /** Tells what is due on this day of Paris, and what was missed while every node was down. */
    public void round(LocalDate today) {
        for (var step : Step.values()) {
            for (var due = store.due(step, today); !due.isEmpty(); due = store.due(step, today)) {
                due.forEach(id -> transaction.executeWithoutResult(_ -> tell(id, step)));
            }
        }
    }

    private void tell(HabilitationId id, Step step) {
        var demande = demandes.find(id).orElseThrow();
        var acquis = demande.dossier().acquis();
        var over = demande instanceof Demande.Revoquee || demande instanceof Demande.Archivee;
        if (acquis == null || !store.tell(id, acquis.version(), step, demandes.now()) || over) {
            return;
        }
        demandes.tellTerm(demande, step.code(), acquis.until());
    }
}
