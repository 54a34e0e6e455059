package fr.socle.bench.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A service that relies on a broker.
 *
 * @param issuer whose four addresses it uses
 * @param more further parameters of its requests, encoded, each after an ampersand
 */
record Service(String clientId, String secret, Issuer issuer, String scope, String more) {

    static final String RETURN = "http://localhost:9/retour";

    /** The paths of a broker's addresses. */
    record Issuer(String authorize, String token, String userinfo) {}

    String authorize(Visit visit) {
        return authorizeAgain(visit) + more;
    }

    /** Without the further parameters. */
    String authorizeAgain(Visit visit) {
        return issuer.authorize()
                + "?"
                + encoded(
                        Map.of(
                                "response_type",
                                "code",
                                "client_id",
                                clientId,
                                "redirect_uri",
                                RETURN,
                                "scope",
                                scope,
                                "state",
                                visit.state(),
                                "nonce",
                                visit.nonce(),
                                "code_challenge",
                                visit.challenge(),
                                "code_challenge_method",
                                "S256"));
    }

    String redemption(Visit visit) {
        return encoded(
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        visit.code(),
                        "redirect_uri",
                        RETURN,
                        "client_id",
                        clientId,
                        "client_secret",
                        secret,
                        "code_verifier",
                        visit.verifier()));
    }

    String ownToken() {
        return encoded(
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        clientId,
                        "client_secret",
                        secret));
    }

    String introspection(String token) {
        return encoded(Map.of("token", token, "client_id", clientId, "client_secret", secret));
    }

    static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(
                        it ->
                                it.getKey()
                                        + "="
                                        + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
