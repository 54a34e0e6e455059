package fr.socle.demarches.web.agent;

import fr.socle.demarches.depot.DossierStore;
import fr.socle.demarches.depot.Stored;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.instruction.InCharge;
import fr.socle.demarches.trace.Accesses;
import fr.socle.demarches.trace.DossierAct;
import fr.socle.demarches.trace.DossierAct.About;
import fr.socle.journal.Journal;
import fr.socle.ui.access.NotAllowed;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Lets agents reach the dossiers of which they are in charge. A colleague of another service is
 * refused and the person told; to another organisation the dossier does not exist.
 */
@Component
class Desk {

    private final DossierStore store;
    private final InCharge inCharge;
    private final Journal journal;
    private final Accesses accesses;

    Desk(DossierStore store, InCharge inCharge, Journal journal, Accesses accesses) {
        this.store = store;
        this.inCharge = inCharge;
        this.journal = journal;
        this.accesses = accesses;
    }

    /** What an agent gets who asks for a dossier. */
    sealed interface Reached {

        /**
         * @param stored holds a deposited dossier
         */
        record Open(Stored stored, Depose dossier) implements Reached {}

        record NotInCharge() implements Reached {}
    }

    static Visitor.Agent agent(HttpServletRequest request) {
        if (Visitors.of(request) instanceof Visitor.Agent agent) {
            return agent;
        }
        throw new NotAllowed("an agent's page");
    }

    /** A refusal is in the journal, durable, before it is told. */
    Reached reach(HttpServletRequest request, String id) {
        var agent = agent(request);
        var stored = DossierId.of(id).flatMap(store::find).orElseThrow(Desk::notFound);
        if (!(stored.dossier() instanceof Depose dossier)
                || !InCharge.belongs(dossier.fiche(), agent)) {
            throw notFound();
        }
        if (inCharge.includes(dossier.fiche(), agent)) {
            return new Reached.Open(stored, dossier);
        }
        journal.appendAlone(new DossierAct.ConsultationRefusee(About.of(dossier), agent));
        return new Reached.NotInCharge();
    }

    /** Durable before anything of the dossier is shown. */
    void opened(HttpServletRequest request, Depose dossier) {
        accesses.opened(dossier, agent(request));
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
