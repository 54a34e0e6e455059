package fr.socle.identity.web;

import fr.socle.house.Tries;
import fr.socle.identity.broker.Broker;
import fr.socle.identity.broker.UpstreamFailure;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.federation.SecondFactors;
import fr.socle.identity.federation.SecondFactors.Outcome;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import fr.socle.ui.FormTargets;
import fr.socle.ui.access.Public;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an agent types the code that the federation sent. */
@Controller
@Public
@RequestMapping("/{federation:" + Federations.CODES + "}/api/v2/interaction/{transaction}")
class SecondFactorController {

    static final String STEP = "/second-facteur";

    private static final String CODE = "code";
    private static final String WORD_JOINER = "\u2060";
    private static final Tries.Door DOOR = new Tries.Door("identity.second-factor", true);

    private final InFlights flights;
    private final SecondFactors factors;
    private final Broker broker;
    private final Admission admission;
    private final Tries tries;

    SecondFactorController(
            InFlights flights,
            SecondFactors factors,
            Broker broker,
            Admission admission,
            Tries tries) {
        this.flights = flights;
        this.factors = factors;
        this.broker = broker;
        this.admission = admission;
        this.tries = tries;
    }

    @GetMapping(STEP)
    Object ask(
            @PathVariable Federation federation,
            @PathVariable String transaction,
            HttpServletRequest request,
            HttpServletResponse response) {
        return flights.find(request, federation, transaction)
                .map(it -> page(it, Form.blank(), response))
                .orElseGet(InFlights::lost);
    }

    private Object page(InFlight flight, Form form, HttpServletResponse response) {
        var address = factors.address(flight.transaction());
        if (address.isEmpty()) {
            return over();
        }
        FormTargets.allow(response, List.of(flight.request().redirectUri()));
        response.setHeader("Cache-Control", "no-store");
        return new SecondFactorPage(
                form,
                flight.client().name(),
                masked(address.get()),
                flight.path(STEP),
                flight.path("/abandon"));
    }

    @PostMapping(STEP)
    Object judge(
            @PathVariable Federation federation,
            @PathVariable String transaction,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var flight = flights.find(request, federation, transaction);
        if (flight.isEmpty()) {
            return InFlights.lost();
        }
        var form = Form.of(typed);
        var code = form.read(CODE, SecondFactorController::digits);
        if (code.isEmpty()) {
            return page(flight.get(), form, response);
        }
        var attempt = tries.begin(DOOR, transaction, request);
        return switch (factors.judge(transaction, code.get())) {
            case Outcome.Wrong _ -> {
                attempt.wrong();
                form.reject(CODE, Refusal.of("identity.second-factor.wrong"));
                yield page(flight.get(), form, response);
            }
            case Outcome.Over _ -> over();
            case Outcome.Proved proved -> admit(flight.get(), proved, request, response);
        };
    }

    private Object admit(
            InFlight flight,
            Outcome.Proved proved,
            HttpServletRequest request,
            HttpServletResponse response) {
        var provider = broker.find(flight.federation(), proved.provider());
        if (provider.isEmpty()) {
            return over();
        }
        try {
            return admission.of(flight, provider.get(), proved.identity(), request, response);
        } catch (UpstreamFailure failed) {
            return Trouble.of(failed, flight, provider.get());
        }
    }

    private static TroublePage over() {
        return TroublePage.again("identity.trouble.second-factor", 403);
    }

    private static Parsed<String> digits(String typed) {
        var digits = typed.replaceAll("[\\s\\u00a0]", "");
        return digits.matches("[0-9]{6}")
                ? Parsed.valid(digits)
                : Parsed.invalid("identity.second-factor.form");
    }

    /** Enough to know which mailbox: {@code c…@ministere.example}, on one line. */
    private static String masked(String address) {
        return address.charAt(0) + "…" + WORD_JOINER + address.substring(address.lastIndexOf('@'));
    }
}
