package fr.socle.demarches.spi;

import fr.socle.demarches.DemarcheId;
import java.util.Optional;
import java.util.UUID;

/** Where a person says what a service was worth; the block that gathers opinions declares it. */
public interface OpinionDoor {

    /**
     * The path that opens one opinion about this procedure, the same at each call for one dossier,
     * and from which the dossier cannot be found again; empty once the opinion is given.
     */
    Optional<String> pathFor(DemarcheId demarche, UUID dossier);
}
