package fr.socle.identity.federation;

import com.nimbusds.jwt.JWTClaimsSet;
import fr.socle.identity.federation.Authorization.Accepted;
import fr.socle.identity.federation.Authorization.Refused;
import fr.socle.identity.keys.SigningKeys;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Requests of the standard profile (OpenID Connect Core, 3.1.2.1): an unknown parameter is ignored,
 * and what is wrong is told to the service.
 */
@Component
class OpenRequests {

    private record Wrong(String error, String why) {}

    private final SigningKeys keys;

    OpenRequests(SigningKeys keys) {
        this.keys = keys;
    }

    Authorization read(Client client, Parameters asked) {
        var claims = ClaimsParameter.parse(asked.one("claims"));
        return wrongShape(asked)
                .or(() -> wrongFlow(asked))
                .or(() -> wrongScope(client, asked))
                .or(() -> Challenge.wrong(client, asked).map(OpenRequests::invalid))
                .or(() -> wrongWish(asked))
                .or(
                        () ->
                                claims.isEmpty()
                                        ? Optional.of(
                                                invalid("claims is no JSON object of objects"))
                                        : Optional.empty())
                .<Authorization>map(it -> new Refused(asked.reply(), it.error(), it.why()))
                .orElseGet(() -> expected(client, asked, claims.orElseThrow()));
    }

    private static Optional<Wrong> wrongShape(Parameters asked) {
        return asked.doubled()
                .map(it -> invalid(it + " is given twice"))
                .or(() -> asked.tooLong().map(it -> invalid(it + " is too long")));
    }

    private static Optional<Wrong> wrongFlow(Parameters asked) {
        for (var it : Set.of("request", "request_uri", "registration")) {
            if (asked.has(it)) {
                return Optional.of(new Wrong(it + "_not_supported", it + " is not supported"));
            }
        }
        if (!asked.has("response_type")) {
            return Optional.of(invalid("response_type is required"));
        }
        if (!asked.one("response_type").equals("code")) {
            return Optional.of(
                    new Wrong("unsupported_response_type", "only the code flow is offered"));
        }
        return Set.of("", "query", "form_post").contains(asked.one("response_mode"))
                ? Optional.empty()
                : Optional.of(invalid("response_mode is query or form_post"));
    }

    private static Optional<Wrong> wrongScope(Client client, Parameters asked) {
        var scopes = asked.words("scope");
        if (!scopes.contains("openid")) {
            return Optional.of(new Wrong("invalid_scope", "openid scope must be requested"));
        }
        return client.federation().allows(client, scopes)
                ? Optional.empty()
                : Optional.of(new Wrong("invalid_scope", "requested scope is not allowed"));
    }

    private static Optional<Wrong> wrongWish(Parameters asked) {
        var prompts = asked.words("prompt");
        var known = Arrays.stream(Prompt.values()).map(Prompt::code).toList();
        if (!known.containsAll(prompts)) {
            return Optional.of(invalid("prompt is not one of " + known));
        }
        if (prompts.contains("none") && prompts.size() > 1) {
            return Optional.of(invalid("prompt none stands alone"));
        }
        return asked.one("max_age").matches("[0-9]{0,9}")
                ? Optional.empty()
                : Optional.of(invalid("max_age is a number of seconds"));
    }

    private Authorization expected(Client client, Parameters asked, ClaimsParameter claims) {
        var hint = asked.one("id_token_hint");
        var subject = hint.isEmpty() ? claims.value("sub") : subject(client, hint);
        if (!hint.isEmpty() && subject == null) {
            return new Refused(
                    asked.reply(), "invalid_request", "id_token_hint is not one of ours for you");
        }
        return switch (Level.standard(client.federation(), asked, claims)) {
            case Level.Asked(var acr, var essential) ->
                    new Accepted(client, request(client, asked, claims, acr, essential, subject));
            case Level.NotHere(var error, var why) -> new Refused(asked.reply(), error, why);
        };
    }

    /** Whom a hint of ours names, expired or not; null when it is not ours for this service. */
    private @Nullable String subject(Client client, String hint) {
        return keys.verified(client.federation().code(), hint)
                .filter(it -> it.getAudience().contains(client.clientId()))
                .map(JWTClaimsSet::getSubject)
                .orElse(null);
    }

    private static AuthorizeRequest request(
            Client client,
            Parameters asked,
            ClaimsParameter claims,
            Acr acr,
            boolean essential,
            @Nullable String subject) {
        var may = client.federation().claims(client.scopes());
        var maxAge = asked.one("max_age");
        return new AuthorizeRequest(
                client.clientId(),
                asked.one("redirect_uri"),
                asked.reply().mode(),
                client.federation().granted(client, asked.words("scope")),
                asked.one("state"),
                asked.one("nonce"),
                orNull(asked.one("code_challenge")),
                prompts(asked),
                maxAge.isEmpty() ? null : Long.valueOf(maxAge),
                acr,
                essential,
                claims.idToken().contains("amr") && may.contains("amr"),
                client.rules().hints().contains(asked.one("idp_hint"))
                        ? asked.one("idp_hint")
                        : null,
                orNull(asked.one("login_hint")),
                null,
                subject,
                allowed(claims.userinfo(), may),
                allowed(claims.idToken(), may),
                claims.values("rep_scope"));
    }

    private static Set<Prompt> prompts(Parameters asked) {
        var words = asked.words("prompt");
        return Arrays.stream(Prompt.values())
                .filter(it -> words.contains(it.code()))
                .collect(Collectors.toSet());
    }

    /** A claim that none of the service's scopes could give is not given one by one either. */
    private static Set<String> allowed(Set<String> asked, Set<String> may) {
        return asked.stream().filter(may::contains).collect(Collectors.toSet());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Wrong invalid(String why) {
        return new Wrong("invalid_request", why);
    }
}
