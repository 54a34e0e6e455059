package fr.socle.identity.web;

import fr.socle.identity.broker.Broker;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.federation.Held;
import fr.socle.identity.federation.SignIns;
import fr.socle.identity.operator.SignInReferences;
import fr.socle.ui.FormTargets;
import fr.socle.ui.access.Public;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shows a person what is about to be shared, and waits for their word. */
@Controller
@Public
@RequestMapping("/{federation:citoyens|agents}/api/v2/interaction/{transaction}")
class ConsentController {

    /** A sign-in of this browser that waits. */
    private record Waiting(InFlight flight, Held held) {}

    private final InFlights flights;
    private final SignIns signIns;
    private final Broker broker;
    private final Ways ways;
    private final SignInReferences references;

    ConsentController(
            InFlights flights,
            SignIns signIns,
            Broker broker,
            Ways ways,
            SignInReferences references) {
        this.references = references;
        this.flights = flights;
        this.signIns = signIns;
        this.broker = broker;
        this.ways = ways;
    }

    @GetMapping("/consent")
    Object show(
            @PathVariable String federation,
            @PathVariable String transaction,
            HttpServletRequest request,
            HttpServletResponse response) {
        var waiting = waiting(request, federation, transaction);
        if (waiting.isEmpty()) {
            return gone(request, federation, transaction);
        }
        var flight = waiting.get().flight();
        var held = waiting.get().held();
        FormTargets.allow(response, List.of(held.request().redirectUri()));
        response.setHeader("Cache-Control", "no-store");
        return new ConsentPage(
                flight.client().name(),
                flight.client().organisation(),
                Labels.of(flight.federation(), held),
                label(held),
                flight.path("/consent"),
                flight.path("/refus"),
                references.of(held.transaction()));
    }

    @PostMapping("/consent")
    Object accept(
            @PathVariable String federation,
            @PathVariable String transaction,
            HttpServletRequest request,
            HttpServletResponse response) {
        var waiting = waiting(request, federation, transaction);
        if (waiting.isEmpty()) {
            return gone(request, federation, transaction);
        }
        var flight = waiting.get().flight();
        var held = waiting.get().held();
        var shared = SharedData.labels(flight.federation(), held);
        var code = signIns.release(held, flight.client(), label(held), shared);
        flights.forget(request, response, flight);
        return code.<Object>map(it -> ways.withCode(flight.federation(), held.request(), it))
                .orElseGet(() -> TroublePage.again("identity.trouble.used", 409));
    }

    @PostMapping("/refus")
    Object refuse(
            @PathVariable String federation,
            @PathVariable String transaction,
            HttpServletRequest request,
            HttpServletResponse response) {
        var waiting = waiting(request, federation, transaction);
        if (waiting.isEmpty() || !signIns.decline(waiting.get().held())) {
            return gone(request, federation, transaction);
        }
        var flight = waiting.get().flight();
        flights.forget(request, response, flight);
        var asked = flight.request();
        return ways.withError(
                flight.federation(),
                asked.redirectUri(),
                asked.state(),
                "access_denied",
                "the person did not agree");
    }

    private Optional<Waiting> waiting(
            HttpServletRequest request, String federation, String transaction) {
        return flights.find(request, federation, transaction)
                .flatMap(
                        flight ->
                                signIns.waiting(transaction)
                                        .map(held -> new Waiting(flight, held)));
    }

    private TroublePage gone(HttpServletRequest request, String federation, String transaction) {
        return flights.find(request, federation, transaction).isPresent()
                ? TroublePage.again("identity.trouble.used", 409)
                : InFlights.lost();
    }

    private String label(Held held) {
        return broker.find(held.provider()).map(Provider::label).orElse(held.provider());
    }
}
