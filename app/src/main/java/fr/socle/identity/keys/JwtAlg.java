package fr.socle.identity.keys;

import com.nimbusds.jose.JWSAlgorithm;

/**
 * What we sign by. HS256 takes the service's own secret and never a published key; {@code none}
 * does not exist here.
 */
public enum JwtAlg {
    ES256(JWSAlgorithm.ES256),
    RS256(JWSAlgorithm.RS256),
    HS256(JWSAlgorithm.HS256);

    private final JWSAlgorithm jws;

    JwtAlg(JWSAlgorithm jws) {
        this.jws = jws;
    }

    public JWSAlgorithm jws() {
        return jws;
    }
}
