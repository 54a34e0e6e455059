package fr.socle.identity.web;

import fr.socle.house.Tries;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.federation.OwnTokens;
import fr.socle.identity.federation.Profile;
import fr.socle.identity.federation.Tokens;
import fr.socle.identity.federation.Tokens.Outcome;
import fr.socle.identity.federation.Tokens.Redemption;
import fr.socle.ui.access.Public;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where services get tokens, and end them (RFC 6749, 3.2; RFC 7009). */
@RestController
@Public
@RequestMapping("/{federation:" + Federations.CODES + "}/api/v2")
class TokenController {

    /**
     * One code or refresh token at a time: whoever can make a service fail by codes of his own must
     * not shut it out.
     */
    private static final Tries.Door GRANTS = new Tries.Door("identity.grant", false);

    /** What is given, for a person and for a service. */
    @Component
    record Grants(Tokens tokens, OwnTokens own) {}

    private final Grants grants;
    private final Tries tries;
    private final ServiceDoor door;

    TokenController(Grants grants, Tries tries, ServiceDoor door) {
        this.grants = grants;
        this.tries = tries;
        this.door = door;
    }

    @PostMapping("/token")
    ResponseEntity<?> token(@PathVariable Federation federation, HttpServletRequest request) {
        var form = OAuthForm.of(request);
        return door.answered(
                federation,
                request,
                form,
                client ->
                        switch (form.one("grant_type")) {
                            case "authorization_code" -> redeem(client, form, request);
                            case "refresh_token" -> refresh(client, form, request);
                            case "client_credentials" -> own(client, form.one("scope"));
                            case "" -> missing("grant_type");
                            default -> unsupported();
                        });
    }

    private ResponseEntity<?> redeem(Client client, OAuthForm form, HttpServletRequest request) {
        return form.missing("code", "redirect_uri")
                .<ResponseEntity<?>>map(this::missing)
                .orElseGet(
                        () ->
                                granted(
                                        client,
                                        form.one("code"),
                                        request,
                                        () -> grants.tokens().redeem(client, code(form))));
    }

    private ResponseEntity<?> refresh(Client client, OAuthForm form, HttpServletRequest request) {
        var token = form.one("refresh_token");
        if (client.profile() == Profile.FRANCECONNECT) {
            return unsupported();
        }
        return form.missing("refresh_token")
                .<ResponseEntity<?>>map(this::missing)
                .orElseGet(
                        () ->
                                granted(
                                        client,
                                        token,
                                        request,
                                        () ->
                                                grants.tokens()
                                                        .refresh(
                                                                client, token, form.one("scope"))));
    }

    private ResponseEntity<?> missing(String name) {
        return door.refused("invalid_request", name + " is required");
    }

    /** A token of the service itself; the strict profiles know none. */
    private ResponseEntity<?> own(Client client, String scope) {
        if (client.profile() != Profile.OPENID) {
            return unsupported();
        }
        if (!grants.own().mayAsk(client)) {
            return door.refused("unauthorized_client", "the service has no scopes of its own");
        }
        return switch (grants.own().issue(client, scope)) {
            case Outcome.Issued(var members) -> OAuthAnswers.fresh(members);
            case Outcome.Refused(var error, var why) -> door.refused(error, why);
        };
    }

    private ResponseEntity<?> unsupported() {
        return door.refused("unsupported_grant_type", "unsupported grant_type requested");
    }

    private static Redemption code(OAuthForm form) {
        return new Redemption(
                form.one("code"), form.one("redirect_uri"), form.one("code_verifier"));
    }

    private ResponseEntity<?> granted(
            Client client, String grant, HttpServletRequest request, Supplier<Outcome> exchange) {
        var attempt = tries.begin(GRANTS, client.clientId() + " " + grant, request);
        return switch (exchange.get()) {
            case Outcome.Issued(var members) -> OAuthAnswers.fresh(members);
            case Outcome.Refused(var error, var why) -> {
                attempt.wrong();
                yield door.refused(error, why);
            }
        };
    }

    /** Well done, whether the token was known or not (RFC 7009, 2.2). */
    @PostMapping("/token/revocation")
    ResponseEntity<?> revoke(@PathVariable Federation federation, HttpServletRequest request) {
        var form = OAuthForm.of(request);
        return door.answered(
                federation,
                request,
                form,
                client -> {
                    if (form.one("token").isEmpty()) {
                        return missing("token");
                    }
                    grants.tokens().revoke(client, form.one("token"));
                    grants.own().revoke(client, form.one("token"));
                    return ResponseEntity.ok()
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .build();
                });
    }
}
