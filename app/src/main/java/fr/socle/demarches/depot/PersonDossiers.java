package fr.socle.demarches.depot;

import fr.socle.demarches.DossierSummary;
import fr.socle.demarches.Dossiers;
import fr.socle.kernel.PersonRef;
import java.util.List;
import org.springframework.stereotype.Component;

/** The dossiers of persons, for the blocks above. */
@Component
class PersonDossiers implements Dossiers {

    private final DossierLists lists;

    PersonDossiers(DossierLists lists) {
        this.lists = lists;
    }

    @Override
    public List<DossierSummary> of(PersonRef person) {
        return lists.of(person);
    }
}
