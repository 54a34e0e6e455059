package fr.socle.identity.web;

import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.keys.FlightCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The sign-ins that a browser has in flight. */
@Component
class InFlights {

    private static final char SEPARATOR = '.';

    private final FlightCookies cookies;
    private final Clients clients;

    InFlights(FlightCookies cookies, Clients clients) {
        this.cookies = cookies;
        this.clients = clients;
    }

    /** Empty when the cookie is lost, or the service was cut off meanwhile. */
    Optional<InFlight> find(HttpServletRequest request, Federation here, String transaction) {
        return cookies.read(request, here.lane(), transaction)
                .flatMap(
                        members ->
                                clients.find(members.getOrDefault("client", ""))
                                        .filter(Client::active)
                                        .map(it -> new InFlight(here, transaction, it, members)));
    }

    void keep(HttpServletRequest request, HttpServletResponse response, InFlight flight) {
        cookies.put(
                request,
                response,
                flight.federation().lane(),
                flight.transaction(),
                flight.members());
    }

    void forget(HttpServletRequest request, HttpServletResponse response, InFlight flight) {
        cookies.remove(request, response, flight.federation().lane(), flight.transaction());
    }

    /** A fresh state for one journey to a provider; it begins with the name of the cookie. */
    static String state(InFlight flight, String fresh) {
        return flight.transaction() + SEPARATOR + fresh;
    }

    /** The name of the cookie of the journey that this state belongs to. */
    static String transaction(String state) {
        int end = state.indexOf(SEPARATOR);
        return end < 0 ? "" : state.substring(0, end);
    }

    /** What the person is told when the browser no longer knows of the sign-in. */
    static TroublePage lost() {
        return TroublePage.again("identity.trouble.lost", 400);
    }
}
