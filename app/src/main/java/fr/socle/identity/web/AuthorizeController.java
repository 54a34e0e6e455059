package fr.socle.identity.web;

import fr.socle.identity.federation.Authorization.Accepted;
import fr.socle.identity.federation.Authorization.Refused;
import fr.socle.identity.federation.Authorization.Stopped;
import fr.socle.identity.federation.AuthorizeReader;
import fr.socle.identity.federation.Fault;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.keys.FlightCookies;
import fr.socle.identity.keys.Secrets;
import fr.socle.ui.access.Public;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Where services send people to sign in. */
@Controller
@Public
class AuthorizeController {

    private final AuthorizeReader reader;
    private final FlightCookies flights;
    private final Secrets secrets;
    private final Ways ways;
    private final Entrance entrance;

    AuthorizeController(
            AuthorizeReader reader,
            FlightCookies flights,
            Secrets secrets,
            Ways ways,
            Entrance entrance) {
        this.reader = reader;
        this.flights = flights;
        this.secrets = secrets;
        this.ways = ways;
        this.entrance = entrance;
    }

    @RequestMapping(
            path = "/{federation:" + Federations.CODES + "}/api/v2/authorize",
            method = {RequestMethod.GET, RequestMethod.POST})
    Object authorize(
            @PathVariable("federation") Federation here,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (reader.read(here, request.getParameterMap())) {
            case Stopped(var fault, var why) -> page(fault, why);
            case Refused(var reply, var error, var why) -> ways.withError(here, reply, error, why);
            case Accepted accepted -> begin(here, accepted, request, response);
        };
    }

    /** The rule that was broken is quoted: who reads it is the service's developer. */
    private static TroublePage page(Fault fault, String why) {
        var key =
                switch (fault) {
                    case CLIENT_UNKNOWN -> "identity.refused.client";
                    case REDIRECT_URI -> "identity.refused.redirect";
                    default -> "identity.refused.request";
                };
        return TroublePage.of(fault, key, why, List.of(), why);
    }

    private Object begin(
            Federation here,
            Accepted accepted,
            HttpServletRequest request,
            HttpServletResponse response) {
        var transaction = secrets.transaction();
        var asked = accepted.request();
        var members = asked.members();
        if (!flights.fits(members)) {
            return ways.withError(
                    here, asked.reply(), "invalid_request", "the request is too long");
        }
        var flight = new InFlight(here, transaction, accepted.client(), members);
        return request.getMethod().equals("POST")
                ? again(flight, request, response)
                : entrance.enter(flight, request, response);
    }

    /** Another site's POST carries no session: the next GET does. */
    private Object again(
            InFlight flight, HttpServletRequest request, HttpServletResponse response) {
        flights.put(
                request,
                response,
                flight.federation().lane(),
                flight.transaction(),
                flight.members());
        return Ways.seeOther(flight.path("/verify"));
    }
}
