package fr.socle.identity;

import fr.socle.kernel.IdentitePivot;
import fr.socle.kernel.PersonRef;
import java.util.Optional;
import java.util.Set;

/** Who a person is inside Socle. Only this block knows. */
public interface Persons {

    /** The person whom this client knows by this subject. */
    Optional<PersonRef> personOf(String clientId, String sub);

    /**
     * The one person with an account who has this civil status; empty when there is none, and when
     * there are several: a line shown to a homonym is a breach.
     */
    Optional<PersonRef> personOf(IdentitePivot identity);

    /** The references under which this person was known before a correction of civil status. */
    Set<PersonRef> successors(PersonRef person);
}
