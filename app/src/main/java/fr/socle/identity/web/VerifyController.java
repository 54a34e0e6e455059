package fr.socle.identity.web;

import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.federation.SignIns;
import fr.socle.ui.access.Public;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Looks again at who is signed in, when the service's own request could not tell. */
@Controller
@Public
class VerifyController {

    private final InFlights flights;
    private final SignIns signIns;
    private final Entrance entrance;

    VerifyController(InFlights flights, SignIns signIns, Entrance entrance) {
        this.flights = flights;
        this.signIns = signIns;
        this.entrance = entrance;
    }

    @GetMapping("/{federation:" + Federations.CODES + "}/api/v2/interaction/{transaction}/verify")
    Object verify(
            @PathVariable Federation federation,
            @PathVariable String transaction,
            HttpServletRequest request,
            HttpServletResponse response) {
        var flight = flights.find(request, federation, transaction);
        if (flight.isEmpty()) {
            return InFlights.lost();
        }
        return signIns.begun(transaction)
                ? Ways.seeOther(flight.get().path("/consent"))
                : entrance.enter(flight.get(), request, response);
    }
}
