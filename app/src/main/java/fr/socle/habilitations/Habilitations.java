package fr.socle.habilitations;

import fr.socle.directory.OrganisationId;
import java.util.List;
import java.util.Optional;

/** The habilitations that were granted, read from the database at each call. */
public interface Habilitations {

    /** The newest version, usable or not. */
    Optional<Habilitation> find(HabilitationId id);

    /** Those on whose ground this organisation may obtain data today, by name. */
    List<Habilitation> usable(OrganisationId organisation);

    /** The newest version of each that was granted to this organisation, usable or not. */
    List<Habilitation> newest(OrganisationId organisation);

    /**
     * The newest version of each habilitation that covers this connected service, usable or not.
     *
     * @param service its client_id
     */
    List<Habilitation> covering(String service);
}
