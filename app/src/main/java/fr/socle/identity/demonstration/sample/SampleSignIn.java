package fr.socle.identity.demonstration.sample;

import fr.socle.house.PublicAddress;
import fr.socle.identity.broker.OpenIdClient;
import fr.socle.identity.broker.OpenIdClient.Flight;
import fr.socle.identity.broker.Pkce;
import fr.socle.identity.demonstration.sample.SampleChecks.Checked;
import fr.socle.identity.demonstration.sample.SampleFailure.Kind;
import fr.socle.identity.demonstration.sample.SampleService.Way;
import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Profile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs people in to a sample service, in the words of its contract: discovery, request, code,
 * tokens, userinfo.
 */
@Component
class SampleSignIn {

    /** What the service got, and the name under which it knows the session. */
    record Arrived(Received received, String sid) {}

    private static final List<String> TOKENS = List.of("access_token", "refresh_token", "id_token");
    private static final String JWT_BEARER =
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final String HIDDEN = "…";

    private final SampleHttp http;
    private final SampleChecks checks;
    private final SampleKeys keys;
    private final Clients clients;
    private final PublicAddress address;

    SampleSignIn(
            SampleHttp http,
            SampleChecks checks,
            SampleKeys keys,
            Clients clients,
            PublicAddress address) {
        this.http = http;
        this.checks = checks;
        this.keys = keys;
        this.clients = clients;
        this.address = address;
    }

    Map<String, Object> discovery(SampleService service) throws SampleFailure {
        var issuer = issuer(service);
        var published = issuer + "/.well-known/openid-configuration";
        var members = SampleChecks.json(http.get(published, "", "application/json"));
        if (!issuer.equals(members.get("issuer"))) {
            throw new SampleFailure(Kind.ISSUER, "discovery names another issuer");
        }
        return members;
    }

    String issuer(SampleService service) {
        return address.of(service.federation().base());
    }

    /** The request, parameter by parameter. */
    Map<String, String> request(SampleService service, Acr level, Flight flight) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", service.clientId());
        parameters.put("redirect_uri", address.of(service.back()));
        parameters.put("scope", service.scope());
        parameters.put("state", flight.state());
        parameters.put("nonce", flight.nonce());
        switch (service.profile()) {
            case FRANCECONNECT -> {
                parameters.put("acr_values", level.code());
                if (service.asksMeans()) {
                    parameters.put("claims", json(Map.of("amr", Map.of("essential", true))));
                }
            }
            case PROCONNECT ->
                    parameters.put(
                            "claims",
                            json(
                                    Map.of(
                                            "acr",
                                            Map.of("essential", true, "value", level.code()),
                                            "amr",
                                            Map.of("essential", true))));
            case OPENID -> {
                parameters.put("code_challenge", Pkce.challenge(flight.verifier()));
                parameters.put("code_challenge_method", "S256");
            }
        }
        return parameters;
    }

    private static String json(Map<String, Object> idToken) {
        return JsonMapper.shared().writeValueAsString(Map.of("id_token", idToken));
    }

    String departure(SampleService service, Acr level, Flight flight) throws SampleFailure {
        return SampleChecks.text(discovery(service), "authorization_endpoint")
                + "?"
                + OpenIdClient.encoded(request(service, level, flight));
    }

    /** Exchanges the code and reads who it is. */
    Arrived arrival(SampleService service, Acr level, Flight flight, String code)
            throws SampleFailure {
        var discovery = discovery(service);
        var form = form(service, flight, code);
        var endpoint = SampleChecks.text(discovery, "token_endpoint");
        var tokens = SampleChecks.json(http.post(endpoint, OpenIdClient.encoded(form)));
        var raw = SampleChecks.text(tokens, "id_token");
        var idToken = checks.idToken(service, discovery, raw, flight.nonce());
        var userinfo = userinfo(service, discovery, SampleChecks.text(tokens, "access_token"));
        if (!idToken.text("sub").equals(userinfo.text("sub"))) {
            throw new SampleFailure(Kind.USERINFO, "userinfo is about another subject");
        }
        var members = new LinkedHashMap<String, Object>();
        members.put(Received.REQUEST, request(service, level, flight));
        members.put(Received.EXCHANGE, hidden(form));
        members.put(Received.TOKENS, shortened(tokens));
        members.put(Received.HEADER, idToken.header());
        members.put(Received.CLAIMS, idToken.claims());
        members.put(Received.USERINFO, userinfo.claims());
        if (!userinfo.header().isEmpty()) {
            members.put(Received.USERINFO_HEADERS, userinfo.header());
        }
        members.put(Received.ID_TOKEN, raw);
        return new Arrived(new Received(members), idToken.text("sid"));
    }

    private Map<String, String> form(SampleService service, Flight flight, String code) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", address.of(service.back()));
        form.put("client_id", service.clientId());
        switch (service.way()) {
            case SECRET -> form.put("client_secret", clients.secretOfOurs(service.clientId()));
            case SIGNATURE -> {
                form.put("client_assertion_type", JWT_BEARER);
                form.put("client_assertion", keys.assertion(service, issuer(service)));
            }
        }
        if (service.profile() == Profile.OPENID) {
            form.put("code_verifier", flight.verifier());
        }
        return form;
    }

    private Checked userinfo(SampleService service, Map<String, Object> discovery, String token)
            throws SampleFailure {
        var endpoint = SampleChecks.text(discovery, "userinfo_endpoint");
        return service.way() == Way.SIGNATURE
                ? checks.userinfo(service, discovery, http.get(endpoint, token, "application/jwt"))
                : new Checked(
                        Map.of(), SampleChecks.json(http.get(endpoint, token, "application/json")));
    }

    /** Where a visitor leaves (OpenID Connect RP-Initiated Logout 1.0). */
    String leaving(SampleService service, Received received, String state) throws SampleFailure {
        return SampleChecks.text(discovery(service), "end_session_endpoint")
                + "?"
                + OpenIdClient.encoded(
                        Map.of(
                                "id_token_hint",
                                received.idToken(),
                                "post_logout_redirect_uri",
                                address.of(service.gone()),
                                "state",
                                state));
    }

    /** No page shows what proves who the service is. */
    private static Map<String, String> hidden(Map<String, String> form) {
        var shown = new LinkedHashMap<>(form);
        shown.replaceAll(
                (name, value) ->
                        switch (name) {
                            case "client_secret" -> HIDDEN;
                            case "code", "client_assertion", "code_verifier" ->
                                    Received.shortened(value);
                            default -> value;
                        });
        return shown;
    }

    private static Map<String, Object> shortened(Map<String, Object> tokens) {
        var shown = new LinkedHashMap<>(tokens);
        TOKENS.forEach(
                it -> shown.computeIfPresent(it, (_, token) -> Received.shortened("" + token)));
        return shown;
    }
}
