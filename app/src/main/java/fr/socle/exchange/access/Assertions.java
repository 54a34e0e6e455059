package fr.socle.exchange.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.socle.exchange.store.ConsumerStore;
import fr.socle.house.PublicAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Programs that prove themselves by a JWT signed with their key (RFC 7523, {@code
 * private_key_jwt}): issuer and subject are the program's number, the audience is the token
 * address, it lives ten minutes at most and is used once.
 */
@Component
public class Assertions {

    /** Where programs get their tokens. */
    public static final String PATH = "/api/exchange/oauth/token";

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final int LONGEST = 8_000;
    private static final int LONGEST_ID = 256;

    private final ConsumerStore store;
    private final PublicAddress address;
    private final Clock clock;

    Assertions(ConsumerStore store, PublicAddress address, Clock clock) {
        this.store = store;
        this.address = address;
        this.clock = clock;
    }

    /** The program that signed this; empty when nobody who may come in did, or it came before. */
    public Optional<Consumer> consumer(String assertion) {
        try {
            var jwt = assertion.length() > LONGEST ? null : SignedJWT.parse(assertion);
            if (jwt == null) {
                return Optional.empty();
            }
            var claims = jwt.getJWTClaimsSet();
            var subject = claims.getSubject();
            var consumer =
                    subject == null || !subject.equals(claims.getIssuer())
                            ? null
                            : store.find(UUID.fromString(subject)).orElse(null);
            return consumer != null
                            && "actif".equals(consumer.stateAt(clock.instant()))
                            && isSigned(jwt, consumer.keys())
                            && isTimely(claims)
                            && isFirst(claims, subject)
                    ? Optional.of(consumer)
                    : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    private static boolean isSigned(SignedJWT jwt, @Nullable String keys)
            throws ParseException, JOSEException {
        if (keys == null) {
            return false;
        }
        var wanted = jwt.getHeader().getKeyID();
        for (var key : JWKSet.parse(keys).getKeys()) {
            var named = wanted == null || wanted.equals(key.getKeyID());
            var verifier = named ? verifier(key) : null;
            if (verifier != null
                    && verifier.supportedJWSAlgorithms().contains(jwt.getHeader().getAlgorithm())
                    && jwt.verify(verifier)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable JWSVerifier verifier(JWK key) throws JOSEException {
        return switch (key) {
            case RSAKey rsa -> new RSASSAVerifier(rsa);
            case ECKey curve -> new ECDSAVerifier(curve);
            default -> null;
        };
    }

    private boolean isTimely(JWTClaimsSet claims) {
        var now = clock.instant();
        var until = instant(claims.getExpirationTime());
        var issued = instant(claims.getIssueTime());
        return claims.getAudience().contains(address.of(PATH))
                && until != null
                && now.isBefore(until)
                && !until.isAfter(now.plus(LIFE).plus(SKEW))
                && (issued == null || !issued.isAfter(now.plus(SKEW)));
    }

    private boolean isFirst(JWTClaimsSet claims, String subject) {
        var id = claims.getJWTID();
        return id != null
                && !id.isEmpty()
                && id.length() <= LONGEST_ID
                && store.useOnce(
                        hash(subject + " " + id),
                        claims.getExpirationTime().toInstant(),
                        clock.instant());
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
