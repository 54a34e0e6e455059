package fr.socle.identity.web;

import fr.socle.identity.federation.Holds;
import fr.socle.identity.sso.Consents;
import fr.socle.identity.sso.FederationSessions;
import fr.socle.identity.sso.Passage;
import fr.socle.identity.sso.Passages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Who comes to sign in: through by a session that is open, or on to a provider. */
@Component
class Entrance {

    /** Who is signed in, and what that opens. */
    @Component
    record Gate(FederationSessions sessions, Passages passages, Consents consents) {}

    /** Where it goes on. */
    @Component
    record Road(InFlights flights, Ways ways) {}

    private final Gate gate;
    private final Road road;
    private final Holds holds;
    private final HandOver handOver;

    Entrance(Gate gate, Road road, Holds holds, HandOver handOver) {
        this.gate = gate;
        this.road = road;
        this.holds = holds;
        this.handOver = handOver;
    }

    Object enter(InFlight flight, HttpServletRequest request, HttpServletResponse response) {
        var session = gate.sessions().current(request, flight.federation());
        var asked = flight.request();
        return switch (gate.passages().decide(flight.client(), asked, session)) {
            case Passage.Choose _ -> choose(flight, request, response);
            case Passage.Again(var provider) ->
                    choose(flight.suggesting(provider), request, response);
            case Passage.Through here -> through(flight, here, request, response);
            case Passage.Refused(var error, var why) ->
                    road.ways().withError(flight.federation(), asked.reply(), error, why);
        };
    }

    private Object choose(
            InFlight flight, HttpServletRequest request, HttpServletResponse response) {
        road.flights().keep(request, response, flight);
        return Ways.seeOther(flight.path(""));
    }

    private Object through(
            InFlight flight,
            Passage.Through here,
            HttpServletRequest request,
            HttpServletResponse response) {
        var asked = flight.request();
        if (!gate.consents().mustShow(flight.client(), asked, here.known())) {
            return handOver.through(flight, here, request, response)
                    .orElseGet(() -> choose(flight, request, response));
        }
        holds.reuse(flight.transaction(), flight.client(), asked, here);
        road.flights().keep(request, response, flight);
        return Ways.seeOther(flight.path("/consent"));
    }
}
