package fr.socle.habilitations.formulaire;

import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.habilitations.spi.DataCatalogue;
import fr.socle.habilitations.spi.DataCatalogue.DataSet;
import fr.socle.habilitations.store.FormulaireStore;
import fr.socle.habilitations.trace.FormulaireEntry;
import fr.socle.journal.Journal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What can be requested, and what each kind of data asks. */
@Component
public class Formulaires {

    private final FormulaireStore store;
    private final DataCatalogue catalogue;
    private final Journal journal;
    private final Clock clock;

    Formulaires(FormulaireStore store, DataCatalogue catalogue, Journal journal, Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Everything that can be requested.
     *
     * @param sets by label
     */
    public record Offre(List<DataSet> sets, Map<String, Formulaire> formulaires) {

        public Offre {
            sets = List.copyOf(sets);
            formulaires = Map.copyOf(formulaires);
        }

        public Formulaire formulaire(DataSet set) {
            return formulaires.getOrDefault(set.code(), Formulaire.usual(set.code()));
        }
    }

    public Offre offre() {
        var known = new LinkedHashMap<String, Formulaire>();
        store.all().forEach(it -> known.put(it.dataSet(), it));
        return new Offre(catalogue.all(), known);
    }

    public Optional<DataSet> dataSet(String code) {
        return catalogue.find(code);
    }

    /** The one that stands now, of a kind of data that is in the catalogue. */
    public Formulaire of(DataSet set) {
        return offre().formulaire(set);
    }

    /** Changes what a kind of data asks; it holds for what is sent from now on. */
    @Transactional
    public Change<Formulaire> change(Actor actor, DataSet set, Formulaire wanted) {
        if (!store.save(wanted, clock.instant())) {
            return new Change.Stale<>(of(set));
        }
        journal.append(new FormulaireEntry(actor, wanted));
        return new Change.Done<>(of(set));
    }
}
