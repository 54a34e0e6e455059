package fr.socle.identity.demonstration.sample;

import fr.socle.house.PublicAddress;
import fr.socle.identity.broker.OpenIdClient.Flight;
import fr.socle.identity.demonstration.sample.SampleFailure.Kind;
import fr.socle.identity.demonstration.sample.SamplePage.Problem;
import fr.socle.identity.demonstration.sample.SampleVisits.Visit;
import fr.socle.identity.keys.FlightCookies;
import fr.socle.identity.keys.FlightCookies.Lane;
import fr.socle.identity.keys.Secrets;
import fr.socle.ui.access.Public;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The pages of the sample services. Outside demonstration these addresses do not exist. */
@Controller
@Public
@RequestMapping(SampleService.BASE)
class SampleController {

    private static final Lane LANE = new Lane("socle_exemple_", SampleService.BASE);
    private static final String NONCE = "nonce";
    private static final String VERIFIER = "verifier";
    private static final String LEVEL = "niveau";
    private static final String SERVICE = "service";

    /** What a service remembers of a visitor, before and after. */
    @Component
    record Memory(FlightCookies flights, SampleVisits visits) {}

    private final SampleServices services;
    private final SampleSignIn signIn;
    private final Memory memory;
    private final Secrets secrets;
    private final PublicAddress address;

    SampleController(
            SampleServices services,
            SampleSignIn signIn,
            Memory memory,
            Secrets secrets,
            PublicAddress address) {
        this.services = services;
        this.signIn = signIn;
        this.memory = memory;
        this.secrets = secrets;
        this.address = address;
    }

    @GetMapping
    SamplesPage all() {
        if (services.all().isEmpty()) {
            throw notFound();
        }
        return new SamplesPage(services.all());
    }

    /** Who came by another name of this machine goes to the public one, where cookies come back. */
    @GetMapping("/{nom}")
    Object one(@PathVariable String nom, HttpServletRequest request, HttpServletResponse response) {
        var service = service(nom);
        var host = URI.create(address.value()).getHost();
        return host != null && !host.equalsIgnoreCase(request.getServerName())
                ? seeOther(address.of(service.path()))
                : page(service, request, response, null);
    }

    private SamplePage page(
            SampleService service,
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Problem problem) {
        response.setHeader("Cache-Control", "no-store");
        return switch (memory.visits().of(service, request)) {
            case Visit.Nobody _ -> new SamplePage(service, null, null, false, problem);
            case Visit.Here(var received) ->
                    new SamplePage(service, received, null, false, problem);
            case Visit.Leaving _ -> new SamplePage(service, null, null, true, problem);
            case Visit.Told(var message) -> new SamplePage(service, null, message, false, problem);
        };
    }

    @PostMapping("/{nom}/connexion")
    Object enter(
            @PathVariable String nom,
            @RequestParam(name = LEVEL, defaultValue = "") String niveau,
            HttpServletRequest request,
            HttpServletResponse response) {
        var service = service(nom);
        var level = service.level(niveau);
        var flight = new Flight(secrets.transaction(), secrets.fresh(), secrets.fresh());
        try {
            var to = signIn.departure(service, level, flight);
            memory.flights()
                    .put(
                            request,
                            response,
                            LANE,
                            flight.state(),
                            Map.of(
                                    SERVICE, service.name(),
                                    LEVEL, level.code(),
                                    NONCE, flight.nonce(),
                                    VERIFIER, flight.verifier()));
            return seeOther(to);
        } catch (SampleFailure failed) {
            return page(service, request, response, failed.problem());
        }
    }

    /** Where the federation sends the browser back to, with a code or with a reason. */
    @GetMapping("/{nom}/retour")
    Object arrive(
            @PathVariable String nom,
            @RequestParam Map<String, String> answer,
            HttpServletRequest request,
            HttpServletResponse response) {
        var service = service(nom);
        var state = answer.getOrDefault("state", "");
        var kept =
                memory.flights()
                        .read(request, LANE, state)
                        .filter(it -> service.name().equals(it.get(SERVICE)));
        if (kept.isEmpty()) {
            return page(service, request, response, new Problem(Kind.STATE.key(), "state", ""));
        }
        memory.flights().remove(request, response, LANE, state);
        if (!signIn.issuer(service).equals(answer.get("iss"))) {
            return page(service, request, response, new Problem(Kind.ISSUER.key(), "iss", ""));
        }
        var code = answer.getOrDefault("code", "");
        if (code.isEmpty()) {
            return page(service, request, response, told(answer));
        }
        try {
            var flight =
                    new Flight(
                            state,
                            kept.get().getOrDefault(NONCE, ""),
                            kept.get().getOrDefault(VERIFIER, ""));
            var level = service.level(kept.get().getOrDefault(LEVEL, ""));
            var arrived = signIn.arrival(service, level, flight, code);
            memory.visits().begin(service, arrived, request, response);
            return seeOther(service.path());
        } catch (SampleFailure failed) {
            return page(service, request, response, failed.problem());
        }
    }

    private static Problem told(Map<String, String> answer) {
        return new Problem(
                "identity.sample.fault.told",
                answer.getOrDefault("error", ""),
                answer.getOrDefault("error_description", ""));
    }

    /** The service forgets the visitor, then the federation is told. */
    @PostMapping("/{nom}/deconnexion")
    Object leave(
            @PathVariable String nom, HttpServletRequest request, HttpServletResponse response) {
        var service = service(nom);
        if (!(memory.visits().of(service, request) instanceof Visit.Here(var received))) {
            return seeOther(service.path());
        }
        try {
            var to = signIn.leaving(service, received, secrets.transaction());
            memory.visits().leave(service, request);
            return seeOther(to);
        } catch (SampleFailure failed) {
            return page(service, request, response, failed.problem());
        }
    }

    @GetMapping("/{nom}/depart")
    Object left(@PathVariable String nom) {
        return seeOther(service(nom).path());
    }

    private SampleService service(String name) {
        return services.find(name).orElseThrow(SampleController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static ResponseEntity<Void> seeOther(String to) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(to)).build();
    }
}
