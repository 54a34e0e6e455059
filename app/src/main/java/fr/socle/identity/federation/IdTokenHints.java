package fr.socle.identity.federation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.socle.identity.keys.JwtAlg;
import fr.socle.identity.keys.SigningKeys;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Id_tokens of ours that services bring back ({@code id_token_hint}), expired or not. */
@Component
public class IdTokenHints {

    private final SigningKeys keys;
    private final Clients clients;

    IdTokenHints(SigningKeys keys, Clients clients) {
        this.keys = keys;
        this.clients = clients;
    }

    /**
     * What it says; empty when we did not sign it. One of HS256 must come from a service that was
     * registered with that, so that no public key is ever taken for a secret.
     */
    public Optional<JWTClaimsSet> read(Federation federation, String text) {
        try {
            var signed = SignedJWT.parse(text);
            return JwtAlg.HS256.jws().equals(signed.getHeader().getAlgorithm())
                    ? bySecret(federation, signed)
                    : keys.verified(federation.code(), text);
        } catch (ParseException notOne) {
            return Optional.empty();
        }
    }

    private Optional<JWTClaimsSet> bySecret(Federation federation, SignedJWT signed)
            throws ParseException {
        var claims = signed.getJWTClaimsSet();
        return claims.getAudience().stream()
                .findFirst()
                .flatMap(clients::find)
                .filter(it -> it.federation().equals(federation))
                .filter(it -> it.keys().idTokenAlg() == JwtAlg.HS256)
                .flatMap(it -> clients.secretOf(it.clientId()))
                .filter(it -> fits(signed, it))
                .map(_ -> claims);
    }

    private static boolean fits(SignedJWT signed, String secret) {
        try {
            return signed.verify(new MACVerifier(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (JOSEException unusable) {
            return false;
        }
    }
}
