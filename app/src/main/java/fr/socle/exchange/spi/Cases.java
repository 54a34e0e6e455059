package fr.socle.exchange.spi;

import fr.socle.directory.AgentId;
import fr.socle.directory.OrganisationId;
import fr.socle.kernel.NumeroPublic;
import fr.socle.kernel.PersonRef;
import java.util.Optional;
import java.util.Set;

/**
 * The cases on whose ground data may be asked; each block that keeps cases declares a bean, and
 * knows its own references only.
 */
public interface Cases {

    /** The case of this reference, as it is now. */
    Optional<CaseState> find(String reference);

    /** The reference of the case that people know by this number. */
    default Optional<String> referenceOf(NumeroPublic number) {
        return Optional.empty();
    }

    /**
     * @param version changes with every change of the case
     * @param title what a person reads, as in « Tarif de cantine, dossier 1234-5678 »
     * @param subject whose case it is
     * @param inCharge the agents who may handle it now
     * @param open false once it was decided
     */
    record CaseState(
            long version,
            String title,
            OrganisationId organisation,
            PersonRef subject,
            Set<AgentId> inCharge,
            boolean open) {
        public CaseState {
            inCharge = Set.copyOf(inCharge);
        }
    }
}
