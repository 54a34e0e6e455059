package fr.socle.identity.broker;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Calls to providers: six seconds for the whole of an answer, of which at most 250 kB are read; no
 * redirect is followed and nothing is unpacked. Nothing of the database is held meanwhile.
 */
@Component
public class UpstreamHttp {

    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final String JSON = "application/json";
    private static final int LARGEST = 250_000;

    /**
     * @param body read as UTF-8
     */
    public record Answer(int status, String contentType, String body) {}

    private final HttpClient client =
            HttpClient.newBuilder()
                    // because on plain connections it asks for HTTP/2 anew with every request
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();

    Answer get(String address, String authorization) throws UpstreamFailure {
        return get(address, authorization, JSON);
    }

    /**
     * @param authorization the header of this name, or empty
     * @param accept the type of content that can be read
     */
    public Answer get(String address, String authorization, String accept) throws UpstreamFailure {
        var request = request(address, accept).GET();
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return send(request.build());
    }

    /** The answer, whatever its status is. */
    Answer post(String address, String form) throws UpstreamFailure {
        return send(
                request(address, JSON)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build());
    }

    private static HttpRequest.Builder request(String address, String accept)
            throws UpstreamFailure {
        try {
            return HttpRequest.newBuilder(URI.create(address))
                    .timeout(PATIENCE)
                    .header("Accept", accept);
        } catch (IllegalArgumentException nonsense) {
            throw new UpstreamFailure(UpstreamFault.TOKEN_LYING, "an address that is none");
        }
    }

    /** The request's own limit ends with the headers: this one holds for the body too. */
    private Answer send(HttpRequest request) throws UpstreamFailure {
        var call =
                client.sendAsync(
                        request,
                        BodyHandlers.limiting(
                                BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST));
        try {
            return answer(call.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            throw late(call, request);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof HttpTimeoutException
                    ? late(call, request)
                    : failed(call, request, String.valueOf(failed.getCause()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failed(call, request, "was interrupted");
        }
    }

    private static UpstreamFailure failed(
            CompletableFuture<?> call, HttpRequest request, String why) {
        call.cancel(true);
        return new UpstreamFailure(UpstreamFault.TOKEN_DOWN, request.uri().getHost() + " " + why);
    }

    private static UpstreamFailure late(CompletableFuture<?> call, HttpRequest request) {
        call.cancel(true);
        return UpstreamFailure.late(request.uri().getHost() + " is too slow");
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }
}
