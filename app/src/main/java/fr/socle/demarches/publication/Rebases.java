package fr.socle.demarches.publication;

import fr.socle.demarches.builder.PublishedRevision;
import fr.socle.demarches.builder.Revisions;
import fr.socle.demarches.depot.DossierStore;
import fr.socle.demarches.depot.Stored;
import fr.socle.demarches.dossier.Dossier.Brouillon;
import fr.socle.demarches.dossier.DossierId;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts drafts under the newest revision of their procedure, each when its usager opens it. What was
 * sent from a page of the revision before is kept under that one first, so nothing typed is lost.
 * What was deposited stays under the revision of its deposit.
 */
@Service
public class Rebases {

    private final Revisions revisions;
    private final DossierStore dossiers;
    private final RebaseStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Rebases(
            Revisions revisions,
            DossierStore dossiers,
            RebaseStore store,
            TransactionTemplate transaction,
            Clock clock) {
        this.revisions = revisions;
        this.dossiers = dossiers;
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A dossier as it is to be shown.
     *
     * @param moved whether it came under a newer revision just now
     */
    public record Opened(Stored stored, boolean moved) {}

    /** The draft under the newest revision; any other dossier as it is. */
    public Opened open(Stored seen) {
        if (!(seen.dossier() instanceof Brouillon draft)) {
            return new Opened(seen, false);
        }
        var newest = revisions.latest(draft.fiche().demarche()).orElse(null);
        if (newest == null || newest.id().equals(draft.fiche().revision())) {
            return new Opened(seen, false);
        }
        // false: another page of the same person was faster, with the same outcome
        boolean moved =
                Boolean.TRUE.equals(transaction.execute(_ -> move(draft, seen.version(), newest)));
        return new Opened(dossiers.find(draft.id()).orElse(seen), moved);
    }

    /** What found no place, for the usager, until they deposit or say that they read it. */
    public List<SetAside> aside(DossierId id) {
        return store.of(id);
    }

    /** The usager has read it. */
    public void forget(DossierId id) {
        store.forget(id);
    }

    private boolean move(Brouillon draft, long version, PublishedRevision newest) {
        var before = revisions.definition(draft.fiche().revision());
        var outcome = Rebase.of(before, newest.definition(), draft.reponses());
        if (!store.move(draft.id(), version, newest.id(), outcome.reponses())) {
            return false;
        }
        store.add(draft.id(), outcome.aside(), clock.instant());
        return true;
    }
}
