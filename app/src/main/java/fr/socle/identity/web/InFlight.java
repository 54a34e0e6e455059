package fr.socle.identity.web;

import fr.socle.identity.broker.OpenIdClient.Flight;
import fr.socle.identity.federation.AuthorizeRequest;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Federation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A sign-in whose cookie this browser holds.
 *
 * @param members of the cookie
 */
record InFlight(
        Federation federation, String transaction, Client client, Map<String, String> members) {

    private static final String PROVIDER = "idp";
    private static final String NONCE = "idp_nonce";
    private static final String VERIFIER = "idp_verifier";

    AuthorizeRequest request() {
        return AuthorizeRequest.of(members);
    }

    String path(String step) {
        return Ways.interaction(federation, transaction) + step;
    }

    /** The e-mail address that the service suggested, or empty. */
    String hint() {
        return Objects.requireNonNullElse(request().loginHint(), "");
    }

    /** The uid of the provider to which the browser was sent. */
    Optional<String> provider() {
        return Optional.ofNullable(members.get(PROVIDER));
    }

    Flight flight() {
        return new Flight(
                transaction, members.getOrDefault(NONCE, ""), members.getOrDefault(VERIFIER, ""));
    }

    /** The same, with the provider that the person came from put first. */
    InFlight suggesting(String uid) {
        var more = new LinkedHashMap<>(members);
        more.put("idp_hint", uid);
        return new InFlight(federation, transaction, client, more);
    }

    /** The same, sent to this provider with fresh secrets. */
    InFlight sentTo(String uid, String nonce, String verifier) {
        var more = new LinkedHashMap<>(members);
        more.put(PROVIDER, uid);
        more.put(NONCE, nonce);
        more.put(VERIFIER, verifier);
        return new InFlight(federation, transaction, client, more);
    }
}
