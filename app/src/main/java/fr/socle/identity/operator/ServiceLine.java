package fr.socle.identity.operator;

import fr.socle.identity.federation.Federation;
import java.time.Instant;
import java.util.List;

/**
 * A service that relies on a federation, as the operator sees it.
 *
 * @param sector services of one sector know a person by one subject
 * @param active false: its requests are refused, from the next one on
 * @param ours whether it is pages of this house, which nobody changes or cuts off
 * @param version changes with every write
 */
public record ServiceLine(
        String clientId,
        Federation federation,
        Named named,
        String sector,
        Allowed allowed,
        boolean active,
        boolean ours,
        Instant changedAt,
        long version) {

    /** How people read it. */
    public record Named(String name, String organisation) {}

    /** Where it may send people, and what it may ask for. */
    public record Allowed(
            List<String> redirectUris,
            List<String> logoutUris,
            List<String> scopes,
            boolean needsPkce) {

        public Allowed {
            redirectUris = List.copyOf(redirectUris);
            logoutUris = List.copyOf(logoutUris);
            scopes = List.copyOf(scopes);
        }
    }
}
