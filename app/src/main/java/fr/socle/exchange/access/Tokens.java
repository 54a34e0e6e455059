package fr.socle.exchange.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.socle.exchange.store.ConsumerStore;
import fr.socle.house.Keyring;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

    /** Of a token that a program gets for a signed assertion. */
    public static final Duration SHORT = Duration.ofMinutes(10);

    private final ConsumerStore store;
    private final Keyring keyring;
    private final Clock clock;
    private volatile byte @Nullable [] secret;

    Tokens(ConsumerStore store, Keyring keyring, Clock clock) {
        this.store = store;
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
        try {
            var jwt = token.length() > LONGEST ? null : SignedJWT.parse(token);
            if (jwt == null || !JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())) {
                return new Bearer.Unknown();
            }
            return jwt.verify(new MACVerifier(secret()))
                    ? of(jwt.getJWTClaimsSet())
                    : new Bearer.Unknown();
        } catch (ParseException | JOSEException | IllegalArgumentException nonsense) {
            return new Bearer.Unknown();
        }
    }

    private Bearer of(JWTClaimsSet claims) throws ParseException {
        var consumer = store.find(UUID.fromString(claims.getStringClaim("uid"))).orElse(null);
        if (consumer == null) {
            return new Bearer.Unknown();
        }
        var now = clock.instant();
        var until = claims.getExpirationTime();
        if (consumer.revokedAt() != null) {
            return new Bearer.Revoked();
        }
        return until == null
                        || !now.isBefore(until.toInstant())
                        || !now.isBefore(consumer.expiresAt())
                ? new Bearer.Expired()
                : new Bearer.Known(consumer);
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
