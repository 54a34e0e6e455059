package fr.socle.identity.broker;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What providers say of themselves and the keys they sign with, kept as {@link Refreshed} says. An
 * unknown key makes the keys be read again, at most once in ten seconds.
 */
@Component
public class Metadata {

    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};
    private static final int MOST_KEYS = 100;

    private final UpstreamHttp http;
    private final Refreshed<Endpoints> discovered;
    private final Refreshed<JWKSet> keys;

    Metadata(UpstreamHttp http, Clock clock) {
        this.http = http;
        this.discovered = new Refreshed<>(this::discover, clock);
        this.keys = new Refreshed<>(this::readKeys, clock);
    }

    Endpoints of(String issuer) throws UpstreamFailure {
        return discovered.of(issuer);
    }

    /** What is known already; nothing is read. */
    Optional<Endpoints> atHand(String issuer) {
        return discovered.atHand(issuer);
    }

    /**
     * @param wanted the key's id, or null for any
     */
    JWKSet keys(Endpoints provider, @Nullable String wanted) throws UpstreamFailure {
        if (provider.jwks().isEmpty()) {
            throw new UpstreamFailure(UpstreamFault.TOKEN_LYING, "discovery has no jwks_uri");
        }
        var known = keys.of(provider.jwks());
        return wanted == null || known.getKeyByKeyId(wanted) != null
                ? known
                : keys.again(provider.jwks());
    }

    private Endpoints discover(String issuer) throws UpstreamFailure {
        var answer = http.get(issuer + "/.well-known/openid-configuration", "");
        if (answer.status() != 200) {
            throw new UpstreamFailure(
                    UpstreamFault.TOKEN_DOWN, "discovery answers " + answer.status());
        }
        var members = json(answer.body());
        if (!issuer.equals(members.get("issuer"))) {
            throw new UpstreamFailure(UpstreamFault.TOKEN_LYING, "discovery names another issuer");
        }
        return secured(issuer, Endpoints.of(members));
    }

    /** A provider that is reached safely does not send us, or people, over an open line. */
    private static Endpoints secured(String issuer, Endpoints provider) throws UpstreamFailure {
        for (var address : provider.members().values()) {
            var text = address.toString();
            if (!text.isEmpty() && issuer.startsWith("https:") && !text.startsWith("https:")) {
                throw new UpstreamFailure(
                        UpstreamFault.TOKEN_LYING, "discovery leads from https elsewhere");
            }
        }
        return provider;
    }

    private JWKSet readKeys(String address) throws UpstreamFailure {
        var answer = http.get(address, "");
        if (answer.status() != 200) {
            throw new UpstreamFailure(UpstreamFault.TOKEN_DOWN, "jwks answers " + answer.status());
        }
        try {
            var read = JWKSet.parse(answer.body());
            if (read.size() > MOST_KEYS) {
                throw new UpstreamFailure(UpstreamFault.TOKEN_LYING, "too many keys");
            }
            return read;
        } catch (java.text.ParseException unreadable) {
            throw new UpstreamFailure(UpstreamFault.TOKEN_LYING, "keys cannot be read");
        }
    }

    static Map<String, Object> json(String body) throws UpstreamFailure {
        try {
            var members = JsonMapper.shared().readValue(body, MEMBERS);
            if (members != null) {
                return members;
            }
        } catch (JacksonException unreadable) {
            // told below, as for null
        }
        throw new UpstreamFailure(UpstreamFault.TOKEN_LYING, "an answer that is no JSON object");
    }
}
