package fr.socle.demarches.depot;

import fr.socle.demarches.Effacements;
import fr.socle.kernel.PersonRef;
import org.springframework.stereotype.Component;

/** Throws away what a person never deposited. */
@Component
class DossierEffacements implements Effacements {

    private final DossierStore store;
    private final Brouillons drafts;

    DossierEffacements(DossierStore store, Brouillons drafts) {
        this.store = store;
        this.drafts = drafts;
    }

    @Override
    public int effacerBrouillons(PersonRef person) {
        return (int)
                store.drafts(person).stream()
                        .filter(it -> drafts.discard(it, it.version()))
                        .count();
    }
}
