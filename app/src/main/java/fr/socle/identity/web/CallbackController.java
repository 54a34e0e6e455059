package fr.socle.identity.web;

import fr.socle.identity.broker.Broker;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.broker.UpstreamFailure;
import fr.socle.identity.broker.UpstreamFault;
import fr.socle.identity.federation.Arrivals;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.federation.SignIns;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.operator.SignInCounters;
import fr.socle.identity.usager.SignInRefused;
import fr.socle.ui.access.Public;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Where providers send people back to, and how a service hears that somebody gave up. */
@Controller
@Public
class CallbackController {

    /** Where the answer of a provider goes, step by step. */
    @Component
    record Inside(
            Arrivals arrivals, SignIns signIns, Admission admission, SignInCounters counters) {}

    private final InFlights flights;
    private final Broker broker;
    private final Inside inside;
    private final Ways ways;

    CallbackController(InFlights flights, Broker broker, Inside inside, Ways ways) {
        this.flights = flights;
        this.broker = broker;
        this.inside = inside;
        this.ways = ways;
    }

    @GetMapping("/{federation:" + Federations.CODES + "}/api/v2/oidc-callback")
    Object arrive(
            @PathVariable Federation federation,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String error,
            @RequestParam(defaultValue = "") String iss,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (state.isEmpty()) {
            return Trouble.alone(UpstreamFault.STATE_MISSING);
        }
        var transaction = InFlights.transaction(state);
        var flight = flights.find(request, federation, transaction);
        var provider = flight.flatMap(InFlight::provider).flatMap(broker::known);
        if (flight.isEmpty() || provider.isEmpty()) {
            return InFlights.lost();
        }
        if (!same(flight.get().flight().state(), state)) {
            return Trouble.of(
                    new UpstreamFailure(UpstreamFault.STATE_WRONG, "a state of another journey"),
                    flight.get(),
                    provider.get());
        }
        if (inside.signIns().begun(transaction)) {
            return Ways.seeOther(flight.get().path("/consent"));
        }
        if (!iss.isEmpty() && !broker.isIssuer(provider.get(), iss)) {
            return Trouble.of(mixedUp(), flight.get(), provider.get());
        }
        if (!error.isEmpty()) {
            return refusedThere(flight.get(), error);
        }
        if (code.isEmpty()) {
            return Trouble.of(
                    new UpstreamFailure(UpstreamFault.CODE_MISSING, "neither code nor error"),
                    flight.get(),
                    provider.get());
        }
        return read(flight.get(), provider.get(), code, request, response);
    }

    private static boolean same(String sent, String brought) {
        return Secrets.same(
                sent.getBytes(StandardCharsets.UTF_8), brought.getBytes(StandardCharsets.UTF_8));
    }

    /** The answer of one provider, brought as if it were another's (RFC 9207). */
    private static UpstreamFailure mixedUp() {
        return new UpstreamFailure(UpstreamFault.TOKEN_LYING, "the answer names another issuer");
    }

    private Object read(
            InFlight flight,
            Provider provider,
            String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var identity = inside.arrivals().of(flight.request(), provider, flight.flight(), code);
            return inside.admission().of(flight, provider, identity, request, response);
        } catch (UpstreamFailure failed) {
            var kind = failed.fault().name().toLowerCase(Locale.ROOT);
            inside.counters().failed(provider.uid(), flight.client().clientId(), kind);
            return Trouble.of(failed, flight, provider);
        } catch (SignInRefused refused) {
            return Trouble.of(refused, flight, provider);
        }
    }

    /** The provider's no is passed on: only the service knows what to do without the person. */
    private Object refusedThere(InFlight flight, String error) {
        var asked = flight.request();
        return ways.withError(
                flight.federation(),
                asked.reply(),
                error.equals("temporarily_unavailable") ? error : "access_denied",
                "the identity provider did not sign the person in");
    }

    @GetMapping("/{federation:" + Federations.CODES + "}/api/v2/interaction/{transaction}/abandon")
    Object giveUp(
            @PathVariable Federation federation,
            @PathVariable String transaction,
            HttpServletRequest request,
            HttpServletResponse response) {
        var flight = flights.find(request, federation, transaction);
        if (flight.isEmpty()) {
            return InFlights.lost();
        }
        flights.forget(request, response, flight.get());
        var asked = flight.get().request();
        var fault = UpstreamFault.of(Objects.requireNonNullElse(request.getParameter("panne"), ""));
        return ways.withError(
                flight.get().federation(),
                asked.reply(),
                fault.map(it -> it.fault().error()).orElse("access_denied"),
                fault.map(it -> it.fault().code() + ": the identity was not established")
                        .orElse("the person gave up"));
    }
}
