package fr.socle.exchange.provider;

import fr.socle.kernel.IdentitePivot;
import fr.socle.kernel.Siret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a provider over HTTP, as API Particulier v3 is asked: GET with a bearer token, the answer in
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
    private final JsonMapper json;
    private final Clock clock;
    private final Duration cap;

    public ProviderClient(JsonMapper json, Clock clock, Duration cap) {
        this.errors = new ErrorReading(json);
        this.json = json;
        this.clock = clock;
        this.cap = cap;
    }

    public ProviderAnswer ask(Provider provider, IdentitePivot identity, Siret recipient) {
        var uri = URI.create(provider.address() + "?" + PivotQuery.of(identity, recipient));
        var request =
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + provider.token())
                        .header("Accept", "application/json")
                        .timeout(cap)
                        .build();
        var call =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            // because the timeout of a request ends with its headers, and a body can be slow too
            return read(call.get(cap.toMillis(), TimeUnit.MILLISECONDS), provider.contract());
        } catch (TimeoutException slow) {
            call.cancel(true);
            return failed("no answer within " + cap);
        } catch (ExecutionException broken) {
            return failed(String.valueOf(broken.getCause()));
        } catch (InterruptedException stopped) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return failed("interrupted");
        }
    }

    private ProviderAnswer read(HttpResponse<byte[]> response, Contract contract) {
        return response.statusCode() == 200
                ? data(response, contract)
                : errors.read(response.statusCode(), response.headers(), response.body());
    }

    private ProviderAnswer data(HttpResponse<byte[]> response, Contract contract) {
        try {
            // because a double would change an amount
            var envelope =
                    json.reader()
                            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                            .readTree(response.body());
            return switch (Reading.read(envelope.path("data"), contract, json)) {
                case Reading.Outcome.Kept(var values, var beyond) ->
                        new ProviderAnswer.Found(values, sourceTime(response), beyond);
                case Reading.Outcome.Broken(var code) -> failed("contract broken at " + code);
            };
        } catch (JacksonException notJson) {
            return failed("not JSON");
        }
    }

    private Instant sourceTime(HttpResponse<byte[]> response) {
        return response.headers()
                .firstValue("Date")
                .flatMap(ErrorReading::httpDate)
                .orElseGet(clock::instant);
    }

    private static ProviderAnswer failed(String why) {
        return new ProviderAnswer.Failed(why, ErrorReading.SOON);
    }
}
