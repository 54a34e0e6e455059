package fr.socle.identity.sso;

import fr.socle.identity.store.PersonStore.KnownSubject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a person who is signed in and a service are to each other.
 *
 * @param blocked whether the person blocked the service, or the provider of the session
 * @param subjects those that the service's sector knows the person by; the one in force first
 * @param agreed all that the person lets the service have now
 */
public record Acquaintance(
        boolean blocked, List<KnownSubject> subjects, Optional<Set<String>> agreed) {

    /** An agent's, whose administration decides: he blocks nothing and agrees to nothing. */
    static final Acquaintance OF_AN_AGENT = new Acquaintance(false, List.of(), Optional.empty());

    public Acquaintance {
        subjects = List.copyOf(subjects);
    }
}
