package fr.socle.identity.web;

import fr.socle.identity.broker.Broker;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.federation.Held;
import fr.socle.identity.federation.SignIns;
import fr.socle.identity.federation.SignIns.Released;
import fr.socle.identity.federation.SignIns.Word;
import fr.socle.identity.sso.Consents;
import fr.socle.identity.sso.FederationCookie;
import fr.socle.identity.sso.FederationSession;
import fr.socle.identity.sso.FederationSessions;
import fr.socle.identity.sso.Passage;
import fr.socle.identity.usager.Notices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The end of a sign-in: the code for the service, the session for the browser. */
@Component
class HandOver {

    /** What the browser keeps, and how the person is warned of it. */
    @Component
    record Kept(
            FederationSessions sessions,
            FederationCookie cookie,
            InFlights flights,
            Notices notices) {}

    private final SignIns signIns;
    private final Kept kept;
    private final Consents consents;
    private final Broker broker;
    private final Ways ways;

    HandOver(SignIns signIns, Kept kept, Consents consents, Broker broker, Ways ways) {
        this.signIns = signIns;
        this.consents = consents;
        this.kept = kept;
        this.broker = broker;
        this.ways = ways;
    }

    /** To the page that tells what will be shared; to the service, when nothing is to be shown. */
    Object goOn(
            InFlight flight, Held held, HttpServletRequest request, HttpServletResponse response) {
        var expected = flight.request().idTokenHintSub();
        if (expected != null && !expected.equals(held.subject())) {
            signIns.decline(held);
            return no(flight, "login_required", "another person signed in", request, response);
        }
        return consents.mustShow(flight.client(), flight.request(), held.person())
                ? Ways.seeOther(flight.path("/consent"))
                : pass(flight, held, request, response);
    }

    /** The person said yes before. Who took that back this very moment is asked after all. */
    private Object pass(
            InFlight flight, Held held, HttpServletRequest request, HttpServletResponse response) {
        return released(flight, held, false, request)
                .<Object>map(it -> leave(flight, it, request, response))
                .orElseGet(() -> Ways.seeOther(flight.path("/consent")));
    }

    /** The service is told no, and the sign-in is over. */
    Object no(
            InFlight flight,
            String error,
            String why,
            HttpServletRequest request,
            HttpServletResponse response) {
        kept.flights().forget(request, response, flight);
        return ways.withError(flight.federation(), flight.request().reply(), error, why);
    }

    /** The person has just said yes. */
    Object give(
            InFlight flight, Held held, HttpServletRequest request, HttpServletResponse response) {
        return released(flight, held, true, request)
                .<Object>map(it -> leave(flight, it, request, response))
                .orElseGet(() -> late(held));
    }

    private Optional<Released> released(
            InFlight flight, Held held, boolean asked, HttpServletRequest request) {
        var here = kept.sessions().remembered(request, flight.federation());
        return signIns.release(held, flight.client(), word(flight, held, here, asked));
    }

    /** From a session straight to the service; empty when the session ended this very moment. */
    Optional<Object> through(
            InFlight flight,
            Passage.Through here,
            HttpServletRequest request,
            HttpServletResponse response) {
        return signIns.through(
                        flight.transaction(),
                        flight.client(),
                        flight.request(),
                        here,
                        it -> word(flight, it, Optional.of(here.session()), false))
                .map(it -> leave(flight, it, request, response));
    }

    private Word word(InFlight flight, Held held, Optional<FederationSession> here, boolean asked) {
        var data = SharedData.labels(flight.federation(), held);
        return new Word(label(held.provider()), data, here, asked);
    }

    /** The name of the provider, as people know it. */
    String label(String provider) {
        return broker.find(provider).map(Provider::label).orElse(provider);
    }

    private Object leave(
            InFlight flight,
            Released released,
            HttpServletRequest request,
            HttpServletResponse response) {
        var secret = released.secret();
        if (secret != null) {
            kept.cookie().put(request, response, flight.federation(), secret);
        }
        var provider = label(released.held().provider());
        kept.notices().signedIn(released, flight.client(), provider, request, response);
        kept.flights().forget(request, response, flight);
        return ways.withCode(flight.federation(), flight.request(), released.code());
    }

    private static TroublePage late(Held held) {
        return TroublePage.again(
                held.session() == null ? "identity.trouble.used" : "identity.trouble.ended", 409);
    }
}
