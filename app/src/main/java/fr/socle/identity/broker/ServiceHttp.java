package fr.socle.identity.broker;

import fr.socle.identity.broker.UpstreamHttp.Answer;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
import org.springframework.stereotype.Component;

/**
 * Calls to addresses that services gave us: six seconds for the whole of an answer, whose size is
 * limited; no redirect is followed, nothing is unpacked, no cookie kept, and only {@link
 * OpenAddresses} are gone to. Nothing of the database is held meanwhile.
 */
@Component
public class ServiceHttp {

    /** How the failure of a call begins that was not made, because of where it led. */
    public static final String INSIDE = OpenAddresses.INSIDE;

    /** How the failure of a call ends whose answer is too large. */
    public static final String LARGE = "exceeds capacity";

    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final int LARGEST = 64 * 1024;
    private static final int AT_ONCE = 200;
    private static final int AT_ONE_PLACE = 20;

    private final CloseableHttpClient client;

    ServiceHttp(OpenAddresses addresses) {
        var limit = Timeout.of(PATIENCE);
        var connections =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setMaxConnTotal(AT_ONCE)
                        .setMaxConnPerRoute(AT_ONE_PLACE)
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
     * The answer, whatever its status is.
     *
     * @param largest of this many bytes at most
     */
    public Answer get(String address, int largest) throws UpstreamFailure {
        return send(new HttpGet(uri(address)), largest);
    }

    /** The answer, whatever its status is. */
    public Answer post(String address, String form) throws UpstreamFailure {
        var request = new HttpPost(uri(address));
        request.setEntity(new StringEntity(form, ContentType.APPLICATION_FORM_URLENCODED));
        return send(request, LARGEST);
    }

    private static URI uri(String address) throws UpstreamFailure {
        try {
            var uri = URI.create(address);
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException nonsense) {
            // told below
        }
        throw new UpstreamFailure(UpstreamFault.TOKEN_LYING, "an address that is none");
    }

    /** Limits of connections end with each packet: this one holds for all of it. */
    private Answer send(HttpUriRequestBase request, int largest) throws UpstreamFailure {
        request.setHeader("Accept", "application/json");
        var call =
                new FutureTask<>(() -> client.execute(request, it -> read(request, it, largest)));
        Thread.startVirtualThread(call);
        try {
            return call.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw UpstreamFailure.late(host(request) + " is too slow");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof SocketTimeoutException
                    ? UpstreamFailure.late(host(request) + " is too slow")
                    : failed(request, String.valueOf(failed.getCause()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failed(request, "was interrupted");
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

    private static UpstreamFailure failed(HttpUriRequestBase request, String why) {
        return new UpstreamFailure(UpstreamFault.TOKEN_DOWN, host(request) + " " + why);
    }

    private static String host(HttpUriRequestBase request) {
        return String.valueOf(request.getAuthority());
    }
}
