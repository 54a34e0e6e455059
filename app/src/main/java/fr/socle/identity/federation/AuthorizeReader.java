package fr.socle.identity.federation;

import fr.socle.house.PublicAddress;
import fr.socle.identity.federation.Authorization.Accepted;
import fr.socle.identity.federation.Authorization.Refused;
import fr.socle.identity.federation.Authorization.Unknown;
import fr.socle.identity.store.ClientStore;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks what a service asks at {@code authorize} (OpenID Connect Core, 3.1.2.1; RFC 7636; the
 * contract of FranceConnect: state and nonce are required). Without a known client and address
 * nobody is redirected.
 */
@Component
public class AuthorizeReader {

    private static final int LONGEST = 512;

    private final ClientStore clients;
    private final PublicAddress address;

    AuthorizeReader(ClientStore clients, PublicAddress address) {
        this.clients = clients;
        this.address = address;
    }

    public Authorization read(Federation federation, Map<String, String[]> parameters) {
        var client =
                clients.find(single(parameters, "client_id"))
                        .filter(it -> it.active() && it.federation() == federation);
        if (client.isEmpty()) {
            return new Unknown("identity.refused.client");
        }
        var redirect = single(parameters, "redirect_uri");
        if (!client.get().mayReturnTo(redirect, address.value())) {
            return new Unknown("identity.refused.redirect");
        }
        var wrong = wrong(client.get(), parameters);
        return wrong == null
                ? accepted(client.get(), redirect, parameters)
                : new Refused(redirect, single(parameters, "state"), wrong.error(), wrong.why());
    }

    private record Wrong(String error, String why) {}

    private static @Nullable Wrong wrong(Client client, Map<String, String[]> parameters) {
        if (parameters.values().stream().anyMatch(it -> it.length > 1)) {
            return invalid("a parameter is given twice");
        }
        if (parameters.values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(AuthorizeReader::tooMuch)) {
            return invalid("a parameter is too long");
        }
        if (!single(parameters, "response_type").equals("code")) {
            return new Wrong("unsupported_response_type", "only the code flow is offered");
        }
        if (single(parameters, "state").isEmpty() || single(parameters, "nonce").isEmpty()) {
            return invalid("state and nonce are required");
        }
        var response = single(parameters, "response_mode");
        if (!response.isEmpty() && !response.equals("query")) {
            return invalid("only the response mode query is offered");
        }
        if (single(parameters, "prompt").equals("none")) {
            return new Wrong("login_required", "nobody is signed in without being asked");
        }
        var scope = wrongScope(client, AuthorizeRequest.scopes(single(parameters, "scope")));
        return scope != null ? scope : wrongChallenge(client, parameters);
    }

    private static @Nullable Wrong wrongScope(Client client, java.util.Set<String> asked) {
        if (!asked.contains("openid")) {
            return new Wrong("invalid_scope", "openid scope must be requested");
        }
        var known = client.federation().scopes().keySet();
        return asked.stream().filter(known::contains).allMatch(client.scopes()::contains)
                ? null
                : new Wrong("invalid_scope", "requested scope is not allowed");
    }

    private static @Nullable Wrong wrongChallenge(Client client, Map<String, String[]> parameters) {
        var challenge = single(parameters, "code_challenge");
        if (challenge.isEmpty()) {
            return client.needsPkce() ? invalid("code_challenge is required") : null;
        }
        return single(parameters, "code_challenge_method").equals("S256")
                        && challenge.matches("[A-Za-z0-9_-]{43}")
                ? null
                : invalid("code_challenge_method must be S256");
    }

    /** An unknown scope is ignored, as the contract says. */
    private static Accepted accepted(
            Client client, String redirect, Map<String, String[]> parameters) {
        var scopes = AuthorizeRequest.scopes(single(parameters, "scope"));
        scopes.retainAll(client.scopes());
        var challenge = single(parameters, "code_challenge");
        return new Accepted(
                client,
                new AuthorizeRequest(
                        client.clientId(),
                        redirect,
                        ResponseMode.QUERY,
                        scopes,
                        single(parameters, "state"),
                        single(parameters, "nonce"),
                        challenge.isEmpty() ? null : challenge,
                        java.util.Set.of(),
                        null,
                        client.federation().usual(),
                        false,
                        false,
                        null,
                        single(parameters, "login_hint"),
                        null,
                        null,
                        java.util.Set.of(),
                        java.util.Set.of(),
                        java.util.Set.of()));
    }

    private static Wrong invalid(String why) {
        return new Wrong("invalid_request", why);
    }

    private static boolean tooMuch(String value) {
        return value.length() > LONGEST;
    }

    private static String single(Map<String, String[]> parameters, String name) {
        var values = parameters.get(name);
        return values == null || values.length == 0 ? "" : values[0];
    }
}
