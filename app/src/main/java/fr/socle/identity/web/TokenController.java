package fr.socle.identity.web;

import fr.socle.house.TooManyTries;
import fr.socle.house.Tries;
import fr.socle.identity.federation.ClaimedName;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Fault;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.federation.Introspection;
import fr.socle.identity.federation.Introspection.Unreadable;
import fr.socle.identity.federation.OwnTokens;
import fr.socle.identity.federation.Profile;
import fr.socle.identity.federation.Tokens;
import fr.socle.identity.federation.Tokens.Outcome;
import fr.socle.identity.federation.Tokens.Redemption;
import fr.socle.ui.access.Public;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What services call with their proof of who they are: token, revocation, introspection. */
@RestController
@Public
@RequestMapping("/{federation:" + Federations.CODES + "}/api/v2")
class TokenController {

    private static final Set<String> CHECKTOKEN =
            Set.of(
                    "token",
                    "client_id",
                    "client_secret",
                    "client_assertion",
                    "client_assertion_type");

    private static final String UNPROVED = "Client authentication failed.";
    private static final Tries.Door SERVICES = new Tries.Door("identity.service", true);

    /**
     * One code or refresh token at a time: whoever can make a service fail by codes of his own must
     * not shut it out.
     */
    private static final Tries.Door GRANTS = new Tries.Door("identity.grant", false);

    /** How those who fail are held up and told. */
    @Component
    record Refusing(Tries tries, ErrorUris uris) {}

    /** What is given, for a person and for a service. */
    @Component
    record Grants(Tokens tokens, OwnTokens own) {}

    private final Clients clients;
    private final Grants grants;
    private final Introspection introspection;
    private final Refusing refusing;

    TokenController(
            Clients clients, Grants grants, Introspection introspection, Refusing refusing) {
        this.clients = clients;
        this.grants = grants;
        this.introspection = introspection;
        this.refusing = refusing;
    }

    @PostMapping("/token")
    ResponseEntity<?> token(@PathVariable Federation federation, HttpServletRequest request) {
        var form = OAuthForm.of(request);
        return answered(
                federation,
                request,
                form,
                client ->
                        switch (form.one("grant_type")) {
                            case "authorization_code" ->
                                    granted(
                                            client,
                                            form.one("code"),
                                            request,
                                            () -> grants.tokens().redeem(client, code(form)));
                            case "refresh_token" -> refresh(client, form, request);
                            case "client_credentials" -> own(client, form.one("scope"));
                            case "" -> refused(400, "invalid_request", "grant_type is required");
                            default -> unsupported();
                        });
    }

    private ResponseEntity<?> refresh(Client client, OAuthForm form, HttpServletRequest request) {
        var token = form.one("refresh_token");
        return client.profile() == Profile.FRANCECONNECT
                ? unsupported()
                : granted(
                        client,
                        token,
                        request,
                        () -> grants.tokens().refresh(client, token, form.one("scope")));
    }

    /** A token of the service itself; the strict profiles know none. */
    private ResponseEntity<?> own(Client client, String scope) {
        if (client.profile() != Profile.OPENID) {
            return unsupported();
        }
        if (!grants.own().mayAsk(client)) {
            return refused(400, "unauthorized_client", "the service has no scopes of its own");
        }
        return switch (grants.own().issue(client, scope)) {
            case Outcome.Issued(var members) -> OAuthAnswers.fresh(members);
            case Outcome.Refused(var error, var why) -> refused(400, error, why);
        };
    }

    private ResponseEntity<?> unsupported() {
        return refused(400, "unsupported_grant_type", "unsupported grant_type requested");
    }

    private static Redemption code(OAuthForm form) {
        return new Redemption(
                form.one("code"), form.one("redirect_uri"), form.one("code_verifier"));
    }

    private ResponseEntity<?> granted(
            Client client, String grant, HttpServletRequest request, Supplier<Outcome> exchange) {
        var attempt = refusing.tries().begin(GRANTS, client.clientId() + " " + grant, request);
        return switch (exchange.get()) {
            case Outcome.Issued(var members) -> OAuthAnswers.fresh(members);
            case Outcome.Refused(var error, var why) -> {
                attempt.wrong();
                yield refused(400, error, why);
            }
        };
    }

