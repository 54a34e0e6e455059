package fr.socle.identity.web;

import fr.socle.identity.broker.Broker;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.broker.UpstreamFailure;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.SignIns;
import fr.socle.identity.usager.SignInRefused;
import fr.socle.ui.access.Public;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Where providers send people back to, and how a service hears that somebody gave up. */
@Controller
@Public
class CallbackController {

    private final InFlights flights;
    private final Broker broker;
    private final SignIns signIns;
    private final Trouble trouble;
    private final Ways ways;

    CallbackController(
            InFlights flights, Broker broker, SignIns signIns, Trouble trouble, Ways ways) {
        this.flights = flights;
        this.broker = broker;
        this.signIns = signIns;
        this.trouble = trouble;
        this.ways = ways;
    }

    @GetMapping("/{federation:citoyens|agents}/api/v2/oidc-callback")
    Object arrive(
            @PathVariable String federation,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String error,
            @RequestParam(defaultValue = "") String iss,
            HttpServletRequest request,
            HttpServletResponse response) {
        var flight = flights.find(request, federation, state);
        var provider = flight.flatMap(InFlight::provider).flatMap(broker::find);
        if (flight.isEmpty() || provider.isEmpty()) {
            return InFlights.lost();
        }
        if (signIns.begun(state)) {
            return Ways.seeOther(flight.get().path("/consent"));
        }
        if (!iss.isEmpty() && !broker.isIssuer(provider.get(), iss)) {
            return trouble.of(mixedUp(), flight.get(), provider.get());
        }
        if (!error.isEmpty() || code.isEmpty()) {
            return refusedThere(flight.get(), error);
        }
        var answer = read(flight.get(), provider.get(), code);
        if (answer instanceof ResponseEntity<?> && flight.get().federation() == Federation.AGENTS) {
            // the code is on its way, and nothing more is asked here
            flights.forget(request, response, flight.get());
        }
        return answer;
    }

    /** The answer of one provider, brought as if it were another's (RFC 9207). */
    private static UpstreamFailure mixedUp() {
        return new UpstreamFailure(UpstreamFailure.Kind.LYING, "the answer names another issuer");
    }

    private Object read(InFlight flight, Provider provider, String code) {
        try {
            var identity = broker.arrival(provider, flight.flight(), code);
            var held =
                    signIns.hold(
                            flight.transaction(),
                            flight.client(),
                            flight.request(),
                            provider,
                            identity);
            return held.isPresent() && flight.federation() == Federation.AGENTS
                    ? handOver(flight, provider)
                    : Ways.seeOther(flight.path("/consent"));
        } catch (UpstreamFailure failed) {
            return trouble.of(failed, flight, provider);
        } catch (SignInRefused refused) {
            return Trouble.of(refused, flight, provider);
        }
    }

    /** An agent's data are his administration's: there is nothing to agree to. */
    private Object handOver(InFlight flight, Provider provider) {
        return signIns.waiting(flight.transaction())
                .flatMap(it -> signIns.release(it, flight.client(), provider.label(), List.of()))
                .<Object>map(it -> ways.withCode(flight.federation(), flight.request(), it))
                .orElseGet(() -> TroublePage.again("identity.trouble.used", 409));
    }

    /** The provider's no is passed on: only the service knows what to do without the person. */
    private Object refusedThere(InFlight flight, String error) {
        var asked = flight.request();
        return ways.withError(
                flight.federation(),
                asked.redirectUri(),
                asked.state(),
                error.equals("temporarily_unavailable") ? error : "access_denied",
                "the identity provider did not sign the person in");
    }

    @GetMapping("/{federation:citoyens|agents}/api/v2/interaction/{transaction}/abandon")
    Object giveUp(
            @PathVariable String federation,
            @PathVariable String transaction,
            HttpServletRequest request,
            HttpServletResponse response) {
        var flight = flights.find(request, federation, transaction);
        if (flight.isEmpty()) {
            return InFlights.lost();
        }
        flights.forget(request, response, flight.get());
        var asked = flight.get().request();
        var down = request.getParameter("panne") != null;
        return ways.withError(
                flight.get().federation(),
                asked.redirectUri(),
                asked.state(),
                down ? "temporarily_unavailable" : "access_denied",
                down ? "the identity provider failed" : "the person gave up");
    }
}
