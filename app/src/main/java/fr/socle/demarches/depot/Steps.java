package fr.socle.demarches.depot;

import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.Etape;
import fr.socle.demarches.letter.DossierPost;
import fr.socle.demarches.letter.SuiviPost;
import fr.socle.demarches.trace.DossierAct;
import fr.socle.journal.Journal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a dossier one step further, with all that belongs to it: the row, the event that the usager
 * reads, the entry in the journal and the letter, together or not at all.
 */
@Component
public class Steps {

    private final DossierStore store;
    private final Journal journal;
    private final DossierPost post;
    private final SuiviPost suivi;
    private final Classement classement;

    Steps(
            DossierStore store,
            Journal journal,
            DossierPost post,
            SuiviPost suivi,
            Classement classement) {
        this.store = store;
        this.journal = journal;
        this.post = post;
        this.suivi = suivi;
        this.classement = classement;
    }

    /**
     * In the caller's transaction.
     *
     * @param version the one that the writer saw
     * @return false, with nothing written, when the dossier moved meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean take(Depose after, long version, Etape etape, DossierAct act) {
        if (!store.updateListed(after, version, etape.at())) {
            return false;
        }
        store.add(after.id(), etape);
        classement.delais(after, etape);
        if (etape.event().deposits()) {
            classement.route(after);
        }
        classement.list(after, etape.at());
        journal.append(act);
        post.tell(after, etape, version + 1);
        if (etape.event() == Etape.Event.CORRECTION_DEPOSEE) {
            suivi.corrected(after, version + 1);
        }
        return true;
    }
}
