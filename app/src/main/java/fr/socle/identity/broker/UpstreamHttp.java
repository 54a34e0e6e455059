package fr.socle.identity.broker;

import fr.socle.identity.broker.UpstreamFailure.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Calls to providers: six seconds for the whole of an answer, of which at most a megabyte is read;
 * no redirect is followed. Nothing of the database is held meanwhile.
 */
@Component
public class UpstreamHttp {

    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final int LARGEST = 1_000_000;

    /**
     * @param body read as UTF-8
     */
    public record Answer(int status, String contentType, String body) {}

    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();

    /** Keys of a service: no more than this many bytes of them. */
    public Answer get(String address, int largest) throws UpstreamFailure {
        return send(request(address).GET().build(), largest);
    }

    Answer get(String address, String authorization) throws UpstreamFailure {
        var request = request(address).GET();
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return send(request.build(), LARGEST);
    }

    /** The answer, whatever its status is. */
    public Answer post(String address, String form) throws UpstreamFailure {
        return send(
                request(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                LARGEST);
    }

    private static HttpRequest.Builder request(String address) throws UpstreamFailure {
        try {
            return HttpRequest.newBuilder(URI.create(address))
                    .timeout(PATIENCE)
                    .header("Accept", "application/json");
        } catch (IllegalArgumentException nonsense) {
            throw new UpstreamFailure(Kind.LYING, "an address that is none");
        }
    }

    /** The request's own limit ends with the headers: this one holds for the body too. */
    private Answer send(HttpRequest request, int largest) throws UpstreamFailure {
        var call =
                client.sendAsync(request, BodyHandlers.ofInputStream())
                        .thenApplyAsync(it -> read(it, largest), Thread::startVirtualThread);
        try {
            return call.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw failed(call, request, "is too slow");
        } catch (ExecutionException failed) {
            throw failed(call, request, String.valueOf(failed.getCause()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failed(call, request, "was interrupted");
        }
    }

    private static UpstreamFailure failed(
            CompletableFuture<Answer> call, HttpRequest request, String why) {
        call.cancel(true);
        return new UpstreamFailure(Kind.DOWN, request.uri().getHost() + " " + why);
    }

    private static Answer read(HttpResponse<InputStream> response, int largest) {
        try (var body = response.body()) {
            var bytes = body.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw new java.util.concurrent.CompletionException(
                        new IOException("more than " + largest + " bytes"));
            }
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new java.util.concurrent.CompletionException(broken);
        }
    }
}
