package fr.socle.identity.web;

import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.federation.Held;
import fr.socle.identity.federation.SignIns;
import fr.socle.identity.sso.Agreement;
import fr.socle.identity.usager.SignInCodes;
import fr.socle.kernel.Refusal;
import fr.socle.ui.FormTargets;
import fr.socle.ui.access.Public;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows a person what is about to be shared, and waits for their word. */
@Controller
@Public
@RequestMapping("/{federation:" + Federations.CODES + "}/api/v2/interaction/{transaction}")
class ConsentController {

    /** A sign-in of this browser that waits. */
    private record Waiting(InFlight flight, Held held) {}

    private final InFlights flights;
    private final SignIns signIns;
    private final HandOver handOver;
    private final SignInCodes codes;

    ConsentController(InFlights flights, SignIns signIns, HandOver handOver, SignInCodes codes) {
        this.flights = flights;
        this.signIns = signIns;
        this.handOver = handOver;
        this.codes = codes;
    }

    @GetMapping("/consent")
    Object show(
            @PathVariable Federation federation,
            @PathVariable String transaction,
            HttpServletRequest request,
            HttpServletResponse response) {
        return waiting(request, federation, transaction)
                .map(it -> page(it, Form.blank(), response))
                .orElseGet(() -> gone(request, federation, transaction));
    }

    private Object page(Waiting waiting, Form form, HttpServletResponse response) {
        var flight = waiting.flight();
        var held = waiting.held();
        FormTargets.allow(response, List.of(held.request().redirectUri()));
        response.setHeader("Cache-Control", "no-store");
        return new ConsentPage(
                form,
                Agreement.of(flight.client(), held.request()),
                flight.client().name(),
                flight.client().organisation(),
                Labels.of(flight.federation(), held, handOver.label(held.provider())),
                handOver.label(held.provider()),
                held.isChecked(),
                codes.of(held.transaction()),
                flight.path("/consent"),
                flight.path("/refus"));
    }

    @PostMapping("/consent")
    Object accept(
            @PathVariable Federation federation,
            @PathVariable String transaction,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var waiting = waiting(request, federation, transaction);
        if (waiting.isEmpty()) {
            return gone(request, federation, transaction);
        }
        var flight = waiting.get().flight();
        var held = waiting.get().held();
        var form = Form.of(typed);
        if (Agreement.of(flight.client(), held.request()) == Agreement.CONSENT
                && !form.ticked(ConsentPage.AGREED)) {
            form.reject(ConsentPage.AGREED, Refusal.of("identity.consent.tick"));
            return page(waiting.get(), form, response);
        }
        return handOver.give(flight, held, request, response);
    }

    @PostMapping("/refus")
    Object refuse(
            @PathVariable Federation federation,
            @PathVariable String transaction,
            HttpServletRequest request,
            HttpServletResponse response) {
        var waiting = waiting(request, federation, transaction);
        if (waiting.isEmpty() || !signIns.decline(waiting.get().held())) {
            return gone(request, federation, transaction);
        }
        var flight = waiting.get().flight();
        return handOver.no(flight, "access_denied", "the person did not agree", request, response);
    }

    private Optional<Waiting> waiting(
            HttpServletRequest request, Federation federation, String transaction) {
        return flights.find(request, federation, transaction)
                .flatMap(
                        flight ->
                                signIns.waiting(transaction)
                                        .map(held -> new Waiting(flight, held)));
    }

    private TroublePage gone(
            HttpServletRequest request, Federation federation, String transaction) {
        return flights.find(request, federation, transaction).isPresent()
                ? TroublePage.again("identity.trouble.used", 409)
                : InFlights.lost();
    }
}
