package fr.socle.identity.web;

import fr.socle.identity.DemonstrationMode;
import fr.socle.identity.broker.AgentRouting;
import fr.socle.identity.broker.Broker;
import fr.socle.identity.broker.Offer;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Federations;
import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.Parsed;
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
import java.util.Optional;
import org.springframework.stereotype.Component;
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
@RequestMapping("/{federation:" + Federations.CODES + "}/api/v2/interaction/{transaction}")
class MireController {

    private static final String EMAIL = "courriel";
    private static final String PROVIDERS = "/fournisseurs";

    /** What there is to choose among. */
    @Component
    record Choice(Broker broker, AgentRouting routing, RememberedChoice remembered) {}

    private final InFlights flights;
    private final Choice choice;
    private final Departures departures;
    private final DemonstrationMode demonstration;

    MireController(
            InFlights flights,
            Choice choice,
            Departures departures,
            DemonstrationMode demonstration) {
        this.flights = flights;
        this.choice = choice;
        this.departures = departures;
        this.demonstration = demonstration;
    }

    /** The service's own suggestion comes before any choice; once it failed, people choose. */
    @GetMapping
    Object choose(
            @PathVariable Federation federation,
            @PathVariable String transaction,
            HttpServletRequest request,
            HttpServletResponse response) {
        var flight = flights.find(request, federation, transaction);
        if (flight.isEmpty()) {
            return InFlights.lost();
        }
        return hinted(flight.get())
                .map(it -> departures.to(it, flight.get(), Map.of(), request, response))
                .orElseGet(() -> page(flight.get(), Form.blank(), request, response));
    }

    private Optional<Provider> hinted(InFlight flight) {
        var hint = flight.request().idpHint();
        return hint == null || flight.provider().isPresent()
                ? Optional.empty()
                : choice.broker()
                        .offer(flight.client(), flight.request(), hint)
                        .filter(Offer::usable)
                        .map(Offer::provider);
    }

    private Page page(
            InFlight flight, Form form, HttpServletRequest request, HttpServletResponse response) {
        var offers = choice.broker().offered(flight.client(), flight.request());
        allow(offers, response);
        var client = flight.client();
        if (flight.federation().ofUsagers()) {
            return new MirePage(
                    client.name(),
                    client.organisation(),
                    first(offers, choice.remembered().of(request, flight.federation()).orElse("")),
                    Labels.of(flight.federation(), flight.request().scopes()),
                    flight.request().scopes().contains("idp_id"),
                    flight.path("/redirect-to-idp"),
                    flight.path("/abandon"));
        }
        return new AgentMailPage(
                form.typed(EMAIL).isEmpty() && form.ok()
                        ? Form.blank(Map.of(EMAIL, flight.hint()))
                        : form,
                client.name(),
                demonstration.on() ? domains(offers) : List.of(),
                flight.path("/courriel"),
                flight.path("/abandon"));
    }

    private void allow(List<Offer> offers, HttpServletResponse response) {
        FormTargets.allow(
                response,
                offers.stream()
                        .filter(Offer::usable)
                        .flatMap(it -> choice.broker().doors(it.provider()).stream())
                        .toList());
    }

    /** The remembered one first, the others as they were. */
    private static List<Offer> first(List<Offer> offers, String uid) {
        var sorted = new ArrayList<>(offers);
        sorted.sort(
                java.util.Comparator.comparing(
                        it -> !(it.usable() && it.provider().uid().equals(uid))));
        return sorted;
    }

    private static List<String> domains(List<Offer> offers) {
        return offers.stream()
                .map(Offer::provider)
                .filter(Provider::demonstration)
                .flatMap(it -> it.domains().stream())
                .distinct()
                .toList();
    }

    @PostMapping("/redirect-to-idp")
    Object go(
            @PathVariable Federation federation,
            @PathVariable String transaction,
            @RequestParam(defaultValue = "") String idp,
            HttpServletRequest request,
            HttpServletResponse response) {
        var flight = flights.find(request, federation, transaction);
        if (flight.isEmpty()) {
            return InFlights.lost();
        }
        var chosen =
                choosable(flight.get()).stream()
                        .filter(it -> it.usable() && it.provider().uid().equals(idp))
                        .map(Offer::provider)
                        .findFirst();
        if (chosen.isEmpty()) {
            return page(flight.get(), Form.blank(), request, response);
        }
        choice.remembered().keep(request, response, flight.get().federation(), idp);
        return departures.to(chosen.get(), flight.get(), hint(flight.get()), request, response);
    }

    /** What may be picked: of agents, only what their own address leads to. */
    private List<Offer> choosable(InFlight flight) {
        return flight.federation().ofUsagers()
                ? choice.broker().offered(flight.client(), flight.request())
                : routed(flight);
    }

    private List<Offer> routed(InFlight flight) {
        return EmailAddress.parse(flight.email()) instanceof Parsed.Valid<EmailAddress>(var email)
                ? choice.routing().of(flight.client(), flight.request(), email)
                : List.of();
    }

    private static Map<String, String> hint(InFlight flight) {
        return flight.email().isEmpty() ? Map.of() : Map.of("login_hint", flight.email());
    }

    @PostMapping("/courriel")
    Object route(
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
        var email = form.read(EMAIL, EmailAddress::parse);
        if (email.isEmpty() || flight.get().federation().ofUsagers()) {
            return page(flight.get(), form, request, response);
        }
        var of = flight.get().of(email.get().value());
        var offers = routed(of);
        if (offers.isEmpty()) {
            form.reject(EMAIL, Refusal.of("identity.agent.unknown-domain", email.get().domain()));
            return page(flight.get(), form, request, response);
        }
        if (offers.size() == 1) {
            return departures.to(offers.getFirst().provider(), of, hint(of), request, response);
        }
        flights.keep(request, response, of);
        return Ways.seeOther(of.path(PROVIDERS));
    }

    /** Several providers speak for the domain: the agent knows which one is his. */
    @GetMapping(PROVIDERS)
    Object among(
            @PathVariable Federation federation,
            @PathVariable String transaction,
            HttpServletRequest request,
            HttpServletResponse response) {
        var flight = flights.find(request, federation, transaction);
        if (flight.isEmpty()) {
            return InFlights.lost();
        }
        var offers = routed(flight.get());
        if (offers.isEmpty()) {
            return Ways.seeOther(flight.get().path(""));
        }
        allow(offers, response);
        return new AgentProvidersPage(
                flight.get().client().name(),
                flight.get().email(),
                first(
                        offers,
                        choice.remembered().of(request, flight.get().federation()).orElse("")),
                flight.get().path("/redirect-to-idp"),
                flight.get().path(""));
    }
}
