package fr.socle.house;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Calls to addresses that others gave us: six seconds for the whole of an answer, whose size is
 * limited; no redirect is followed, nothing is unpacked, no cookie kept, and only {@link
 * OpenAddresses} are gone to. Nothing of the database may be held meanwhile.
 */
@Component
public class OutsideHttp {

    /** In the message of the failure of a call that was not made, because of where it led. */
    public static final String INSIDE = OpenAddresses.INSIDE;

    /** In the message of the failure of a call whose answer is too large. */
    public static final String LARGE = "exceeds capacity";

    private static final String ACCEPT = "Accept";
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final int PLACES = 10;
    private static final int AT_ONE_PLACE = 20;

    private final OpenAddresses addresses;
    private final CloseableHttpClient client;

    /**
     * @param status whatever it is
     * @param contentType empty when the answer names none
     * @param body read as UTF-8
     */
    public record Answer(int status, String contentType, String body) {}

    @Autowired
    OutsideHttp(OpenAddresses addresses) {
        this(addresses, addresses, AT_ONE_PLACE);
    }

    private OutsideHttp(OpenAddresses addresses, DnsResolver names, int atOnePlace) {
        this.addresses = addresses;
        var limit = Timeout.of(PATIENCE);
        var connections =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setMaxConnTotal(PLACES * atOnePlace)
                        .setMaxConnPerRoute(atOnePlace)
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        .setConnectTimeout(limit)
                                        .setSocketTimeout(limit)
                                        .build())
                        .build();
        client =
                HttpClients.custom()
                        .setConnectionManager(connections)
                        .setDefaultRequestConfig(
                                RequestConfig.custom()
                                        .setConnectionRequestTimeout(limit)
                                        .setResponseTimeout(limit)
                                        .build())
                        .disableRedirectHandling()
                        .disableAutomaticRetries()
                        .disableCookieManagement()
                        .disableContentCompression()
                        .disableAuthCaching()
                        .build();
    }

    /**
     * Whether it is plain that no call would go there, to tell whoever types the address. What a
     * name leads to is known when it is called.
     */
    public boolean isClosed(URI address) {
        return addresses.isClosedAddress(String.valueOf(address.getHost()));
    }

    /**
     * The same with connections of its own: who is slow there holds up nobody here.
     *
     * @param atOnePlace calls to one place at a time
     */
    public OutsideHttp apart(int atOnePlace) {
        return new OutsideHttp(addresses, addresses, atOnePlace);
    }

    /**
     * The same for addresses that the settings name, and for this very house: whoever writes the
     * settings may lead anywhere.
     *
     * @param atOnePlace calls to one place at a time
     */
    public OutsideHttp trusting(int atOnePlace) {
        return new OutsideHttp(addresses, SystemDefaultDnsResolver.INSTANCE, atOnePlace);
    }

    /**
     * @param largest size of the body, in bytes
     * @throws SocketTimeoutException when the six seconds are over
     */
    public Answer get(String address, int largest) throws IOException {
        return get(address, Map.of(), largest);
    }

    /**
     * @param headers among them the type that can be read ({@code Accept}), if it is not JSON
     * @param largest size of the body, in bytes
     * @throws SocketTimeoutException when the six seconds are over
     */
    public Answer get(String address, Map<String, String> headers, int largest) throws IOException {
        var request = new HttpGet(uri(address));
        headers.forEach(request::setHeader);
        return send(request, largest);
    }

    /**
     * @param type of the body, without its charset, which is UTF-8
     * @param largest size of the answer's body, in bytes
     * @throws SocketTimeoutException when the six seconds are over
     */
    public Answer post(
            String address, Map<String, String> headers, String type, String body, int largest)
            throws IOException {
        var request = new HttpPost(uri(address));
        request.setEntity(new StringEntity(body, ContentType.create(type, StandardCharsets.UTF_8)));
        headers.forEach(request::setHeader);
        return send(request, largest);
    }

    private static URI uri(String address) throws IOException {
        try {
            var uri = URI.create(address);
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException nonsense) {
            // told below
        }
        throw new MalformedURLException("an address that is none");
    }

    /** Limits of connections end with each packet: this one holds for all of it. */
    private Answer send(HttpUriRequestBase request, int largest) throws IOException {
        if (!request.containsHeader(ACCEPT)) {
            request.setHeader(ACCEPT, "application/json");
        }
        var call =
                new FutureTask<>(() -> client.execute(request, it -> read(request, it, largest)));
        Thread.startVirtualThread(call);
        try {
            return call.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw tooSlow(request);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof SocketTimeoutException) {
                throw tooSlow(request);
            }
            throw new IOException(host(request) + " " + failed.getCause(), failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(host(request) + " was interrupted", stopped);
        } finally {
            request.abort();
        }
    }

    private static Answer read(
            HttpUriRequestBase request, ClassicHttpResponse response, int largest)
            throws IOException {
        var entity = response.getEntity();
        if (entity == null) {
            return new Answer(response.getCode(), "", "");
        }
        var bytes = entity.getContent().readNBytes(largest + 1);
        if (bytes.length > largest) {
            // because the client would read on to the end, to use the connection again
            request.abort();
            throw new IOException("an answer that " + LARGE + " of " + largest);
        }
        return new Answer(
                response.getCode(),
                Objects.requireNonNullElse(entity.getContentType(), ""),
                new String(bytes, StandardCharsets.UTF_8));
    }

    private static SocketTimeoutException tooSlow(HttpUriRequestBase request) {
        return new SocketTimeoutException(host(request) + " is too slow");
    }

    private static String host(HttpUriRequestBase request) {
        return String.valueOf(request.getAuthority());
    }
}
