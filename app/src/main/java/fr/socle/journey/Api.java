package fr.socle.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** What the pages do by a letter, done with a token: the journey reads nobody's mail. */
final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI node;
    private final String token;

    Api(URI node, String token) {
        this.node = node;
        this.token = token;
    }

    /** Gives a known agent a place in one more organisation, to examine habilitations there. */
    void join(String organisation, String agent) {
        send(
                "PUT",
                "/organisations/" + organisation + "/agents/" + agent,
                """
                {"roles": ["instructeur-habilitations"], "services": []}""");
    }

    /** An address that signs this agent in once. */
    URI oneTimeAddress(String agent) {
        var answer = send("POST", "/agents/" + agent + "/one-time-addresses", "{}");
        var made = URI.create(JsonMapper.shared().readTree(answer).path("address").asString());
        // on the node that is tried, whatever its public address
        return URI.create(node + made.getRawPath() + "?" + made.getRawQuery());
    }

    private String send(String method, String path, String body) {
        var request =
                HttpRequest.newBuilder(URI.create(node + "/api/directory/v1" + path))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new Unexpected(
                        "attendu : l’API accepte %s %s ; reçu : %d %s"
                                .formatted(method, path, answer.statusCode(), answer.body()));
            }
            return answer.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(node + " ne répond pas", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unexpected("le parcours a été interrompu");
        }
    }
}
