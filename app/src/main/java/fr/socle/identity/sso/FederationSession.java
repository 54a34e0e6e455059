package fr.socle.identity.sso;

import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.Federation;
import fr.socle.kernel.PersonRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is signed in at a federation, in one browser.
 *
 * @param person null for an agent, whom no civil status names
 * @param provider the uid of the one that vouched
 * @param acr what the provider vouched for, whatever each service was told
 * @param authTime when the provider last saw the person
 * @param claims what the federation knows; empty once the session signs nobody in any more
 * @param idToken the provider's, to be shown when the person leaves there too; empty like the
 *     claims
 */
public record FederationSession(
        UUID id,
        Federation federation,
        @Nullable PersonRef person,
        String provider,
        Acr acr,
        List<String> amr,
        Instant authTime,
        Map<String, Object> claims,
        String idToken) {

    public FederationSession {
        amr = List.copyOf(amr);
        claims = Map.copyOf(claims);
    }

    /** Nothing: an identity does not belong in a log. */
    @Override
    public String toString() {
        return "FederationSession[hidden]";
    }
}
