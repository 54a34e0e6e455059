package fr.socle.demarches.delai;

import fr.socle.demarches.builder.Demarche;
import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.journal.Journal;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Settles who decides the dossiers of a procedure, before it is published: people who deposited
 * count on it. Whether the actor may is for the caller to check.
 */
@Service
public class Regimes {

    private final RegimeStore store;
    private final Journal journal;
    private final Clock clock;

    Regimes(RegimeStore store, Journal journal, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.clock = clock;
    }

    public Regime of(Demarche demarche) {
        return store.of(demarche.id());
    }

    /**
     * @param demarche as the actor sees it
     * @param version of the procedure that he saw
     */
    @Transactional
    public Change<Regime> settle(Actor actor, Demarche demarche, Regime wanted, long version) {
        if (!(demarche instanceof Demarche.Brouillon)) {
            return Change.refused("regime", "demarches.regime.published");
        }
        if (!store.claim(demarche.id(), version, clock.instant())) {
            return new Change.Stale<>(of(demarche));
        }
        store.write(demarche.id(), wanted);
        var where = demarche.fiche().organisation();
        journal.append(new RegimeAct(actor, where, demarche.id(), wanted.code()));
        return new Change.Done<>(wanted);
    }
}
