package fr.socle.demarches.partage;

import fr.socle.demarches.builder.Revisions;
import fr.socle.demarches.depot.Brouillons;
import fr.socle.demarches.depot.DossierStore;
import fr.socle.demarches.dossier.Dossier.Brouillon;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.partage.Partages.Answered;
import fr.socle.demarches.publication.Copies;
import fr.socle.identity.UsagerConnecte;
import org.springframework.stereotype.Service;

/**
 * A draft changes its usager: what was written goes with it, what the federation and other
 * administrations gave about the one before does not, nor do documents.
 */
@Service
public class Cessions {

    private final Partages partages;
    private final DossierStore store;
    private final Brouillons drafts;
    private final Revisions revisions;
    private final Copies copies;

    Cessions(
            Partages partages,
            DossierStore store,
            Brouillons drafts,
            Revisions revisions,
            Copies copies) {
        this.partages = partages;
        this.store = store;
        this.drafts = drafts;
        this.revisions = revisions;
        this.copies = copies;
    }

    /**
     * The offer is answered once; as long as the slowest provider that is asked about the taker.
     */
    public Answered accept(String token, UsagerConnecte to, String language) {
        var invitation =
                partages.invitation(token).filter(it -> it.invited().cession()).orElse(null);
        if (invitation == null) {
            return Answered.GONE;
        }
        if (invitation.fiche().person().equals(to.person())) {
            return Answered.OWN;
        }
        return cede(invitation, to, language) ? Answered.DONE : Answered.GONE;
    }

    private boolean cede(Partages.Invitation invitation, UsagerConnecte to, String language) {
        DossierId id = invitation.fiche().id();
        var seen = store.find(id).orElse(null);
        if (seen == null || !(seen.dossier() instanceof Brouillon draft)) {
            return false;
        }
        var asked = revisions.latest(draft.fiche().demarche()).orElseThrow();
        var written = new Brouillons.Proposed(copies.of(draft, asked), false);
        return drafts.cede(
                seen,
                asked,
                to,
                language,
                written,
                after -> partages.ceded(invitation, after.fiche()));
    }
}
