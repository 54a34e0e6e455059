package fr.socle.demarches;

import fr.socle.kernel.PersonRef;

/** What a person's objection does to their dossiers. */
public interface Oppositions {

    /**
     * Deletes from the person's dossiers that are not decided yet every answer that this exchange
     * brought; each field becomes an ordinary one. A decision that was taken keeps what it stands
     * on until its term. In the caller's transaction.
     *
     * @param reference of the exchange in the journal
     * @return how many answers were deleted
     */
    int opposer(PersonRef person, String reference);
}
