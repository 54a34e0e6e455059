package fr.socle.demarches.dossier;

import java.time.Instant;

/** Where the answer to one field comes from. */
public sealed interface Provenance {

    /** The usager typed it. */
    record Saisie() implements Provenance {}

    /** A link or a program proposed it; the usager could change it, and did not. */
    record Preremplie(Instant at) implements Provenance {}

    /** The federation of identities gave it at sign-in. */
    record Federation(Instant at) implements Provenance {}

    /**
     * An administration gave it through the gateway.
     *
     * @param reference of the exchange in the journal
     * @param provider the administration's name
     * @param at when the provider says that it was true
     */
    record Exchange(String reference, String provider, Instant at) implements Provenance {}

    /** Why a field that could be obtained is an ordinary one here, with a document to join. */
    sealed interface NotObtained extends Provenance {}

    /** The usager would rather answer themself. */
    record Decline(Instant at) implements NotObtained {}

    /** The provider did not answer. It may be asked again. */
    record ProviderUnavailable(String provider, Instant at) implements NotObtained {}

    /** The provider does not know this person. */
    record NotFound(String provider, Instant at) implements NotObtained {}

    /**
     * The provider answered, and its answer is none that this field takes. The exchange is in the
     * journal.
     */
    record Unsuitable(String reference, String provider, Instant at) implements NotObtained {}

    /** The administration has no right to it, at least today. */
    record Refused(Instant at) implements NotObtained {}

    Provenance SAISIE = new Saisie();

    /** Whether the value was given by another than the usager, who then cannot change it. */
    default boolean given() {
        return switch (this) {
            case Federation _, Exchange _ -> true;
            case Saisie _, Preremplie _, NotObtained _ -> false;
        };
    }
}
