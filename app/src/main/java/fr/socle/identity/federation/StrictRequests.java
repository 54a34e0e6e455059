package fr.socle.identity.federation;

import fr.socle.identity.federation.Authorization.Accepted;
import fr.socle.identity.federation.Authorization.Refused;
import fr.socle.identity.federation.Authorization.Stopped;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Requests of services that were written for FranceConnect or ProConnect: what their contracts do
 * not name is refused on a page, and what they name must be there.
 */
@Component
class StrictRequests {

    private static final int NONCE_AT_LEAST = 22;

    /**
     * @param optional beside what is required
     */
    private record Contract(Set<String> required, Set<String> optional, Fault fault) {}

    private static final Contract FRANCECONNECT =
            new Contract(
                    Set.of(
                            "client_id",
                            "response_type",
                            "redirect_uri",
                            "scope",
                            "state",
                            "nonce",
                            "acr_values"),
                    Set.of("claims", "prompt", "idp_hint", "ui_locales"),
                    Fault.AUTHORIZE_PARAMETERS);

    private static final Contract PROCONNECT =
            new Contract(
                    Set.of("client_id", "response_type", "redirect_uri", "scope", "state"),
                    Set.of(
                            "nonce",
                            "acr_values",
                            "claims",
                            "prompt",
                            "idp_hint",
                            "login_hint",
                            "siret_hint",
                            "ui_locales",
                            "code_challenge",
                            "code_challenge_method"),
                    Fault.AGENT_PARAMETERS);

    /** The shape: which parameters, once each, not too long. Nothing for the standard profile. */
    Optional<Stopped> malformed(Client client, Parameters asked) {
        return switch (client.profile()) {
            case FRANCECONNECT -> malformed(FRANCECONNECT, asked).or(() -> wrongHere(asked));
            case PROCONNECT -> malformed(PROCONNECT, asked);
            case OPENID -> Optional.empty();
        };
    }

    private static Optional<Stopped> malformed(Contract contract, Parameters asked) {
        var unknown =
                asked.names().stream()
                        .filter(
                                it ->
                                        !contract.required().contains(it)
                                                && !contract.optional().contains(it))
                        .sorted()
                        .findFirst()
                        .map(it -> it + " should not exist");
        var missing =
                contract.required().stream()
                        .filter(it -> !asked.has(it))
                        .sorted()
                        .findFirst()
                        .map(it -> it + " is required");
        return unknown.or(() -> missing)
                .or(() -> asked.doubled().map(it -> it + " is given twice"))
                .or(() -> asked.tooLong().map(it -> it + " is too long"))
                .or(() -> wrongPrompt(contract, asked))
                .map(it -> new Stopped(contract.fault(), it));
    }

    /** An empty prompt is one too many; nobody is signed in unseen at FranceConnect. */
    private static Optional<String> wrongPrompt(Contract contract, Parameters asked) {
        if (!asked.names().contains("prompt")) {
            return Optional.empty();
        }
        var known =
                contract == FRANCECONNECT
                        ? Set.of("login", "consent")
                        : Set.of("login", "consent", "none");
        var words = asked.words("prompt");
        return words.isEmpty() || !known.containsAll(words)
                ? Optional.of("prompt is not one of " + known.stream().sorted().toList())
                : Optional.empty();
    }

    private static Optional<Stopped> wrongHere(Parameters asked) {
        return asked.one("nonce").length() < NONCE_AT_LEAST
                ? Optional.of(
                        new Stopped(
                                Fault.AUTHORIZE_PARAMETERS,
                                "nonce must have " + NONCE_AT_LEAST + " characters or more"))
                : Optional.empty();
    }

    Authorization read(Client client, Parameters asked) {
        var claims = ClaimsParameter.parse(asked.one("claims"));
        if (!asked.one("response_type").equals("code")) {
            return refused(
                    asked, "unsupported_response_type", "unsupported response_type requested");
        }
        if (claims.isEmpty()) {
            return refused(asked, "invalid_request", "could not parse the claims parameter JSON");
        }
        if (claims.get().idToken().contains("amr") && !client.scopes().contains("amr")) {
            return new Stopped(Fault.AMR_NOT_ALLOWED, "amr is not allowed for this service");
        }
        return wrongScope(client, asked)
                .or(() -> Challenge.wrong(client, asked).map(it -> refused(asked, it)))
                .or(() -> wrongHint(client, asked))
                .orElseGet(() -> leveled(client, asked, claims.get()));
    }

    private static Optional<Authorization> wrongScope(Client client, Parameters asked) {
        var scopes = asked.words("scope");
        if (!scopes.contains("openid")) {
            return Optional.of(
                    refused(
                            asked,
                            "invalid_request",
                            "openid scope must be requested when using the acr_values parameter"));
        }
        return client.federation().allows(client, scopes)
                ? Optional.empty()
                : Optional.of(refused(asked, "invalid_scope", "requested scope is not allowed"));
    }

    private static Optional<Authorization> wrongHint(Client client, Parameters asked) {
        var hint = asked.one("idp_hint");
        return hint.isEmpty() || client.rules().hints().contains(hint)
                ? Optional.empty()
                : Optional.of(
                        refused(
                                asked,
                                Fault.IDP_HINT.error(),
                                "An idp_hint was provided but is not allowed"));
    }

    private static Authorization leveled(Client client, Parameters asked, ClaimsParameter claims) {
        var level =
                client.profile() == Profile.FRANCECONNECT
                        ? Level.lowestKnown(client.federation(), asked.words("acr_values"))
                        : Level.essential(client.federation(), asked, claims);
        return switch (level) {
            case Level.Asked(var acr, var essential) ->
                    new Accepted(client, request(client, asked, claims, acr, essential));
            case Level.NotHere(var error, var why) -> refused(asked, error, why);
        };
    }

    private static AuthorizeRequest request(
            Client client, Parameters asked, ClaimsParameter claims, Acr acr, boolean essential) {
        return new AuthorizeRequest(
                client.clientId(),
                asked.one("redirect_uri"),
                ResponseMode.QUERY,
                client.federation().granted(client, asked.words("scope")),
                asked.one("state"),
                asked.one("nonce"),
                orNull(asked.one("code_challenge")),
                prompts(client, asked),
                null,
                acr,
                essential,
                claims.idToken().contains("amr"),
                orNull(asked.one("idp_hint")),
                orNull(asked.one("login_hint")),
                orNull(asked.one("siret_hint")),
                null,
                Set.of(),
                Set.of(),
                claims.values("rep_scope"));
    }

    /**
     * At FranceConnect the word never makes a person sign in again: the page that tells what is
     * shared is always shown, unless this service may do without and says « login ».
     */
    private static Set<Prompt> prompts(Client client, Parameters asked) {
        var words = asked.words("prompt");
        var sent =
                Arrays.stream(Prompt.values())
                        .filter(it -> words.contains(it.code()))
                        .collect(Collectors.toCollection(HashSet::new));
        if (client.profile() == Profile.PROCONNECT) {
            return sent;
        }
        var silent =
                sent.equals(Set.of(Prompt.LOGIN))
                        && client.rules().allowedPrompts().contains(Prompt.LOGIN);
        return silent ? Set.of() : Set.of(Prompt.CONSENT);
    }

    private static @org.jspecify.annotations.Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Authorization refused(Parameters asked, String why) {
        return refused(asked, "invalid_request", why);
    }

    private static Authorization refused(Parameters asked, String error, String why) {
        return new Refused(asked.reply(), error, why);
    }
}
