package fr.socle.identity;

import java.util.Optional;

/** The services that people enter through a federation, as the blocks above ask about them. */
public interface FederatedServices {

    /** How sure the federation is of who enters. */
    enum Assurance {
        /** Any provider of identity. */
        STANDARD,
        /** Only providers of a substantial or high level (eIDAS). */
        STRONG
    }

    /**
     * What this service of the register asks of usagers; empty for one that is unknown, switched
     * off, in the sandbox, or for agents.
     */
    Optional<Assurance> ofService(String clientId);

    /** What the pages of this house ask of usagers. */
    Assurance ofThisHouse();
}
