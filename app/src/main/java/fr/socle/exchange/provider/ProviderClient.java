package fr.socle.exchange.provider;

import fr.socle.exchange.Answer.Failure;
import fr.socle.exchange.Document;
import fr.socle.exchange.Question.Search;
import fr.socle.exchange.dataset.Minimiser;
import fr.socle.kernel.Siret;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a provider over HTTP, as API Particulier v3 is asked: GET with our credential, the answer in
 * an envelope {@code data, links, meta}, a refusal as {@code errors}. Nothing that it can do takes
 * longer than the cap, and no answer is read beyond ten megabytes.
 */
public final class ProviderClient {

    private static final long LARGEST = 10_000_000;
    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    private final ErrorReading errors;
    private final ProviderTokens tokens;
    private final Clock clock;
    private final Duration cap;

    public ProviderClient(JsonMapper json, Clock clock, Duration cap) {
        this.errors = new ErrorReading(json);
        this.tokens = new ProviderTokens(http, json, clock, cap);
        this.clock = clock;
        this.cap = cap;
    }

    /**
     * @param fields the codes of the fields of which the answer is kept
     */
    public ProviderAnswer ask(Provider provider, Search by, Siret recipient, Set<String> fields) {
        var request =
                HttpRequest.newBuilder(ProviderQuery.of(provider, by, recipient))
                        .header("Accept", "application/json")
                        .timeout(cap);
        if (!proven(request, provider)) {
            return failed(Failure.KEEPS_US_OUT, "no token");
        }
        return send(request.build(), provider, fields);
    }

    private boolean proven(HttpRequest.Builder request, Provider provider) {
        return switch (provider.credential()) {
            case Credential.Bearer _ -> bears(request, provider.secret());
            case Credential.InHeader(var header) -> {
                request.header(header, provider.secret());
                yield true;
            }
            case Credential.ClientCredentials by ->
                    tokens.of(provider, by).map(it -> bears(request, it)).orElse(false);
        };
    }

    private static boolean bears(HttpRequest.Builder request, String token) {
        request.header("Authorization", "Bearer " + token);
        return true;
    }

    private ProviderAnswer send(HttpRequest request, Provider provider, Set<String> fields) {
        var call =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            // because the timeout of a request ends with its headers, and a body can be slow too
            var response = call.get(cap.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() == 401) {
                tokens.forget(provider);
            }
            return response.statusCode() == 200
                    ? minimised(response, provider, fields)
                    : errors.read(response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException slow) {
            call.cancel(true);
            return failed(Failure.SLOW, "no answer within " + cap);
        } catch (ExecutionException broken) {
            return failed(failure(broken.getCause()), String.valueOf(broken.getCause()));
        } catch (InterruptedException stopped) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return failed(Failure.DOWN, "interrupted");
        }
    }

    private ProviderAnswer minimised(
            HttpResponse<byte[]> response, Provider provider, Set<String> fields) {
        return switch (Minimiser.minimise(response.body(), provider.set(), fields)) {
            case Minimiser.Outcome.Kept(var json, var kept, var beyond) ->
                    new ProviderAnswer.Found(
                            new Document(json, provider.set(), kept), beyond, sourceTime(response));
            case Minimiser.Outcome.Broken(var where) ->
                    failed(Failure.LYING, "contract broken at " + where);
        };
    }

    private static Failure failure(@Nullable Throwable cause) {
        for (var at = cause; at != null; at = at.getCause()) {
            switch (at) {
                case SSLException _ -> {
                    return Failure.UNTRUSTED;
                }
                case UnresolvedAddressException _ -> {
                    return Failure.UNKNOWN_HOST;
                }
                case HttpTimeoutException _ -> {
                    return Failure.SLOW;
                }
                default -> {}
            }
        }
        return Failure.UNREACHABLE;
    }

    private Instant sourceTime(HttpResponse<byte[]> response) {
        return response.headers()
                .firstValue("Date")
                .flatMap(ErrorReading::httpDate)
                .orElseGet(clock::instant);
    }

    private static ProviderAnswer failed(Failure failure, String why) {
        return new ProviderAnswer.Failed(failure, why, ErrorReading.SOON);
    }
}
