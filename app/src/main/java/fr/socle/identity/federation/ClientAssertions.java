package fr.socle.identity.federation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.socle.house.PublicAddress;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.store.AssertionStore;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * A service that proves itself by a signature ({@code private_key_jwt}: RFC 7523, 3; OpenID Connect
 * Core, 9). An assertion names us alone, lives ten minutes at most and proves once.
 */
@Component
class ClientAssertions {

    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256, JWSAlgorithm.PS256);

    private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final int LONGEST = 8_000;
    private static final int LONGEST_ID = 255;

    private final ClientKeys keys;
    private final AssertionStore store;
    private final PublicAddress address;
    private final Clock clock;

    ClientAssertions(ClientKeys keys, AssertionStore store, PublicAddress address, Clock clock) {
        this.keys = keys;
        this.store = store;
        this.address = address;
        this.clock = clock;
    }

    /** Whose assertion this claims to be; nothing is proved yet. */
    static Optional<String> subject(String assertion) {
        try {
            return assertion.length() > LONGEST
                    ? Optional.empty()
                    : Optional.ofNullable(
                            SignedJWT.parse(assertion).getJWTClaimsSet().getSubject());
        } catch (ParseException unreadable) {
            return Optional.empty();
        }
    }

    boolean proves(Client client, String assertion) {
        try {
            var signed = SignedJWT.parse(assertion);
            var claims = signed.getJWTClaimsSet();
            return rightClaims(client, claims)
                    && rightlySigned(client, signed)
                    && store.use(
                            client.clientId(),
                            Secrets.hash(claims.getJWTID()),
                            claims.getExpirationTime().toInstant().plus(SKEW));
        } catch (ParseException | JOSEException unreadable) {
            return false;
        }
    }

    private boolean rightClaims(Client client, JWTClaimsSet claims) {
        var id = claims.getJWTID();
        return client.clientId().equals(claims.getIssuer())
                && client.clientId().equals(claims.getSubject())
                && claims.getAudience().size() == 1
                && isUs(client, claims.getAudience().getFirst())
                && id != null
                && !id.isEmpty()
                && id.length() <= LONGEST_ID
                && inTime(claims);
    }

    private boolean isUs(Client client, String audience) {
        var issuer = address.of(client.federation().base());
        return audience.equals(issuer) || audience.equals(issuer + "/token");
    }

    private boolean inTime(JWTClaimsSet claims) {
        var now = clock.instant();
        var end = claims.getExpirationTime();
        var begin = claims.getNotBeforeTime();
        return end != null
                && end.toInstant().plus(SKEW).isAfter(now)
                && end.toInstant().isBefore(now.plus(LONGEST_LIFE).plus(SKEW))
                && (begin == null || !begin.toInstant().isAfter(now.plus(SKEW)));
    }

    private boolean rightlySigned(Client client, SignedJWT signed) throws JOSEException {
        var header = signed.getHeader();
        if (!ALGORITHMS.contains(header.getAlgorithm())) {
            return false;
        }
        var kid = header.getKeyID();
        var fitting =
                keys.fitting(
                        client,
                        it ->
                                (kid == null || kid.equals(it.getKeyID()))
                                        && it instanceof AsymmetricJWK
                                        && !KeyUse.ENCRYPTION.equals(it.getKeyUse()));
        for (var key : fitting) {
            if (verifies(key, signed)) {
                return true;
            }
        }
        return false;
    }

    private static boolean verifies(JWK key, SignedJWT signed) throws JOSEException {
        try {
            var theirs = ((AsymmetricJWK) key).toPublicKey();
            return signed.verify(
                    new DefaultJWSVerifierFactory().createJWSVerifier(signed.getHeader(), theirs));
        } catch (com.nimbusds.jose.KeyException otherKind) {
            return false;
        }
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT7M")
    void purge() {
        store.purge(clock.instant());
    }
}
