package fr.socle.identity.sso;

import java.time.Instant;
import java.util.Set;

/**
 * What a person lets a service have.
 *
 * @param scopes all that were agreed to, at once or one after the other
 * @param since when the first of them was agreed to
 * @param givenAt the last time
 */
public record Consent(String clientId, Set<String> scopes, Instant since, Instant givenAt) {

    public Consent {
        scopes = Set.copyOf(scopes);
    }
}
