package fr.socle.identity.web;

import fr.socle.house.PublicAddress;
import fr.socle.identity.broker.OpenIdClient;
import fr.socle.identity.federation.AuthorizeRequest;
import fr.socle.identity.federation.Federation;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Where the browser goes next. */
@Component
class Ways {

    private final PublicAddress address;

    Ways(PublicAddress address) {
        this.address = address;
    }

    static ResponseEntity<Void> seeOther(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Cache-Control", "no-store")
                .location(URI.create(address))
                .build();
    }

    /** The steps of one sign-in lie below this path. */
    static String interaction(Federation federation, String transaction) {
        return federation.base() + "/interaction/" + transaction;
    }

    ResponseEntity<Void> withCode(Federation federation, AuthorizeRequest request, String code) {
        return back(federation, request.redirectUri(), request.state(), Map.of("code", code));
    }

    ResponseEntity<Void> withError(
            Federation federation, String redirectUri, String state, String error, String why) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("error", error);
        parameters.put("error_description", why);
        return back(federation, redirectUri, state, parameters);
    }

    /** To the service, naming the issuer, so that it cannot be confused with another (RFC 9207). */
    private ResponseEntity<Void> back(
            Federation federation, String redirectUri, String state, Map<String, String> what) {
        var parameters = new LinkedHashMap<>(what);
        if (!state.isEmpty()) {
            parameters.put("state", state);
        }
        parameters.put("iss", address.of(federation.base()));
        return seeOther(
                redirectUri
                        + (redirectUri.contains("?") ? "&" : "?")
                        + OpenIdClient.encoded(parameters));
    }
}
