package fr.socle.identity.demonstration.sample;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import fr.socle.identity.demonstration.sample.SampleFailure.Kind;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service must check before it believes a federation: signature, issuer, audience, nonce,
 * expiry (OpenID Connect Core, 3.1.3.7 and 5.3.2; Back-Channel Logout 1.0, 2.6).
 */
@Component
class SampleChecks {

    /** A JWT that proved good: header and claims. */
    record Checked(Map<String, Object> header, Map<String, Object> claims) {

        String text(String claim) {
            return claims.get(claim) instanceof String text ? text : "";
        }
    }

    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private final SampleHttp http;
    private final SampleKeys keys;

    SampleChecks(SampleHttp http, SampleKeys keys) {
        this.http = http;
        this.keys = keys;
    }

    Checked idToken(SampleService service, Map<String, Object> discovery, String text, String nonce)
            throws SampleFailure {
        try {
            var token = SignedJWT.parse(text);
            new IDTokenValidator(
                            new Issuer(text(discovery, "issuer")),
                            new ClientID(service.clientId()),
                            selector(discovery),
                            null)
                    .validate(token, new Nonce(nonce));
            return checked(token);
        } catch (ParseException | BadJOSEException | JOSEException bad) {
            throw new SampleFailure(Kind.TOKEN, "id_token: " + bad.getMessage());
        }
    }

    Checked logoutToken(SampleService service, Map<String, Object> discovery, String text)
            throws SampleFailure {
        try {
            var token = SignedJWT.parse(text);
            new LogoutTokenValidator(
                            new Issuer(text(discovery, "issuer")),
                            new ClientID(service.clientId()),
                            selector(discovery),
                            null)
                    .validate(token);
            return checked(token);
        } catch (ParseException | BadJOSEException | JOSEException bad) {
            throw new SampleFailure(Kind.TOKEN, "logout_token: " + bad.getMessage());
        }
    }

    /** Userinfo that is signed inside an envelope; both headers are shown, the outer one first. */
    Checked userinfo(SampleService service, Map<String, Object> discovery, String text)
            throws SampleFailure {
        try {
            var envelope = EncryptedJWT.parse(text);
            var outer = envelope.getHeader().toJSONObject();
            var inside =
                    keys.opened(service, envelope)
                            .orElseThrow(
                                    () ->
                                            new SampleFailure(
                                                    Kind.USERINFO,
                                                    "userinfo: not for this service"));
            var processor = new DefaultJWTProcessor<SecurityContext>();
            processor.setJWSKeySelector(selector(discovery));
            processor.setJWTClaimsSetVerifier(
                    new DefaultJWTClaimsVerifier<>(
                            service.clientId(),
                            new JWTClaimsSet.Builder().issuer(text(discovery, "issuer")).build(),
                            Set.of("sub")));
            processor.process(inside, null);
            var headers = new LinkedHashMap<String, Object>();
            headers.put("JWE", outer);
            headers.put("JWS", inside.getHeader().toJSONObject());
            return new Checked(headers, inside.getPayload().toJSONObject());
        } catch (ParseException | BadJOSEException | JOSEException bad) {
            throw new SampleFailure(Kind.USERINFO, "userinfo: " + bad.getMessage());
        }
    }

    private static Checked checked(SignedJWT token) {
        return new Checked(token.getHeader().toJSONObject(), token.getPayload().toJSONObject());
    }

    private JWSVerificationKeySelector<SecurityContext> selector(Map<String, Object> discovery)
            throws SampleFailure, ParseException {
        var published = JWKSet.parse(http.get(text(discovery, "jwks_uri"), "", "application/json"));
        return new JWSVerificationKeySelector<>(
                JWSAlgorithm.ES256, new ImmutableJWKSet<>(published));
    }

    static Map<String, Object> json(String body) throws SampleFailure {
        try {
            var members = JsonMapper.shared().readValue(body, MEMBERS);
            if (members != null) {
                return members;
            }
        } catch (JacksonException unreadable) {
            // told below, as for null
        }
        throw new SampleFailure(Kind.ANSWER, "an answer that is no JSON object");
    }

    static String text(Map<String, Object> members, String name) throws SampleFailure {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new SampleFailure(Kind.ANSWER, "an answer without " + name);
    }
}
