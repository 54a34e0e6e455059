package fr.socle.identity.web;

import fr.socle.identity.broker.Broker;
import fr.socle.identity.broker.OpenIdClient;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.keys.FlightCookies;
import fr.socle.identity.keys.FlightCookies.Lane;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.sso.FederationCookie;
import fr.socle.identity.sso.FederationSession;
import fr.socle.identity.sso.FederationSessions;
import fr.socle.identity.sso.Leaving;
import fr.socle.identity.sso.LogoutRequest.Asked;
import fr.socle.identity.sso.LogoutRequest.Wrong;
import fr.socle.identity.sso.LogoutRequests;
import fr.socle.ui.FormTargets;
import fr.socle.ui.Link;
import fr.socle.ui.access.Public;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

/**
 * Where services send people who leave (OpenID Connect RP-Initiated Logout 1.0). Who leaves one
 * service leaves all to which this session led, and the provider behind if it offers that. A
 * service that does not prove whose session it means cannot end it: the person is asked.
 */
@Controller
@Public
@RequestMapping("/{federation:" + Federations.CODES + "}/api/v2")
class LogoutController {

    private static final String END = "/session/end";
    private static final String CONFIRM = END + "/confirm";
    private static final String SUCCESS = END + "/success";
    private static final String TO = "to";

    /** Who is here, and how they leave. */
    @Component
    record Exit(FederationSessions sessions, Leaving leaving, FederationCookie cookie) {}

    private final LogoutRequests requests;
    private final Exit exit;
    private final Broker broker;
    private final FlightCookies flights;
    private final Secrets secrets;

    LogoutController(
            LogoutRequests requests,
            Exit exit,
            Broker broker,
            FlightCookies flights,
            Secrets secrets) {
        this.requests = requests;
        this.exit = exit;
        this.broker = broker;
        this.flights = flights;
        this.secrets = secrets;
    }

    /** Another site's POST carries no session: the GET to which it is sent does. */
    @PostMapping(END)
    Object post(
            @PathVariable("federation") Federation here,
            @RequestParam MultiValueMap<String, String> parameters) {
        return requests.read(here, parameters) instanceof Wrong(var key)
                ? wrong(key)
                : Ways.seeOther(here.base() + END + query(parameters, LogoutRequests.KNOWN));
    }

    @GetMapping(END)
    Object leave(
            @PathVariable("federation") Federation here,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (requests.read(here, parameters)) {
            case Wrong(var key) -> wrong(key);
            case Asked asked -> {
                var session = exit.sessions().remembered(request, here);
                yield session.isPresent() && !isProved(asked, session.get())
                        ? Ways.seeOther(here.base() + CONFIRM + named(asked, parameters))
                        : gone(here, asked, session, request, response);
            }
        };
    }

    /** Whether the service showed an id_token of this very session. */
    private boolean isProved(Asked asked, FederationSession session) {
        var client = asked.client();
        var hint = asked.hint();
        return client != null
                && hint != null
                && exit.sessions().isOf(session, client.clientId(), hint.sid(), hint.subject());
    }

    private Object gone(
            Federation here,
            Asked asked,
            Optional<FederationSession> session,
            HttpServletRequest request,
            HttpServletResponse response) {
        // because without proof and without a yes nobody is led away from here
        var to = asked.hint() == null && session.isEmpty() ? "" : asked.to();
        session.ifPresent(exit.leaving()::end);
        exit.cookie().remove(request, response, here);
        return session.flatMap(it -> upstream(it, to, request, response))
                .orElseGet(() -> Ways.seeOther(to.isEmpty() ? here.base() + SUCCESS : to));
    }

    @GetMapping(CONFIRM)
    Object ask(
            @PathVariable("federation") Federation here,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (requests.read(here, parameters)) {
            case Wrong(var key) -> wrong(key);
            case Asked asked -> {
                FormTargets.allow(response, targets(here, asked, request));
                var client = asked.client();
                yield new LogoutPage(
                        client == null ? "" : client.name(),
                        here.base() + CONFIRM + named(asked, parameters));
            }
        };
    }

    @PostMapping(CONFIRM)
    Object confirm(
            @PathVariable("federation") Federation here,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (requests.read(here, parameters)) {
            case Wrong(var key) -> wrong(key);
            case Asked asked ->
                    gone(here, asked, exit.sessions().remembered(request, here), request, response);
        };
    }

    @GetMapping(SUCCESS)
    TroublePage left(@PathVariable Federation federation) {
        return new TroublePage(
                "identity.left", "", 200, List.of(Link.to("identity.left.home", "/")));
    }

    /** Where the provider sends people back to who left it too. */
    @GetMapping("/client/logout-callback")
    Object back(
            @PathVariable("federation") Federation here,
            @RequestParam(defaultValue = "") String state,
            HttpServletRequest request,
            HttpServletResponse response) {
        var kept = flights.read(request, lane(here), state);
        kept.ifPresent(_ -> flights.remove(request, response, lane(here), state));
        return Ways.seeOther(
                kept.map(it -> it.getOrDefault(TO, ""))
                        .filter(it -> !it.isEmpty())
                        .orElse(here.base() + SUCCESS));
    }

    private Optional<Object> upstream(
            FederationSession session,
            String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        var state = secrets.transaction();
        var lane = lane(session.federation());
        return broker.find(session.provider())
                .filter(_ -> !session.idToken().isEmpty())
                .flatMap(it -> broker.leaving(it, session.idToken(), state))
                .map(
                        it -> {
                            flights.put(request, response, lane, state, Map.of(TO, to));
                            return Ways.seeOther(it);
                        });
    }

    /** Where the answer to the form may lead: to the service, perhaps by way of the provider. */
    private List<String> targets(Federation here, Asked asked, HttpServletRequest request) {
        var targets = new ArrayList<String>();
        if (!asked.to().isEmpty()) {
            targets.add(asked.to());
        }
        exit.sessions()
                .remembered(request, here)
                .flatMap(it -> broker.find(it.provider()))
                .flatMap(it -> broker.leaving(it, "", ""))
                .ifPresent(targets::add);
        return targets;
    }

    private static Lane lane(Federation federation) {
        return new Lane("socle_sortie_" + federation.code() + "_", "/" + federation.code());
    }

    /** Without the id_token: which service it is was read from it. */
    private static String named(Asked asked, MultiValueMap<String, String> parameters) {
        var client = asked.client();
        var known = new LinkedHashMap<>(parameters.toSingleValueMap());
        if (client != null) {
            known.put(LogoutRequests.CLIENT, client.clientId());
        }
        known.keySet()
                .retainAll(List.of(LogoutRequests.CLIENT, LogoutRequests.TO, LogoutRequests.STATE));
        return "?" + OpenIdClient.encoded(known);
    }

    private static String query(MultiValueMap<String, String> parameters, List<String> names) {
        var known = new LinkedHashMap<>(parameters.toSingleValueMap());
        known.keySet().retainAll(names);
        return "?" + OpenIdClient.encoded(known);
    }

    private static TroublePage wrong(String key) {
        return new TroublePage(key, "", 400, List.of(Link.to("identity.left.home", "/")));
    }
}
