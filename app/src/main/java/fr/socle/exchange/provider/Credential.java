package fr.socle.exchange.provider;

import java.net.URI;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** How this house proves itself to a provider, without the secret. */
public sealed interface Credential {

    /** The secret is a bearer token. */
    record Bearer() implements Credential {}

    /** The secret goes into this header. */
    record InHeader(String header) implements Credential {}

    /**
     * The secret gets tokens (RFC 6749, 4.4), by HTTP Basic.
     *
     * @param scope empty when none is asked
     */
    record ClientCredentials(URI tokenUrl, String clientId, String scope) implements Credential {}

    /** Nothing but the certificate of the provider's row proves us (RFC 8446, 4.4.2). */
    record Certificate() implements Credential {}

    /** The secret goes nowhere without this; a certificate alone needs none. */
    default boolean needsSecret() {
        return switch (this) {
            case Bearer _, InHeader _, ClientCredentials _ -> true;
            case Certificate _ -> false;
        };
    }

    /** As a row and a file write it. */
    default Map<String, String> members() {
        return switch (this) {
            case Bearer _ -> Map.of("kind", "bearer");
            case Certificate _ -> Map.of("kind", "certificate");
            case InHeader(var header) -> Map.of("kind", "api-key", "header", header);
            case ClientCredentials(var url, var client, var scope) ->
                    Map.of(
                            "kind",
                            "oauth2",
                            "token_url",
                            url.toString(),
                            "client_id",
                            client,
                            "scope",
                            scope);
        };
    }

    /**
     * Reads {@link #members} again.
     *
     * @throws IllegalArgumentException for what was never written
     */
    static Credential of(JsonNode members) {
        return switch (members.path("kind").asString("")) {
            case "bearer" -> new Bearer();
            case "certificate" -> new Certificate();
            case "api-key" -> new InHeader(members.path("header").asString(""));
            case "oauth2" ->
                    new ClientCredentials(
                            URI.create(members.path("token_url").asString("")),
                            members.path("client_id").asString(""),
                            members.path("scope").asString(""));
            default -> throw new IllegalArgumentException("no kind of credential");
        };
    }
}