    /** Well done, whether the token was known or not (RFC 7009, 2.2). */
    @PostMapping("/token/revocation")
    ResponseEntity<?> revoke(@PathVariable Federation federation, HttpServletRequest request) {
        var form = OAuthForm.of(request);
        return answered(
                federation,
                request,
                form,
                client -> {
                    if (form.one("token").isEmpty()) {
                        return refused(400, "invalid_request", "token is required");
                    }
                    grants.tokens().revoke(client, form.one("token"));
                    grants.own().revoke(client, form.one("token"));
                    return ResponseEntity.ok()
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .build();
                });
    }

    /** JSON, or signed where the service asks for that or its profile knows nothing else. */
    @PostMapping("/token/introspection")
    ResponseEntity<?> introspect(@PathVariable Federation federation, HttpServletRequest request) {
        var form = OAuthForm.of(request);
        var accepted = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
        return answered(
                federation,
                request,
                form,
                client -> {
                    if (form.one("token").isEmpty()) {
                        return refused(400, "invalid_request", "token is required");
                    }
                    var members = introspection.of(client, form.one("token"));
                    return client.profile() == Profile.OPENID
                                    && !accepted.contains(Introspection.TYPE)
                            ? OAuthAnswers.fresh(members)
                            : signed(() -> introspection.signed(client, members));
                });
    }

    /** FranceConnect's contract for data providers: these parameters and no other. */
    @PostMapping("/checktoken")
    ResponseEntity<?> checktoken(@PathVariable Federation federation, HttpServletRequest request) {
        var form = OAuthForm.of(request);
        if (form.wrong().isPresent() || form.one("token").isEmpty() || !form.onlyHas(CHECKTOKEN)) {
            return coded(Fault.CHECKTOKEN_REQUEST, 400, "Required parameter missing or invalid.");
        }
        return answered(
                federation,
                request,
                form,
                client ->
                        client.rules().introspects()
                                ? signed(() -> introspection.checktoken(client, form.one("token")))
                                : coded(Fault.DATA_PROVIDER_UNKNOWN, 401, UNPROVED));
    }

    private interface Signing {
        String sign() throws Unreadable;
    }

    private ResponseEntity<?> signed(Signing signing) {
        try {
            return OAuthAnswers.jwt("application/" + Introspection.TYPE, signing.sign());
        } catch (Unreadable missing) {
            return refused(400, "server_error", String.valueOf(missing.getMessage()));
        }
    }

    private ResponseEntity<?> answered(
            Federation federation,
            HttpServletRequest request,
            OAuthForm form,
            Function<Client, ResponseEntity<?>> answer) {
        if (form.wrong().isPresent()) {
            return refused(400, "invalid_request", form.wrong().get());
        }
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        var attempt =
                refusing.tries()
                        .begin(
                                SERVICES,
                                () -> ClaimedName.of(authorization, form.members()),
                                request);
        var client =
                clients.authenticated(authorization, form.members())
                        .filter(it -> it.federation().equals(federation));
        if (client.isEmpty()) {
            attempt.wrong();
            return coded(Fault.CLIENT_UNKNOWN, 401, UNPROVED);
        }
        attempt.right(client.get().clientId());
        return answer.apply(client.get());
    }

    private ResponseEntity<?> refused(int status, String error, String why) {
        return OAuthAnswers.refused(status, error, why, refusing.uris().of(error, why));
    }

    private ResponseEntity<?> coded(Fault fault, int status, String why) {
        var more = refusing.uris().of(fault.code(), why);
        return OAuthAnswers.refused(status, fault.error(), why, more);
    }

    @ExceptionHandler
    ResponseEntity<?> tooMany(TooManyTries many) {
        return OAuthAnswers.tooMany(
                many.seconds(), refusing.uris().of(OAuthAnswers.LATER, "too many tries"));
    }
}
