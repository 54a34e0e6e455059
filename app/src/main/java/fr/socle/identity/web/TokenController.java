package fr.socle.identity.web;

import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.federation.Introspection;
import fr.socle.identity.federation.Introspection.Unreadable;
import fr.socle.identity.federation.Profile;
import fr.socle.identity.federation.Tokens;
import fr.socle.identity.federation.Tokens.Outcome;
import fr.socle.identity.federation.Tokens.Redemption;
import fr.socle.ui.access.Public;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
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

    private final Clients clients;
    private final Tokens tokens;
    private final Introspection introspection;

    TokenController(Clients clients, Tokens tokens, Introspection introspection) {
        this.clients = clients;
        this.tokens = tokens;
        this.introspection = introspection;
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
                            case "authorization_code" -> answer(tokens.redeem(client, code(form)));
                            case "refresh_token" -> refresh(client, form);
                            case "" ->
                                    OAuthAnswers.refused(
                                            400, "invalid_request", "grant_type is required");
                            default -> unsupported();
                        });
    }

    private ResponseEntity<?> refresh(Client client, OAuthForm form) {
        return client.profile() == Profile.FRANCECONNECT
                ? unsupported()
                : answer(tokens.refresh(client, form.one("refresh_token"), form.one("scope")));
    }

    private static ResponseEntity<?> unsupported() {
        return OAuthAnswers.refused(
                400, "unsupported_grant_type", "unsupported grant_type requested");
    }

    private static Redemption code(OAuthForm form) {
        return new Redemption(
                form.one("code"), form.one("redirect_uri"), form.one("code_verifier"));
    }

    private static ResponseEntity<?> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Issued(var members) -> OAuthAnswers.fresh(members);
            case Outcome.Refused(var error, var why) -> OAuthAnswers.refused(400, error, why);
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
                        return OAuthAnswers.refused(400, "invalid_request", "token is required");
                    }
                    tokens.revoke(client, form.one("token"));
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
                        return OAuthAnswers.refused(400, "invalid_request", "token is required");
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
            return OAuthAnswers.refused(
                    400, "invalid_request", "Required parameter missing or invalid.");
        }
        return answered(
                federation,
                request,
                form,
                client ->
                        client.rules().introspects()
                                ? signed(() -> introspection.checktoken(client, form.one("token")))
                                : unproved());
    }

    private interface Signing {
        String sign() throws Unreadable;
    }

    private static ResponseEntity<?> signed(Signing signing) {
        try {
            return OAuthAnswers.jwt("application/" + Introspection.TYPE, signing.sign());
        } catch (Unreadable missing) {
            return OAuthAnswers.refused(400, "server_error", String.valueOf(missing.getMessage()));
        }
    }

    private ResponseEntity<?> answered(
            Federation federation,
            HttpServletRequest request,
            OAuthForm form,
            Function<Client, ResponseEntity<?>> answer) {
        if (form.wrong().isPresent()) {
            return OAuthAnswers.refused(400, "invalid_request", form.wrong().get());
        }
        var client =
                clients.authenticated(request.getHeader(HttpHeaders.AUTHORIZATION), form.members())
                        .filter(it -> it.federation().equals(federation));
        return client.isPresent() ? answer.apply(client.get()) : unproved();
    }

    private static ResponseEntity<?> unproved() {
        return OAuthAnswers.refused(401, "invalid_client", "Client authentication failed.");
    }
}
