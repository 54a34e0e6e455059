package fr.socle.identity.demonstration.sample;

import fr.socle.identity.demonstration.sample.SampleFailure.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;

/** How a sample service reaches its federation: as anybody would, with six seconds of patience. */
@Component
class SampleHttp {

    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final String TYPE = "application/x-www-form-urlencoded";

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();

    /**
     * What this address answers with 200.
     *
     * @param token to be shown there, or empty
     */
    String get(String address, String token, String accept) throws SampleFailure {
        var request = request(address).header("Accept", accept).GET();
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(address, request);
    }

    String post(String address, String form) throws SampleFailure {
        return send(
                address,
                request(address)
                        .header("Accept", "application/json")
                        .header("Content-Type", TYPE)
                        .POST(BodyPublishers.ofString(form)));
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE);
    }

    private String send(String address, HttpRequest.Builder request) throws SampleFailure {
        try {
            var answer =
                    client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != 200) {
                throw new SampleFailure(
                        Kind.UNREACHABLE, address + " answers " + answer.statusCode());
            }
            return answer.body().strip();
        } catch (IOException failed) {
            throw new SampleFailure(Kind.UNREACHABLE, address + " does not answer");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SampleFailure(Kind.UNREACHABLE, address + " was not waited for");
        }
    }
}
