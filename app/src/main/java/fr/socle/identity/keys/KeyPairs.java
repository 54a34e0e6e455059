package fr.socle.identity.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/** Makes key pairs, and what signs and verifies by them: P-256 for ES256, RSA for RS256. */
final class KeyPairs {

    private static final int RSA_BITS = 2048;

    private KeyPairs() {}

    /**
     * @return a private key as JSON (RFC 7517)
     */
    static String generated(String kid, boolean rsa) {
        try {
            return (rsa ? rsa(kid) : elliptic(kid)).toJSONString();
        } catch (JOSEException missing) {
            throw new IllegalStateException("every JDK has P-256 and RSA", missing);
        }
    }

    private static JWK rsa(String kid) throws JOSEException {
        return new RSAKeyGenerator(RSA_BITS)
                .keyID(kid)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .generate();
    }

    private static JWK elliptic(String kid) throws JOSEException {
        return new ECKeyGenerator(Curve.P_256)
                .keyID(kid)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .generate();
    }

    static JWSSigner signer(JWK key) {
        try {
            return key instanceof RSAKey rsa
                    ? new RSASSASigner(rsa)
                    : new ECDSASigner(key.toECKey());
        } catch (JOSEException broken) {
            throw new IllegalStateException("a sealed key does not sign", broken);
        }
    }

    static JWSVerifier verifier(JWK key) throws JOSEException {
        return key instanceof RSAKey rsa
                ? new RSASSAVerifier(rsa)
                : new ECDSAVerifier(key.toECKey());
    }
}
