package fr.socle.demarches;

import fr.socle.directory.OrganisationId;
import java.util.List;
import java.util.Optional;

/** The published procedures, as the blocks above use them. */
public interface Demarches {

    /**
     * At most {@code limit} published procedures that match these words, accents forgiven, the best
     * first; all of them by title when there is no word.
     */
    List<PublishedDemarche> search(String words, int limit);

    /** The published procedures of this organisation, closed ones too, by title. */
    List<PublishedDemarche> of(OrganisationId organisation);

    /** The procedure, published once and not necessarily open any more. */
    Optional<PublishedDemarche> find(DemarcheId id);
}
