package fr.socle.demarches;

import fr.socle.kernel.PersonRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The dossiers of persons, as the blocks above use them. */
public interface Dossiers {

    /** The person's own, the latest change first. */
    List<DossierSummary> of(PersonRef person);

    /**
     * The numbers of the person's own deposited dossiers, as people read them.
     *
     * @param references as exchanges name their cases; what names no dossier is left out
     */
    Map<String, String> numbers(PersonRef person, Collection<String> references);
}
