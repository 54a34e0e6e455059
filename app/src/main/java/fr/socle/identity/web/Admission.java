package fr.socle.identity.web;

import fr.socle.identity.broker.OpenIdClient.Identity;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.broker.UpstreamFailure;
import fr.socle.identity.federation.Holds;
import fr.socle.identity.federation.SecondFactors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** How it goes on with who came back from a provider. */
@Component
class Admission {

    private final Holds holds;
    private final SecondFactors secondFactors;
    private final HandOver handOver;

    Admission(Holds holds, SecondFactors secondFactors, HandOver handOver) {
        this.holds = holds;
        this.secondFactors = secondFactors;
        this.handOver = handOver;
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
        if (!provider.federation().ofUsagers()
                && asked.acrEssential()
                && !identity.acrOr(asked.acr()).atLeast(asked.acr())) {
            return handOver.no(
                    flight,
                    "access_denied",
                    "requested ACRs could not be satisfied",
                    request,
                    response);
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
                holds.hold(
                        flight.transaction(),
                        flight.client(),
                        flight.request(),
                        provider,
                        identity);
        return held.map(it -> handOver.goOn(flight, it, request, response))
                .orElseGet(() -> Ways.seeOther(flight.path("/consent")));
    }
}
