package fr.socle.demarches.partage;

import fr.socle.demarches.dossier.DossierId;
import fr.socle.kernel.PersonRef;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a usager invited to fill a draft with them, or to take it over.
 *
 * @param email to which the invitation went
 * @param cession whether they were asked to take it over
 * @param person null until somebody accepted
 * @param name of whoever accepted; empty until then
 */
public record CoRedacteur(
        UUID id,
        DossierId dossier,
        String email,
        boolean cession,
        @Nullable PersonRef person,
        String name,
        Instant expiresAt) {

    public boolean accepted() {
        return person != null;
    }

    /** The same, known by their name. */
    CoRedacteur as(PersonRef who, String their) {
        return new CoRedacteur(id, dossier, email, cession, who, their, expiresAt);
    }

    /** As their usager knows them. */
    String known() {
        return accepted() ? name + " (" + email + ")" : email;
    }

    /** Nothing: a name and an address do not belong in a log. */
    @Override
    public String toString() {
        return "CoRedacteur[" + id + "]";
    }
}
