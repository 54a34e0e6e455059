package fr.socle.demarches.depot;

import fr.socle.demarches.Effacements;
import fr.socle.demarches.partage.Partages;
import fr.socle.kernel.PersonRef;
import org.springframework.stereotype.Component;

/** Throws away what a person never deposited, and their access to the drafts of others. */
@Component
class DossierEffacements implements Effacements {

    private final DossierStore store;
    private final Brouillons drafts;
    private final Partages partages;

    DossierEffacements(DossierStore store, Brouillons drafts, Partages partages) {
        this.store = store;
        this.drafts = drafts;
        this.partages = partages;
    }

    @Override
    public int effacerBrouillons(PersonRef person) {
        partages.forget(person);
        return (int)
                store.drafts(person).stream()
                        .filter(it -> drafts.discard(it, it.version()))
                        .count();
    }
}
