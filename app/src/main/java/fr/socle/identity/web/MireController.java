package fr.socle.identity.web;

import fr.socle.identity.DemonstrationMode;
import fr.socle.identity.broker.Broker;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.broker.UpstreamFailure;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.keys.Secrets;
import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.Refusal;
import fr.socle.ui.FormTargets;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The choice of a provider: a usager picks it, an agent's e-mail address leads to it. */
@Controller
@Public
@RequestMapping("/{federation:" + Federation.CODES + "}/api/v2/interaction/{transaction}")
class MireController {

    private static final String EMAIL = "courriel";

    private final InFlights flights;
    private final Broker broker;
    private final Secrets secrets;
    private final Trouble trouble;
    private final DemonstrationMode demonstration;

    MireController(
            InFlights flights,
            Broker broker,
            Secrets secrets,
            Trouble trouble,
            DemonstrationMode demonstration) {
        this.flights = flights;
        this.broker = broker;
        this.secrets = secrets;
        this.trouble = trouble;
        this.demonstration = demonstration;
    }

    @GetMapping
    Page choose(
            @PathVariable String federation,
            @PathVariable String transaction,
            HttpServletRequest request,
            HttpServletResponse response) {
        return flights.find(request, federation, transaction)
                .map(it -> page(it, Form.blank(Map.of(EMAIL, it.hint())), response))
                .orElseGet(InFlights::lost);
    }

    private Page page(InFlight flight, Form form, HttpServletResponse response) {
        var providers =
                broker.providers(flight.federation()).stream()
                        .filter(it -> it.fits(flight.client()))
                        .toList();
        FormTargets.allow(response, providers.stream().flatMap(trouble::origin).toList());
        var client = flight.client();
        return switch (flight.federation()) {
            case CITOYENS, CITOYENS_PLUS ->
                    new MirePage(
                            client.name(),
                            client.organisation(),
                            providers,
                            Labels.of(flight.federation(), flight.request().scopes()),
                            flight.path("/redirect-to-idp"),
                            flight.path("/abandon"));
            case AGENTS ->
                    new AgentMailPage(
                            form,
                            client.name(),
                            demonstration.on() ? domains(providers) : List.of(),
                            flight.path("/courriel"),
                            flight.path("/abandon"));
        };
    }

    private static List<String> domains(List<Provider> providers) {
        var domains = new ArrayList<String>();
        providers.stream()
                .filter(Provider::demonstration)
                .forEach(it -> domains.addAll(it.domains()));
        return domains;
    }

    @PostMapping("/redirect-to-idp")
    Object go(
            @PathVariable String federation,
            @PathVariable String transaction,
            @RequestParam(defaultValue = "") String idp,
            HttpServletRequest request,
            HttpServletResponse response) {
        var flight = flights.find(request, federation, transaction);
        if (flight.isEmpty()) {
            return InFlights.lost();
        }
        return broker.find(flight.get().federation(), idp)
                .filter(it -> it.federation().ofUsagers() && it.fits(flight.get().client()))
                .map(it -> depart(flight.get(), it, Map.of(), request, response))
                .orElseGet(() -> page(flight.get(), Form.blank(), response));
    }

    @PostMapping("/courriel")
    Object route(
            @PathVariable String federation,
            @PathVariable String transaction,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var flight = flights.find(request, federation, transaction);
        if (flight.isEmpty()) {
            return InFlights.lost();
        }
        var form = Form.of(typed);
        var email = form.read(EMAIL, EmailAddress::parse);
        if (email.isEmpty()) {
            return page(flight.get(), form, response);
        }
        var known =
                broker.knowing(flight.get().federation(), email.get().value()).stream()
                        .filter(it -> it.fits(flight.get().client()))
                        .toList();
        if (known.isEmpty()) {
            form.reject(EMAIL, Refusal.of("identity.agent.unknown-domain", email.get().domain()));
            return page(flight.get(), form, response);
        }
        var hint = Map.of("login_hint", email.get().value());
        return depart(flight.get(), known.getFirst(), hint, request, response);
    }

    private Object depart(
            InFlight flight,
            Provider provider,
            Map<String, String> more,
            HttpServletRequest request,
            HttpServletResponse response) {
        var sent = flight.sentTo(provider.uid(), secrets.fresh(), secrets.fresh());
        try {
            var address = broker.departure(provider, sent.flight(), more);
            flights.keep(request, response, sent);
            return Ways.seeOther(address);
        } catch (UpstreamFailure failed) {
            return trouble.of(failed, flight, provider);
        }
    }
}
