package fr.socle.identity.broker;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import fr.socle.identity.broker.UpstreamFailure.Kind;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What providers say of themselves and the keys they sign with, kept ten minutes. An unknown key
 * makes the keys be read again, at most once in ten seconds.
 */
@Component
public class Metadata {

    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration NOT_SOONER = Duration.ofSeconds(10);

    private record Cached<T>(T value, Instant readAt) {}

    private final UpstreamHttp http;
    private final Clock clock;
    private final Map<String, Cached<OIDCProviderMetadata>> discovered = new ConcurrentHashMap<>();
    private final Map<String, Cached<JWKSet>> keys = new ConcurrentHashMap<>();

    Metadata(UpstreamHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    OIDCProviderMetadata of(String issuer) throws UpstreamFailure {
        var known = discovered.get(issuer);
        if (known != null && known.readAt().plus(FRESH).isAfter(clock.instant())) {
            return known.value();
        }
        var read = discover(issuer);
        discovered.put(issuer, new Cached<>(read, clock.instant()));
        return read;
    }

    private OIDCProviderMetadata discover(String issuer) throws UpstreamFailure {
        var answer = http.get(issuer + "/.well-known/openid-configuration", "");
        if (answer.status() != 200) {
            throw new UpstreamFailure(Kind.DOWN, "discovery answers " + answer.status());
        }
        try {
            var metadata = OIDCProviderMetadata.parse(answer.body());
            if (!metadata.getIssuer().getValue().equals(issuer)) {
                throw new UpstreamFailure(Kind.LYING, "discovery names another issuer");
            }
            return metadata;
        } catch (ParseException unreadable) {
            throw new UpstreamFailure(Kind.LYING, "discovery cannot be read");
        }
    }

    /**
     * @param wanted the key's id, or null for any
     */
    JWKSet keys(OIDCProviderMetadata metadata, @Nullable String wanted) throws UpstreamFailure {
        var address = present(metadata.getJWKSetURI(), "jwks_uri");
        var known = keys.get(address);
        var now = clock.instant();
        var usable =
                known != null
                        && known.readAt().plus(FRESH).isAfter(now)
                        && (wanted == null
                                || known.value().getKeyByKeyId(wanted) != null
                                || known.readAt().plus(NOT_SOONER).isAfter(now));
        if (known != null && usable) {
            return known.value();
        }
        var read = readKeys(address);
        keys.put(address, new Cached<>(read, now));
        return read;
    }

    private JWKSet readKeys(String address) throws UpstreamFailure {
        var answer = http.get(address, "");
        if (answer.status() != 200) {
            throw new UpstreamFailure(Kind.DOWN, "jwks answers " + answer.status());
        }
        try {
            return JWKSet.parse(answer.body());
        } catch (java.text.ParseException unreadable) {
            throw new UpstreamFailure(Kind.LYING, "keys cannot be read");
        }
    }

    static String present(@Nullable URI address, String name) throws UpstreamFailure {
        if (address == null) {
            throw new UpstreamFailure(Kind.LYING, "discovery has no " + name);
        }
        return address.toString();
    }
}
