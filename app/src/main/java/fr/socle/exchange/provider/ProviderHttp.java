package fr.socle.exchange.provider;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Carries questions to providers: no redirect is followed, nothing is unpacked, no cookie kept, and
 * only addresses are gone to that the house lets itself call. A provider that asks for our
 * certificate gets the one of its row, one that has an authority of its own is believed by that
 * alone, and connections made so are used for it alone.
 */
final class ProviderHttp {

    private static final Timeout CONNECT = Timeout.ofSeconds(3);

    /** A provider closes idle connections without a word. */
    private static final TimeValue IDLE = TimeValue.ofMilliseconds(200);

    private static final int AT_ONCE = 2000;
    private static final int AT_ONE_PLACE = 400;

    private final DnsResolver names;
    private final Duration cap;
    private final TrustManager @Nullable [] trusted;
    private final Clock clock;
    private final CloseableHttpClient plain;
    private final Map<String, Proven> proven = new ConcurrentHashMap<>();

    /**
     * @param until when one of the authorities is over; a client without it follows
     */
    private record Proven(Provider.Access access, Instant until, CloseableHttpClient client) {

        boolean serves(Provider.Access wanted, Instant now) {
            return Objects.equals(access.certificate(), wanted.certificate())
                    && Objects.equals(access.authority(), wanted.authority())
                    && now.isBefore(until);
        }
    }

    /**
     * @param headers the first of each name, in small letters
     */
    record Reply(int status, Map<String, String> headers, byte[] body) {
        Reply {
            headers = Map.copyOf(headers);
        }

        Reply with(InputStream body, int largest) throws IOException {
            var bytes = body.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw new IOException("an answer of more than " + largest + " bytes");
            }
            return new Reply(status, headers, bytes);
        }

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
        }
    }

    /**
     * @param cap of a whole call
     * @param trusted whose certificates are believed of a provider without an authority of its own;
     *     null: those of the Java runtime
     */
    ProviderHttp(DnsResolver names, Duration cap, TrustManager @Nullable [] trusted, Clock clock) {
        this.names = names;
        this.cap = cap;
        this.trusted = trusted;
        this.clock = clock;
        this.plain = client(new KeyManager[0], trusted);
    }

    /** What is made of an answer while it comes. */
    interface Reading<T> {

        /**
         * @param reply without body
         * @param early may be told the result before everything has come: the rest is then read on,
         *     for as long as this method takes
         */
        T read(Reply reply, InputStream body, Consumer<T> early) throws IOException;
    }

    /**
     * @param largest size of the body, in bytes
     * @throws TimeoutException when the cap is over
     * @throws ExecutionException with the cause of every other failure
     */
    Reply send(Provider provider, HttpUriRequestBase request, int largest)
            throws TimeoutException, ExecutionException, InterruptedException {
        return send(provider, request, (reply, body, _) -> reply.with(body, largest));
    }

    /** As {@link #send(Provider, HttpUriRequestBase, int)}; the cap is that of the result. */
    <T> T send(Provider provider, HttpUriRequestBase request, Reading<T> reading)
            throws TimeoutException, ExecutionException, InterruptedException {
        var client = clientOf(provider);
        var result = new CompletableFuture<T>();
        Thread.startVirtualThread(() -> exchange(client, request, reading, result));
        try {
            // because the limits of a connection end with each packet
            return result.get(cap.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            if (!result.isDone()) {
                request.abort();
            }
        }
    }

    private static <T> void exchange(
            CloseableHttpClient client,
            HttpUriRequestBase request,
            Reading<T> reading,
            CompletableFuture<T> result) {
        try {
            result.complete(
                    client.execute(request, it -> read(request, it, reading, result::complete)));
        } catch (IOException | RuntimeException | Error failed) {
            result.completeExceptionally(failed);
        }
    }

    private CloseableHttpClient clientOf(Provider provider) {
        var access = provider.access();
        if (access.certificate() == null && access.authority() == null) {
            return plain;
        }
        var now = clock.instant();
        return proven.compute(
                        provider.code(),
                        (_, before) ->
                                before != null && before.serves(access, now)
                                        ? before
                                        : proven(access, now))
                .client();
    }

    private Proven proven(Provider.Access access, Instant now) {
        var pem = access.certificate();
        var keys = pem == null ? new KeyManager[0] : keys(pem);
        if (access.authority() == null) {
            return new Proven(access, Instant.MAX, client(keys, trusted));
        }
        var authority = Authority.stored(access.authority()).at(now);
        return new Proven(access, authority.until(), client(keys, authority.trustManagers()));
    }

    private static KeyManager[] keys(String pem) {
        return new KeyManager[] {ClientCertificate.stored(pem).keyManager()};
    }

    private CloseableHttpClient client(KeyManager[] keys, TrustManager @Nullable [] believed) {
        var connections =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls(keys, believed)))
                        .setMaxConnTotal(AT_ONCE)
                        .setMaxConnPerRoute(AT_ONE_PLACE)
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        .setConnectTimeout(CONNECT)
                                        .setSocketTimeout(Timeout.of(cap))
                                        .setValidateAfterInactivity(IDLE)
                                        .build())
                        .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setConnectionRequestTimeout(Timeout.of(cap))
                                .setResponseTimeout(Timeout.of(cap))
                                .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .build();
    }

    private static SSLContext tls(KeyManager[] keys, TrustManager @Nullable [] believed) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(keys, believed, null);
            return context;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has TLS", missing);
        }
    }

    private static <T> T read(
            HttpUriRequestBase request,
            ClassicHttpResponse response,
            Reading<T> reading,
            Consumer<T> early)
            throws IOException {
        var headers = new HashMap<String, String>();
        for (var header : response.getHeaders()) {
            headers.putIfAbsent(
                    header.getName().toLowerCase(Locale.ROOT),
                    Optional.ofNullable(header.getValue()).orElse(""));
        }
        var reply = new Reply(response.getCode(), headers, new byte[0]);
        var entity = response.getEntity();
        var body = entity == null ? InputStream.nullInputStream() : entity.getContent();
        try {
            return reading.read(reply, body, early);
        } catch (IOException | RuntimeException failed) {
            // because the client would read on to the end, to use the connection again
            request.abort();
            throw failed;
        }
    }
}
