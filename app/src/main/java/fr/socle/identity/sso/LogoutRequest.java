package fr.socle.identity.sso;

import fr.socle.identity.federation.Client;
import org.jspecify.annotations.Nullable;

/** What a request to leave says (OpenID Connect RP-Initiated Logout 1.0, section 2). */
public sealed interface LogoutRequest {

    /**
     * Nobody leaves and nobody is sent anywhere.
     *
     * @param key of the page's title
     */
    record Wrong(String key) implements LogoutRequest {}

    /**
     * @param client null when nothing tells which service asks
     * @param hint whose sign-in it was; null when the service did not prove it
     * @param to where the person goes then: one of the client's addresses with its state, or empty
     */
    record Asked(@Nullable Client client, @Nullable Hint hint, String to)
            implements LogoutRequest {}

    /**
     * Of an id_token of ours.
     *
     * @param sid empty when it has none
     */
    record Hint(String sid, String subject) {}
}
