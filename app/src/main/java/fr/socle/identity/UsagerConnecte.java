package fr.socle.identity;

import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.IdentitePivot;
import fr.socle.kernel.PersonRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A usager who is signed in.
 *
 * @param identity the civil status that the federation gave at sign-in
 * @param usedName the name in use, when it is not the name at birth
 * @param since when they signed in
 */
public record UsagerConnecte(
        PersonRef person,
        IdentitePivot identity,
        EmailAddress email,
        @Nullable String usedName,
        Instant since) {

    /** Nothing: a civil status does not belong in a log. */
    @Override
    public String toString() {
        return "UsagerConnecte[hidden]";
    }
}
