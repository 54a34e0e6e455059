package fr.socle.avis;

import fr.socle.avis.store.OpinionStore;
import fr.socle.demarches.DemarcheId;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The quality of services as usagers judge it, counted at the moment of asking. */
@Service
public class Observatoire {

    private final OpinionStore store;

    Observatoire(OpinionStore store) {
        this.store = store;
    }

    /** All opinions together. */
    public Indicators overall() {
        return store.overall();
    }

    public Indicators of(DemarcheId demarche) {
        return store.of(demarche);
    }

    /** Each service that was judged or decided upon. */
    public Map<DemarcheId, Indicators> byService() {
        return store.byService();
    }
}
