package fr.socle.identity.broker;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Checks what a provider signed or encrypted: issuer, audience, nonce, expiry, signature. Only the
 * algorithms named here are read; the shared secret signs only where that was agreed, so that a
 * public key is never taken for one.
 */
@Component
class SignedAnswers {

    private static final Set<JWSAlgorithm> SIGNATURES =
            Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256, JWSAlgorithm.PS256);
    private static final Set<JWEAlgorithm> ENCRYPTIONS =
            Set.of(JWEAlgorithm.ECDH_ES, JWEAlgorithm.RSA_OAEP_256);
    private static final Set<EncryptionMethod> CONTENTS = Set.of(EncryptionMethod.A256GCM);

    private final Metadata metadata;
    private final OwnKeys ours;
    private final Clock clock;

    SignedAnswers(Metadata metadata, OwnKeys ours, Clock clock) {
        this.metadata = metadata;
        this.ours = ours;
        this.clock = clock;
    }

    /** The claims of the id_token (OpenID Connect Core, 3.1.3.7). */
    IDTokenClaimsSet idToken(Endpoints provider, Registration known, String nonce, String text)
            throws UpstreamFailure {
        try {
            var token = SignedJWT.parse(text);
            var validator =
                    known.signsWithSecret()
                            ? new IDTokenValidator(
                                    new Issuer(known.issuer()),
                                    new ClientID(known.clientId()),
                                    JWSAlgorithm.HS256,
                                    new Secret(known.secret()))
                            : new IDTokenValidator(
                                    new Issuer(known.issuer()),
                                    new ClientID(known.clientId()),
                                    selector(provider, known, token),
                                    null);
            return validator.validate(token, new Nonce(nonce));
        } catch (ParseException unreadable) {
            throw new UpstreamFailure(UpstreamFault.TOKEN_LYING, "the id_token cannot be read");
        } catch (BadJOSEException | JOSEException | IllegalArgumentException refused) {
            throw new UpstreamFailure(
                    UpstreamFault.TOKEN_LYING, "id_token: " + refused.getMessage());
        }
    }

    private JWSVerificationKeySelector<SecurityContext> selector(
            Endpoints provider, Registration known, SignedJWT token) throws UpstreamFailure {
        var kid = token.getHeader().getKeyID();
        var keys = new ImmutableJWKSet<SecurityContext>(metadata.keys(provider, kid));
        return new JWSVerificationKeySelector<>(algorithms(known), keys);
    }

    private static Set<JWSAlgorithm> algorithms(Registration known) {
        var agreed = known.signature();
        return agreed == null ? SIGNATURES : Set.of(JWSAlgorithm.parse(agreed));
    }

    /** The claims of a userinfo that came as a JWT (OpenID Connect Core, 5.3.2). */
    Map<String, Object> userinfo(Endpoints provider, Registration known, String text)
            throws UpstreamFailure {
        try {
            var signed =
                    known.userinfo() == UserinfoForm.ENCRYPTED
                            ? opened(known, text)
                            : SignedJWT.parse(text);
            var claims =
                    known.signsWithSecret()
                            ? bySecret(known, signed)
                            : byKey(provider, known, signed);
            demand(known, claims);
            return claims.getClaims();
        } catch (ParseException unreadable) {
            throw lying("userinfo is no JWT of the agreed form");
        } catch (BadJOSEException | JOSEException | IllegalArgumentException refused) {
            throw lying("userinfo: " + refused.getMessage());
        }
    }

    private static JWTClaimsSet bySecret(Registration known, SignedJWT signed)
            throws JOSEException, ParseException, UpstreamFailure {
        var secret = known.secret().getBytes(StandardCharsets.UTF_8);
        if (!signed.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256)
                || !signed.verify(new MACVerifier(secret))) {
            throw lying("userinfo: the signature does not fit");
        }
        return signed.getJWTClaimsSet();
    }

    private JWTClaimsSet byKey(Endpoints provider, Registration known, SignedJWT signed)
            throws BadJOSEException, JOSEException, UpstreamFailure {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(selector(provider, known, signed));
        processor.setJWTClaimsSetVerifier((_, _) -> {});
        return processor.process(signed, null);
    }

    /** What is inside must be signed: who encrypts for us may be anybody. */
    private SignedJWT opened(Registration known, String text)
            throws ParseException, JOSEException, UpstreamFailure {
        var sealed = EncryptedJWT.parse(text);
        var header = sealed.getHeader();
        // because what unfolds to a thousand times its size is an attack
        if (header.getCompressionAlgorithm() != null
                || !ENCRYPTIONS.contains(header.getAlgorithm())
                || !CONTENTS.contains(header.getEncryptionMethod())) {
            throw lying("userinfo: an encryption that was not agreed");
        }
        sealed.decrypt(ours.decrypter(known.owner(), header));
        var inside = sealed.getPayload().toSignedJWT();
        if (inside == null) {
            throw lying("userinfo is encrypted and not signed");
        }
        return inside;
    }

    private void demand(Registration known, JWTClaimsSet claims) throws UpstreamFailure {
        var issuer = claims.getIssuer();
        var audience = claims.getAudience();
        var until = claims.getExpirationTime();
        if (issuer != null && !issuer.equals(known.issuer())) {
            throw lying("userinfo is of another issuer");
        }
        if (!audience.isEmpty() && !audience.contains(known.clientId())) {
            throw lying("userinfo is for another client");
        }
        if (until != null && until.toInstant().plusSeconds(60).isBefore(clock.instant())) {
            throw lying("userinfo is out of date");
        }
    }

    private static UpstreamFailure lying(String why) {
        return new UpstreamFailure(UpstreamFault.USERINFO_LYING, why);
    }
}
