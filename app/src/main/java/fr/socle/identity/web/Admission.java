package fr.socle.identity.web;

import fr.socle.identity.broker.OpenIdClient.Identity;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.broker.UpstreamFailure;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.SecondFactors;
import fr.socle.identity.federation.SignIns;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Component;

/** How it goes on with who came back from a provider. */
@Component
class Admission {

    private final InFlights flights;
    private final SignIns signIns;
    private final SecondFactors secondFactors;
    private final Ways ways;

    Admission(InFlights flights, SignIns signIns, SecondFactors secondFactors, Ways ways) {
        this.flights = flights;
        this.signIns = signIns;
        this.secondFactors = secondFactors;
        this.ways = ways;
    }

    /**
     * A usager is shown what will be shared; an agent goes to the service, or owes a code first.
     */
    Object of(
            InFlight flight,
            Provider provider,
            Identity identity,
            HttpServletRequest request,
            HttpServletResponse response)
            throws UpstreamFailure {
        if (secondFactors.owes(flight.request(), provider, identity)) {
            secondFactors.send(flight.transaction(), provider, identity);
            return Ways.seeOther(flight.path(SecondFactorController.STEP));
        }
        var asked = flight.request();
        if (provider.federation() == Federation.AGENTS
                && asked.acrEssential()
                && !identity.acrOr(asked.acr()).atLeast(asked.acr())) {
            flights.forget(request, response, flight);
            return ways.withError(
                    flight.federation(),
                    asked.reply(),
                    "access_denied",
                    "requested ACRs could not be satisfied");
        }
        return held(flight, provider, identity, request, response);
    }

    private Object held(
            InFlight flight,
            Provider provider,
            Identity identity,
            HttpServletRequest request,
            HttpServletResponse response)
            throws UpstreamFailure {
        var held =
                signIns.hold(
                        flight.transaction(),
                        flight.client(),
                        flight.request(),
                        provider,
                        identity);
        if (held.isEmpty() || flight.federation().ofUsagers()) {
            return Ways.seeOther(flight.path("/consent"));
        }
        // an agent's data are his administration's: there is nothing to agree to
        var code = signIns.release(held.get(), flight.client(), provider.label(), List.of());
        flights.forget(request, response, flight);
        return code.<Object>map(it -> ways.withCode(flight.federation(), flight.request(), it))
                .orElseGet(() -> TroublePage.again("identity.trouble.used", 409));
    }
}
