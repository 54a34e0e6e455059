package fr.socle.identity.web;

import fr.socle.house.PublicAddress;
import fr.socle.identity.broker.OpenIdClient;
import fr.socle.identity.broker.OpenIdClient.Flight;
import fr.socle.identity.broker.OpenIdClient.Identity;
import fr.socle.identity.broker.Registration;
import fr.socle.identity.broker.UpstreamFailure;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.keys.FlightCookies;
import fr.socle.identity.keys.FlightCookies.Lane;
import fr.socle.identity.keys.Secrets;
import fr.socle.ui.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How the pages of this house sign people in: as any client of a federation would, over HTTP. They
 * see nothing of the federation but its addresses.
 */
@Component
class OurSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(OurSignIn.class);
    private static final String NONCE = "nonce";
    private static final String VERIFIER = "verifier";

    /** One of our two clients. */
    record Ours(
            String clientId,
            Federation federation,
            String returnPath,
            java.util.Set<String> scopes,
            Lane lane) {}

    /** What coming back gives. */
    sealed interface Arrival {
        record Arrived(Identity identity, Map<String, String> kept) implements Arrival {}

        record Failed(Page page) implements Arrival {}
    }

    private final OpenIdClient client;
    private final Clients clients;
    private final FlightCookies cookies;
    private final Secrets secrets;
    private final PublicAddress address;

    OurSignIn(
            OpenIdClient client,
            Clients clients,
            FlightCookies cookies,
            Secrets secrets,
            PublicAddress address) {
        this.client = client;
        this.clients = clients;
        this.cookies = cookies;
        this.secrets = secrets;
        this.address = address;
    }

    /**
     * Sends the browser to the federation. Who came by another name of this machine is first sent
     * to the public one: the cookie must be there when he comes back.
     *
     * @param keep comes back unchanged
     */
    Object depart(
            Ours ours,
            Map<String, String> keep,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (elsewhere(request)) {
            var query = request.getQueryString();
            return Ways.seeOther(
                    address.of(request.getRequestURI() + (query == null ? "" : "?" + query)));
        }
        var flight = new Flight(secrets.transaction(), secrets.fresh(), secrets.fresh());
        var members = new LinkedHashMap<>(keep);
        members.put(NONCE, flight.nonce());
        members.put(VERIFIER, flight.verifier());
        try {
            var to = client.departure(registration(ours), flight, Map.of());
            cookies.put(request, response, ours.lane(), flight.state(), members);
            return Ways.seeOther(to);
        } catch (UpstreamFailure failed) {
            LOG.error("our own federation: {}", failed.getMessage());
            return TroublePage.again("identity.trouble.ours", 502);
        }
    }

    Arrival arrive(Ours ours, HttpServletRequest request, HttpServletResponse response) {
        var state = parameter(request, "state");
        var kept = cookies.read(request, ours.lane(), state);
        if (kept.isEmpty()) {
            return new Arrival.Failed(InFlights.lost());
        }
        cookies.remove(request, response, ours.lane(), state);
        if (!parameter(request, "iss").equals(address.of(ours.federation().base()))) {
            return new Arrival.Failed(InFlights.lost());
        }
        var code = parameter(request, "code");
        return code.isEmpty()
                ? new Arrival.Failed(noCode(parameter(request, "error")))
                : redeem(ours, state, kept.get(), code);
    }

    private Arrival redeem(Ours ours, String state, Map<String, String> kept, String code) {
        var flight =
                new Flight(state, kept.getOrDefault(NONCE, ""), kept.getOrDefault(VERIFIER, ""));
        try {
            return new Arrival.Arrived(client.arrival(registration(ours), flight, code), kept);
        } catch (UpstreamFailure failed) {
            LOG.warn("our own federation: {}", failed.getMessage());
            return new Arrival.Failed(TroublePage.again("identity.trouble.ours", 502));
        }
    }

    private static Page noCode(String error) {
        return TroublePage.again(
                error.equals("access_denied")
                        ? "identity.trouble.declined"
                        : "identity.trouble.unavailable",
                200);
    }

    /** Where the federation sends people who leave. */
    Optional<String> leaving(Ours ours, String idToken) {
        return Optional.of(
                address.of(ours.federation().base())
                        + "/session/end?"
                        + OpenIdClient.encoded(
                                Map.of(
                                        "id_token_hint",
                                        idToken,
                                        "post_logout_redirect_uri",
                                        address.of("/"))));
    }

    private Registration registration(Ours ours) {
        return Registration.plain(
                address.of(ours.federation().base()),
                ours.clientId(),
                clients.secretOfOurs(ours.clientId()),
                address.of(ours.returnPath()),
                String.join(" ", new TreeSet<>(ours.scopes())));
    }

    private boolean elsewhere(HttpServletRequest request) {
        var here = URI.create(address.value());
        return here.getHost() != null && !here.getHost().equalsIgnoreCase(request.getServerName());
    }

    private static String parameter(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
