package fr.socle.demarches;

import fr.socle.kernel.PersonRef;
import java.util.List;

/** The dossiers of persons, as the blocks above use them. */
public interface Dossiers {

    /** The person's own, the latest change first. */
    List<DossierSummary> of(PersonRef person);
}
