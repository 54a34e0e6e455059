package fr.socle.identity.federation;

import java.util.List;
import java.util.Set;

/**
 * A service that relies on a federation.
 *
 * @param sector services of one sector know a person by one subject, others by another
 * @param redirectUris where codes may be sent; one that starts with a slash lies in this house
 * @param logoutUris where a person may be sent after leaving
 * @param scopes all that it may ask for
 * @param needsPkce whether a request without code challenge is refused
 */
public record Client(
        String clientId,
        Federation federation,
        String name,
        String organisation,
        String sector,
        List<String> redirectUris,
        List<String> logoutUris,
        Set<String> scopes,
        boolean needsPkce,
        boolean active) {

    public Client {
        redirectUris = List.copyOf(redirectUris);
        logoutUris = List.copyOf(logoutUris);
        scopes = Set.copyOf(scopes);
    }

    public boolean mayReturnTo(String uri, String house) {
        return holds(redirectUris, uri, house);
    }

    public boolean mayLeaveTo(String uri, String house) {
        return holds(logoutUris, uri, house);
    }

    /** Character by character, as the contract wants: no prefix, no normal form. */
    private static boolean holds(List<String> known, String uri, String house) {
        return known.stream().anyMatch(it -> (it.startsWith("/") ? house + it : it).equals(uri));
    }
}
