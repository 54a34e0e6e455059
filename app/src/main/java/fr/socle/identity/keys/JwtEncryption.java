package fr.socle.identity.keys;

import com.nimbusds.jose.JWEAlgorithm;
import java.util.Arrays;
import java.util.Optional;

/** How a service's public key encrypts what it gets; the content is always A256GCM. */
public enum JwtEncryption {
    ECDH_ES(JWEAlgorithm.ECDH_ES),
    RSA_OAEP(JWEAlgorithm.RSA_OAEP),
    RSA_OAEP_256(JWEAlgorithm.RSA_OAEP_256);

    private final JWEAlgorithm jwe;

    JwtEncryption(JWEAlgorithm jwe) {
        this.jwe = jwe;
    }

    public static Optional<JwtEncryption> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    public JWEAlgorithm jwe() {
        return jwe;
    }

    /** As stored, and as RFC 7518 writes it. */
    public String code() {
        return jwe.getName();
    }
}
