package fr.socle.citoyen.export;

import fr.socle.citoyen.usages.Family;
import fr.socle.citoyen.usages.Filter;
import fr.socle.citoyen.usages.Usage;
import fr.socle.citoyen.usages.Usages;
import fr.socle.demarches.Dossiers;
import fr.socle.identity.UsagerConnecte;
import fr.socle.journal.Journal;
import fr.socle.kernel.PersonRef;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Gathers everything about a person, after the journal said so. */
@Service
public class Exports {

    private static final int BATCH = 500;
    private static final Filter ALL = new Filter(EnumSet.allOf(Family.class), Optional.empty());

    private final Usages usages;
    private final Dossiers dossiers;
    private final Journal journal;
    private final Clock clock;

    Exports(Usages usages, Dossiers dossiers, Journal journal, Clock clock) {
        this.usages = usages;
        this.dossiers = dossiers;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @param format as people call it
     */
    public Everything of(UsagerConnecte usager, String format) {
        journal.appendAlone(new Remise.Export(usager.person(), format));
        return new Everything(
                usager, dossiers.of(usager.person()), all(usager.person()), clock.instant());
    }

    private List<Usage> all(PersonRef person) {
        var all = new ArrayList<Usage>();
        for (long offset = 0; offset < usages.count(person, ALL); offset += BATCH) {
            all.addAll(usages.page(person, ALL, BATCH, offset));
        }
        return all;
    }
}
