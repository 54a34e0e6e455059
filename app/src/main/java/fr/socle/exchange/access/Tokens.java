package fr.socle.exchange.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.socle.exchange.store.ConsumerStore;
import fr.socle.exchange.store.TurnstileStore;
import fr.socle.house.Keyring;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * JWTs by which programs ask: HS256 with the claims of API Particulier and API Entreprise ({@code
 * uid, jti, scopes, sub, iat, exp, version}). The scopes tell their holder what to expect; they
 * give no right.
 */
@Component
public class Tokens {

    private static final String SEAL = "exchange.token-key";
    private static final String VERSION = "1.0";
    private static final int LONGEST = 8_000;
    private static final int MOST_VERIFIED = 10_000;

    /** Of a token that a program gets for a signed assertion. */
    public static final Duration SHORT = Duration.ofMinutes(10);

    private final ConsumerStore store;
    private final TurnstileStore turnstile;
    private final Keyring keyring;
    private final Clock clock;
    private final Map<ByteBuffer, Said> verified = new ConcurrentHashMap<>();
    private volatile byte @Nullable [] secret;

    /** What a token of ours says. */
    private record Said(UUID consumer, Instant until) {}

    Tokens(ConsumerStore store, TurnstileStore turnstile, Keyring keyring, Clock clock) {
        this.store = store;
        this.turnstile = turnstile;
        this.keyring = keyring;
        this.clock = clock;
    }

    /** Who came. */
    public sealed interface Bearer {

        record Known(Consumer consumer) implements Bearer {}

        record Unknown() implements Bearer {}

        record Expired() implements Bearer {}

        record Revoked() implements Bearer {}
    }

    /** The token of a program without keys: as long-lived as the program itself. */
    String lasting(Consumer consumer, Set<String> scopes) {
        return signed(consumer, consumer.id().toString(), scopes, consumer.expiresAt());
    }

    /** A token of ten minutes, for a program that proved itself. */
    public String brief(Consumer consumer, Set<String> scopes) {
        return signed(consumer, UUID.randomUUID().toString(), scopes, clock.instant().plus(SHORT));
    }

    private String signed(Consumer consumer, String jti, Set<String> scopes, Instant until) {
        var claims =
                new JWTClaimsSet.Builder()
                        .claim("uid", consumer.id().toString())
                        .jwtID(jti)
                        .claim("scopes", List.copyOf(scopes))
                        .subject(consumer.label())
                        .issueTime(Date.from(clock.instant()))
                        .expirationTime(Date.from(until))
                        .claim("version", VERSION)
                        .build();
        try {
            var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            jwt.sign(new MACSigner(secret()));
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("HMAC with a key of 32 bytes", impossible);
        }
    }

    /** The program of this token, as the database has it at this moment. */
    public Bearer of(String token) {
        return said(token).map(this::of).orElseGet(Bearer.Unknown::new);
    }

    /** Verified once: what a token says never changes, whether it counts is asked each time. */
    private Optional<Said> said(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        var hash = hash(token);
        var known = verified.get(hash);
        if (known != null) {
            return Optional.of(known);
        }
        var read = verified(token);
        if (verified.size() >= MOST_VERIFIED) {
            verified.clear();
        }
        read.ifPresent(it -> verified.put(hash, it));
        return read;
    }

    private Optional<Said> verified(String token) {
        try {
            var jwt = SignedJWT.parse(token);
            if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())
                    || !jwt.verify(new MACVerifier(secret()))) {
                return Optional.empty();
            }
            var claims = jwt.getJWTClaimsSet();
            var until = claims.getExpirationTime();
            return Optional.of(
                    new Said(
                            UUID.fromString(claims.getStringClaim("uid")),
                            until == null ? Instant.MIN : until.toInstant()));
        } catch (ParseException | JOSEException | IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    private Bearer of(Said said) {
        var consumer = turnstile.program(said.consumer()).orElse(null);
        if (consumer == null) {
            return new Bearer.Unknown();
        }
        var now = clock.instant();
        if (consumer.revokedAt() != null) {
            return new Bearer.Revoked();
        }
        return !now.isBefore(said.until()) || !now.isBefore(consumer.expiresAt())
                ? new Bearer.Expired()
                : new Bearer.Known(consumer);
    }

    /** Because what is remembered of tokens must open nothing. */
    private static ByteBuffer hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    private byte[] secret() {
        var known = secret;
        if (known == null) {
            known = keyring.open(SEAL, store.secret(keyring.seal(SEAL, keyring.freshKey())));
            secret = known;
        }
        return known;
    }
}
