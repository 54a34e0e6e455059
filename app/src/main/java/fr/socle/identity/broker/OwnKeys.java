package fr.socle.identity.broker;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEDecrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.keys.SigningKeys;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The keys of a federation as a client of its providers: those with which it proves itself rotate
 * like every signing key; those for which providers encrypt are made once, one of each kind.
 */
@Component
public class OwnKeys {

    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final String CONTEXT = "identity.client-key.";
    private static final int RSA_BITS = 2048;

    private final SigningKeys signing;
    private final LastingKeys kept;
    private final Secrets secrets;
    private final Clock clock;

    /** They never change, so that a node reads them once. */
    private final Map<String, JWKSet> lasting = new ConcurrentHashMap<>();

    OwnKeys(SigningKeys signing, LastingKeys kept, Secrets secrets, Clock clock) {
        this.signing = signing;
        this.kept = kept;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Under which these keys are kept. */
    static String owner(Federation federation) {
        return "client/" + federation.code();
    }

    /** The public keys, as {@code /client/.well-known/keys} serves them. */
    public Map<String, Object> published(Federation federation) {
        var all = new ArrayList<Object>();
        all.addAll((List<?>) signing.published(owner(federation)).getOrDefault("keys", List.of()));
        encryption(owner(federation))
                .getKeys()
                .forEach(it -> all.add(it.toPublicJWK().toJSONObject()));
        return Map.of("keys", all);
    }

    /**
     * Proves who we are (RFC 7523). For the issuer alone, not for an address that it names: another
     * provider could use what is made out to its address.
     */
    String assertion(Registration ours) {
        var now = clock.instant();
        return signing.sign(
                ours.owner(),
                new JWTClaimsSet.Builder()
                        .issuer(ours.clientId())
                        .subject(ours.clientId())
                        .audience(ours.issuer())
                        .jwtID(secrets.fresh())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFE)))
                        .build());
    }

    /**
     * @throws JOSEException when no key of ours fits
     */
    JWEDecrypter decrypter(String owner, JWEHeader header) throws JOSEException {
        var wanted = header.getKeyID();
        for (var key : encryption(owner).getKeys()) {
            if (wanted == null || key.getKeyID().equals(wanted)) {
                if (key instanceof RSAKey rsa
                        && header.getAlgorithm().equals(JWEAlgorithm.RSA_OAEP_256)) {
                    return new RSADecrypter(rsa);
                }
                if (key instanceof ECKey ec
                        && header.getAlgorithm().equals(JWEAlgorithm.ECDH_ES)
                        && header.getEncryptionMethod().equals(EncryptionMethod.A256GCM)) {
                    return new ECDHDecrypter(ec);
                }
            }
        }
        throw new JOSEException("no key of ours");
    }

    private JWKSet encryption(String owner) {
        return lasting.computeIfAbsent(owner, it -> kept.of(CONTEXT, it, OwnKeys::made));
    }

    private static JWKSet made() {
        try {
            var ec =
                    new ECKeyGenerator(Curve.P_256)
                            .keyID(UUID.randomUUID().toString())
                            .keyUse(KeyUse.ENCRYPTION)
                            .algorithm(JWEAlgorithm.ECDH_ES)
                            .generate();
            var rsa =
                    new RSAKeyGenerator(RSA_BITS)
                            .keyID(UUID.randomUUID().toString())
                            .keyUse(KeyUse.ENCRYPTION)
                            .algorithm(JWEAlgorithm.RSA_OAEP_256)
                            .generate();
            return new JWKSet(List.<JWK>of(ec, rsa));
        } catch (JOSEException missing) {
            throw new IllegalStateException("every JDK has P-256 and RSA", missing);
        }
    }
}
