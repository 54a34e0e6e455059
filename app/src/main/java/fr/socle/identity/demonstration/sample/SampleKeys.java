package fr.socle.identity.demonstration.sample;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.socle.identity.broker.LastingKeys;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The private keys of a sample service: one signs, for the other the federation encrypts. They are
 * made once and the federation knows their public halves only.
 */
@Component
class SampleKeys {

    private static final String CONTEXT = "identity.demonstration-key.";
    private static final String OWNER = "exemple/";
    private static final Duration LIFE = Duration.ofMinutes(1);

    private final LastingKeys kept;
    private final Clock clock;

    SampleKeys(LastingKeys kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
    }

    /** The public halves (RFC 7517), as the service registers them. */
    String published(SampleService service) {
        return keys(service).toString(true);
    }

    /**
     * Proves who the service is (RFC 7523).
     *
     * @param audience the federation's issuer
     */
    String assertion(SampleService service, String audience) {
        var key = key(service, KeyUse.SIGNATURE);
        var now = clock.instant();
        var signed =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                        new JWTClaimsSet.Builder()
                                .issuer(service.clientId())
                                .subject(service.clientId())
                                .audience(audience)
                                .jwtID(UUID.randomUUID().toString())
                                .issueTime(Date.from(now))
                                .expirationTime(Date.from(now.plus(LIFE)))
                                .build());
        try {
            signed.sign(new ECDSASigner(key));
            return signed.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException("a sealed key does not sign", broken);
        }
    }

    /** What lies in the envelope; empty when it is not for this service. */
    Optional<SignedJWT> opened(SampleService service, EncryptedJWT sealed) {
        try {
            sealed.decrypt(new ECDHDecrypter(key(service, KeyUse.ENCRYPTION)));
            return Optional.ofNullable(sealed.getPayload().toSignedJWT());
        } catch (JOSEException notForUs) {
            return Optional.empty();
        }
    }

    private ECKey key(SampleService service, KeyUse use) {
        return keys(service).getKeys().stream()
                .filter(it -> use.equals(it.getKeyUse()))
                .map(JWK::toECKey)
                .findFirst()
                .orElseThrow();
    }

    private JWKSet keys(SampleService service) {
        return kept.of(CONTEXT, OWNER + service.name(), SampleKeys::made);
    }

    private static JWKSet made() {
        try {
            var signs = generated(KeyUse.SIGNATURE, JWSAlgorithm.ES256);
            var opens = generated(KeyUse.ENCRYPTION, JWEAlgorithm.ECDH_ES);
            return new JWKSet(List.of(signs, opens));
        } catch (JOSEException missing) {
            throw new IllegalStateException("every JDK has P-256", missing);
        }
    }

    private static JWK generated(KeyUse use, Algorithm algorithm) throws JOSEException {
        return new ECKeyGenerator(Curve.P_256)
                .keyID(UUID.randomUUID().toString())
                .keyUse(use)
                .algorithm(algorithm)
                .generate();
    }
}
