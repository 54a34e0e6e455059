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
    private static final String STATE = "idp_state";
    private static final String NONCE = "idp_nonce";
    private static final String VERIFIER = "idp_verifier";
    private static final String EMAIL = "email";

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

    /** Empty secrets when the browser was not sent to a provider yet. */
    Flight flight() {
        return new Flight(
                members.getOrDefault(STATE, ""),
                members.getOrDefault(NONCE, ""),
                members.getOrDefault(VERIFIER, ""));
    }

    /** The same, sent to this provider with secrets of that journey alone. */
    InFlight sentTo(String uid, Flight flight) {
        return with(
                Map.of(
                        PROVIDER, uid,
                        STATE, flight.state(),
                        NONCE, flight.nonce(),
                        VERIFIER, flight.verifier()));
    }

    /** The address that an agent typed, or empty. */
    String email() {
        return members.getOrDefault(EMAIL, "");
    }

    /** The same, of an agent of this address. */
    InFlight of(String email) {
        return with(Map.of(EMAIL, email));
    }

    private InFlight with(Map<String, String> others) {
        var more = new LinkedHashMap<>(members);
        more.putAll(others);
        return new InFlight(federation, transaction, client, more);
    }
}
