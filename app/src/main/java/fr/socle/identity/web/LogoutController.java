package fr.socle.identity.web;

import com.nimbusds.jwt.JWTClaimsSet;
import fr.socle.house.PublicAddress;
import fr.socle.identity.broker.OpenIdClient;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.keys.SigningKeys;
import fr.socle.ui.Link;
import fr.socle.ui.access.Public;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where services send people who leave (OpenID Connect RP-Initiated Logout 1.0). The federation
 * itself keeps nobody signed in, so that leaving the service is leaving.
 */
@Controller
@Public
class LogoutController {

    private final SigningKeys keys;
    private final Clients clients;
    private final PublicAddress address;

    LogoutController(SigningKeys keys, Clients clients, PublicAddress address) {
        this.keys = keys;
        this.clients = clients;
        this.address = address;
    }

    /** Only who proves by an id_token of ours which service it is may name an address. */
    @RequestMapping(
            path = "/{federation:" + Federation.CODES + "}/api/v2/session/end",
            method = {RequestMethod.GET, RequestMethod.POST})
    Object leave(
            @PathVariable String federation,
            @RequestParam(name = "id_token_hint", defaultValue = "") String hint,
            @RequestParam(name = "post_logout_redirect_uri", defaultValue = "") String to,
            @RequestParam(defaultValue = "") String state) {
        return client(Federation.of(federation).orElseThrow(), hint)
                .filter(it -> it.mayLeaveTo(to, address.value()))
                .<Object>map(_ -> Ways.seeOther(state.isEmpty() ? to : with(to, state)))
                .orElseGet(
                        () ->
                                new TroublePage(
                                        "identity.left",
                                        "",
                                        200,
                                        List.of(Link.to("identity.left.home", "/"))));
    }

    private Optional<Client> client(Federation federation, String hint) {
        return keys.verified(federation.code(), hint)
                .map(JWTClaimsSet::getAudience)
                .filter(it -> it.size() == 1)
                .flatMap(it -> clients.find(it.getFirst()))
                .filter(it -> it.federation() == federation);
    }

    private static String with(String address, String state) {
        return address
                + (address.contains("?") ? "&" : "?")
                + OpenIdClient.encoded(Map.of("state", state));
    }
}
