package fr.socle.identity.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The keys of each issuer of this house, sealed in the database. A key is published {@link #AHEAD}
 * before it signs and {@link #AFTER} after its successor took over, so that nobody's cache of keys
 * is ever behind.
 */
@Component
public class SigningKeys {

    public static final Duration AHEAD = Duration.ofHours(1);
    public static final Duration AFTER = Duration.ofDays(1);

    /** Because a key that is revoked must stop signing on every node within two seconds. */
    private static final Duration CACHED = Duration.ofSeconds(1);

    private static final String RSA = SigningKeyStore.RSA;

    /** The signer is made once: making it costs more than signing. */
    private record Stored(JWK key, JWSSigner signer, Instant signsFrom) {}

    private record Ring(List<Stored> keys, Instant readAt) {}

    private final SigningKeyStore store;
    private final Clock clock;
    private final Map<String, Ring> rings = new ConcurrentHashMap<>();

    SigningKeys(SigningKeyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The public keys of an issuer that signs by ES256, as the address {@code jwks} serves them.
     */
    public Map<String, Object> published(String owner) {
        return published(owner, Set.of(JwtAlg.ES256));
    }

    /** Those of every algorithm that has keys: HS256 has none to publish. */
    public Map<String, Object> published(String owner, Set<JwtAlg> algorithms) {
        var keys =
                Stream.of(JwtAlg.ES256, JwtAlg.RS256)
                        .filter(algorithms::contains)
                        .flatMap(it -> ring(name(owner, it)).keys().stream())
                        .<JWK>map(it -> it.key().toPublicJWK())
                        .toList();
        return new JWKSet(keys).toJSONObject();
    }

    /** The claims, signed by the key in force: ES256. */
    public String sign(String owner, JWTClaimsSet claims) {
        return sign(owner, JwtAlg.ES256, null, claims);
    }

    /**
     * @param algorithm one that has keys of ours
     * @param type of the header, or null
     */
    public String sign(String owner, JwtAlg algorithm, @Nullable String type, JWTClaimsSet claims) {
        var stored = inForce(name(owner, algorithm));
        var header = new JWSHeader.Builder(algorithm.jws()).keyID(stored.key().getKeyID());
        if (type != null) {
            header.type(new JOSEObjectType(type));
        }
        try {
            var signed = new SignedJWT(header.build(), claims);
            signed.sign(stored.signer());
            return signed.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException("a key of ours does not sign", broken);
        }
    }

    /** Each algorithm has a ring of its own; the first keeps the name of its owner. */
    private static String name(String owner, JwtAlg algorithm) {
        return switch (algorithm) {
            case ES256 -> owner;
            case RS256 -> owner + RSA;
            case HS256 -> throw new IllegalArgumentException("HS256 takes the service's secret");
        };
    }

    /**
     * What this text says, if a key of this owner signed it; empty otherwise. Expiry is not judged.
     */
    public Optional<JWTClaimsSet> verified(String owner, String text) {
        try {
            var signed = SignedJWT.parse(text);
            for (var it : ring(named(owner, signed)).keys()) {
                if (it.key().getKeyID().equals(signed.getHeader().getKeyID())
                        && signed.verify(KeyPairs.verifier(it.key()))) {
                    return Optional.of(signed.getJWTClaimsSet());
                }
            }
            return Optional.empty();
        } catch (ParseException | JOSEException notOurs) {
            return Optional.empty();
        }
    }

    private static String named(String owner, SignedJWT signed) {
        return signed.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256) ? owner + RSA : owner;
    }

    /** Makes the next key; the present one goes on until every cache knows it. */
    @Transactional
    public void rotate(String owner) {
        var next = clock.instant().plus(AHEAD);
        store.retire(owner, next.plus(AFTER));
        store.insert(owner, next);
        rings.remove(owner);
    }

    /**
     * Takes a key back at once, because somebody else may hold it: what it signed verifies no more.
     * Where it was in force the next one signs, made now if need be.
     */
    @Transactional
    public void revoke(String owner, String kid) {
        var now = clock.instant();
        store.end(owner, kid, now);
        store.insert(owner, now);
        store.hasten(owner, now);
        rings.remove(owner);
    }

    /** The newest that signs already; the first of all signs from its first moment. */
    private Stored inForce(String owner) {
        var keys = ring(owner).keys();
        var now = clock.instant();
        return keys.stream()
                .filter(it -> !it.signsFrom().isAfter(now))
                .findFirst()
                .orElseGet(keys::getLast);
    }

    private Ring ring(String owner) {
        var now = clock.instant();
        var known = rings.get(owner);
        if (known == null || known.readAt().plus(CACHED).isBefore(now)) {
            known = new Ring(readOrMake(owner), now);
            rings.put(owner, known);
        }
        return known;
    }

    private List<Stored> readOrMake(String owner) {
        var keys = read(owner);
        if (keys.isEmpty()) {
            store.insert(owner, clock.instant());
            keys = read(owner);
        }
        return keys;
    }

    private List<Stored> read(String owner) {
        return store.read(owner, clock.instant()).stream()
                .map(it -> new Stored(it.key(), KeyPairs.signer(it.key()), it.signsFrom()))
                .toList();
    }
}
