package fr.socle.exchange.provider;

import fr.socle.exchange.Answer.Failure;
import fr.socle.exchange.Question.Search;
import fr.socle.exchange.dataset.Inspection;
import fr.socle.exchange.flow.Gathering;
import fr.socle.exchange.provider.ProviderHttp.Reading;
import fr.socle.exchange.provider.ProviderHttp.Reply;
import fr.socle.kernel.Siret;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a provider over HTTP, as API Particulier v3 is asked: GET with our credential, the answer in
 * an envelope {@code data, links, meta}, a refusal as {@code errors}. Nothing that it can do takes
 * longer than the cap, up to the first ten megabytes of what may leave; more than those are passed
 * on as they come, or not at all.
 */
public final class ProviderClient {

    private final ProviderHttp http;
    private final ErrorReading errors;
    private final AnswerReading reading;
    private final ProviderTokens tokens;
    private final Clock clock;
    private final Duration cap;

    /**
     * @param names looks up where a provider is, and refuses what this house may not call
     */
    public ProviderClient(JsonMapper json, Clock clock, Duration cap, DnsResolver names) {
        this(json, clock, cap, new ProviderHttp(names, cap, null, clock));
    }

    ProviderClient(JsonMapper json, Clock clock, Duration cap, ProviderHttp http) {
        this.http = http;
        this.errors = new ErrorReading(json);
        this.reading = new AnswerReading(errors, clock);
        this.tokens = new ProviderTokens(http, json, clock);
        this.clock = clock;
        this.cap = cap;
    }

    /** What a question became on its way. */
    private sealed interface Sent<T> {
        record Answered<T>(T what) implements Sent<T> {}

        record Lost<T>(ProviderAnswer.Failed why) implements Sent<T> {}
    }

    /** How an answer is read, with the request at hand that may be given up. */
    private interface Reader<T> {
        Reading<T> of(HttpUriRequestBase request);
    }

    /**
     * Asks, and reads no more than ten megabytes of what may leave.
     *
     * @param fields the codes of the fields of which the answer is kept
     */
    public ProviderAnswer ask(Provider provider, Search by, Siret recipient, Set<String> fields) {
        return ask(
                provider,
                by,
                recipient,
                request -> reading.minimised(provider, fields, null, request));
    }

    /**
     * The same for an answer of any size.
     *
     * @param salt of the digest of an answer that flows
     */
    public ProviderAnswer askFlowing(
            Provider provider, Search by, Siret recipient, Set<String> fields, byte[] salt) {
        return ask(
                provider,
                by,
                recipient,
                request -> reading.minimised(provider, fields, salt, request));
    }

    private ProviderAnswer ask(
            Provider provider, Search by, Siret recipient, Reader<ProviderAnswer> reader) {
        return switch (send(provider, by, recipient, reader)) {
            case Sent.Lost(var why) -> why;
            case Sent.Answered(var answer) -> answer;
        };
    }

    /** Asks in order to see how the provider answers; no value of the answer is kept. */
    public ProviderLook look(Provider provider, Search by, Siret recipient) {
        var start = clock.instant();
        Sent<Reply> sent =
                send(
                        provider,
                        by,
                        recipient,
                        _ -> (reply, body, _) -> reply.with(body, Gathering.HELD));
        var took = Duration.between(start, clock.instant());
        return switch (sent) {
            case Sent.Lost(var why) -> new ProviderLook.Failed(0, why.failure(), took);
            case Sent.Answered(var reply) -> looked(reply, provider, took);
        };
    }

    private ProviderLook looked(Reply reply, Provider provider, Duration took) {
        if (reply.status() == 200) {
            var seen = Inspection.of(reply.body(), provider.set());
            return new ProviderLook.Answered(seen, took);
        }
        return switch (errors.read(reply)) {
            case ProviderAnswer.NotFound(var several) ->
                    new ProviderLook.NotFound(reply.status(), several, took);
            case ProviderAnswer.Failed(var failure, _, _) ->
                    new ProviderLook.Failed(reply.status(), failure, took);
            case ProviderAnswer.Found _, ProviderAnswer.Flowing _ ->
                    throw new IllegalStateException("an error finds nobody");
        };
    }

    private <T> Sent<T> send(Provider provider, Search by, Siret recipient, Reader<T> reader) {
        var request = new HttpGet(ProviderQuery.of(provider, by, recipient));
        request.setHeader("Accept", "application/json");
        if (!proves(request, provider)) {
            return new Sent.Lost<>(failed(Failure.KEEPS_US_OUT, "no token"));
        }
        var read = reader.of(request);
        try {
            return new Sent.Answered<>(
                    http.send(
                            provider,
                            request,
                            (reply, body, early) -> {
                                if (reply.status() == 401) {
                                    tokens.forget(provider);
                                }
                                return read.read(reply, body, early);
                            }));
        } catch (TimeoutException slow) {
            return new Sent.Lost<>(failed(Failure.SLOW, "no answer within " + cap));
        } catch (ExecutionException broken) {
            return new Sent.Lost<>(
                    failed(failure(broken.getCause()), String.valueOf(broken.getCause())));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Sent.Lost<>(failed(Failure.DOWN, "interrupted"));
        }
    }

    private boolean proves(HttpUriRequestBase request, Provider provider) {
        return switch (provider.credential()) {
            case Credential.Bearer _ -> bears(request, provider.secret());
            case Credential.InHeader(var header) -> {
                request.setHeader(header, provider.secret());
                yield true;
            }
            case Credential.ClientCredentials by ->
                    tokens.of(provider, by).map(it -> bears(request, it)).orElse(false);
            case Credential.Certificate _ -> true;
        };
    }

    private static boolean bears(HttpUriRequestBase request, String token) {
        request.setHeader("Authorization", "Bearer " + token);
        return true;
    }

    private static Failure failure(@Nullable Throwable cause) {
        for (var at = cause; at != null; at = at.getCause()) {
            switch (at) {
                case SSLException tls -> {
                    return keptOut(tls) ? Failure.KEEPS_US_OUT : Failure.UNTRUSTED;
                }
                case UnknownHostException _ -> {
                    return Failure.UNKNOWN_HOST;
                }
                case SocketTimeoutException _ -> {
                    return Failure.SLOW;
                }
                default -> {}
            }
        }
        return Failure.UNREACHABLE;
    }

    /** An alert of the other side: it wants another certificate of us, or one at all. */
    private static boolean keptOut(SSLException tls) {
        var words = String.valueOf(tls.getMessage());
        return words.contains("Received fatal alert")
                && (words.contains("certificate") || words.contains("unknown_ca"));
    }

    private static ProviderAnswer.Failed failed(Failure failure, String why) {
        return new ProviderAnswer.Failed(failure, why, ErrorReading.SOON);
    }
}
