package fr.socle.identity.web;

import fr.socle.house.PublicAddress;
import fr.socle.identity.broker.OpenIdClient;
import fr.socle.identity.federation.AuthorizeRequest;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Reply;
import fr.socle.ui.FormTargets;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

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

    Object withCode(Federation federation, AuthorizeRequest request, String code) {
        return back(federation, request.reply(), Map.of("code", code));
    }

    Object withError(Federation federation, Reply reply, String error, String why) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("error", error);
        parameters.put("error_description", why);
        return back(federation, reply, parameters);
    }

    /** To the service, naming the issuer, so that it cannot be confused with another (RFC 9207). */
    private Object back(Federation federation, Reply reply, Map<String, String> what) {
        var parameters = new LinkedHashMap<>(what);
        if (!reply.state().isEmpty()) {
            parameters.put("state", reply.state());
        }
        parameters.put("iss", address.of(federation.base()));
        return switch (reply.mode()) {
            case QUERY -> seeOther(joined(reply.redirectUri(), parameters));
            case FRAGMENT -> seeOther(reply.redirectUri() + "#" + OpenIdClient.encoded(parameters));
            case FORM_POST -> posted(reply.redirectUri(), parameters);
        };
    }

    private static String joined(String address, Map<String, String> parameters) {
        return address + (address.contains("?") ? "&" : "?") + OpenIdClient.encoded(parameters);
    }

    /** The page's policy must let its form end there. */
    private static FormPostPage posted(String address, Map<String, String> parameters) {
        var here = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        var response = Objects.requireNonNull(here.getResponse());
        FormTargets.allow(response, List.of(address));
        response.setHeader("Cache-Control", "no-store");
        return new FormPostPage(address, parameters);
    }
}
