package fr.socle.demarches.export;

import fr.socle.demarches.builder.Revisions;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.export.ExportStore.Taken;
import fr.socle.demarches.export.LigneStore.Place;
import fr.socle.demarches.instruction.InCharge;
import fr.socle.demarches.liste.Colonne;
import fr.socle.demarches.liste.Listes;
import fr.socle.demarches.liste.Rang;
import fr.socle.ui.Dictionary;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The lots of an export, each in the caller's transaction: first its dossiers are found, then they
 * are read. What is the agent's is asked anew for each lot: what he could when he asked may be
 * over.
 */
@Component
class Lots {

    private static final int FOUND_AT_ONCE = 2000;
    private static final int READ_AT_ONCE = 100;

    private final Shelf shelf;
    private final Listes listes;
    private final LotReader reader;
    private final Revisions revisions;
    private final InCharge inCharge;

    /** Where lots are kept, and the words of their lines. */
    @Component
    record Shelf(ExportStore exports, LigneStore lignes, Dictionary dictionary) {}

    Lots(Shelf shelf, Listes listes, LotReader reader, Revisions revisions, InCharge inCharge) {
        this.shelf = shelf;
        this.listes = listes;
        this.reader = reader;
        this.revisions = revisions;
        this.inCharge = inCharge;
    }

    /**
     * @return false when there is nothing left to do
     */
    boolean treat(Taken taken, Instant now) {
        if (taken.allFound()) {
            return read(taken);
        }
        find(taken, now);
        return true;
    }

    private void find(Taken taken, Instant now) {
        var columns = Colonne.of(revisions.definition(taken.revision()));
        var wanted = taken.scope().list(taken.demarche(), inCharge.reader(taken.agent()), columns);
        var lot = listes.page(wanted, taken.after(), FOUND_AT_ONCE);
        if (!lot.isEmpty()) {
            var ids = lot.stream().map(Rang::dossier).toList();
            var added = shelf.lignes.add(taken.id(), ids);
            shelf.exports.found(taken.id(), added, lot.getLast());
        }
        if (lot.size() < FOUND_AT_ONCE) {
            shelf.exports.allFound(taken.id(), now);
        }
    }

    private boolean read(Taken taken) {
        var lot =
                shelf.lignes.next(
                        taken.id(), taken.read(), READ_AT_ONCE, inCharge.reader(taken.agent()));
        if (lot.isEmpty()) {
            return false;
        }
        var his = lot.stream().filter(Place::his).map(Place::dossier).toList();
        var columns =
                Columns.of(
                        revisions.definition(taken.revision()),
                        taken.scope().colonnes(),
                        shelf.dictionary.french());
        var lines = reader.read(his, taken.agent(), columns);
        shelf.lignes.write(taken.id(), lines);
        shelf.lignes.drop(taken.id(), unwritten(lot, lines.keySet()));
        shelf.exports.read(taken.id(), lot.getLast().rank(), his.size() - lines.size());
        return true;
    }

    private static List<DossierId> unwritten(List<Place> lot, Collection<DossierId> written) {
        return lot.stream().map(Place::dossier).filter(it -> !written.contains(it)).toList();
    }
}
