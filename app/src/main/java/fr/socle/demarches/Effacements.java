package fr.socle.demarches;

import fr.socle.kernel.PersonRef;

/** What a person's wish to be forgotten does to their dossiers. */
public interface Effacements {

    /**
     * Throws away the person's drafts, with their documents. What was deposited stays until the
     * term that its procedure announced.
     *
     * @return how many drafts went
     */
    int effacerBrouillons(PersonRef person);
}
