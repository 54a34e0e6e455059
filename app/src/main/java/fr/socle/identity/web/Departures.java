package fr.socle.identity.web;

import fr.socle.identity.broker.Broker;
import fr.socle.identity.broker.OpenIdClient.Flight;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.broker.UpstreamFailure;
import fr.socle.identity.keys.Secrets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Sends a browser to a provider, which learns nothing of the service: one address to come back to,
 * secrets made for this journey, and no referrer.
 */
@Component
class Departures {

    private final InFlights flights;
    private final Broker broker;
    private final Secrets secrets;

    Departures(InFlights flights, Broker broker, Secrets secrets) {
        this.flights = flights;
        this.broker = broker;
        this.secrets = secrets;
    }

    /**
     * @param more further parameters; none may tell who the service is
     */
    Object to(
            Provider provider,
            InFlight flight,
            Map<String, String> more,
            HttpServletRequest request,
            HttpServletResponse response) {
        var journey =
                new Flight(
                        InFlights.state(flight, secrets.fresh()), secrets.fresh(), secrets.fresh());
        var sent = flight.sentTo(provider.uid(), journey);
        // also when that fails: a service's suggestion is followed once
        flights.keep(request, response, sent);
        try {
            var address = broker.departure(provider, sent.flight(), flight.request().acr(), more);
            response.setHeader("Referrer-Policy", "no-referrer");
            return Ways.seeOther(address);
        } catch (UpstreamFailure failed) {
            return Trouble.of(failed, sent, provider);
        }
    }
}
