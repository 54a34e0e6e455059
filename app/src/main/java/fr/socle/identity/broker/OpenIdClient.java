package fr.socle.identity.broker;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import fr.socle.identity.broker.UpstreamFailure.Kind;
import java.text.ParseException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of any OpenID provider over HTTP: of those behind our federations, and, for the pages of
 * this house, of the federations themselves. Whatever it says is checked: issuer, audience, nonce,
 * expiry, signature, and one subject throughout (OpenID Connect Core, 3.1.3.7 and 5.3.2).
 */
@Component
public class OpenIdClient {

    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256);

    /** How we are known there. */
    public record Registration(
            String issuer, String clientId, String secret, String redirectUri, String scope) {

        @Override
        public String toString() {
            return "Registration[" + issuer + " " + clientId + "]";
        }
    }

    /**
     * What must be the same at departure and at return.
     *
     * @param verifier of PKCE
     */
    public record Flight(String state, String nonce, String verifier) {}

    /** Who came back. */
    public record Identity(String sub, Map<String, Object> claims, String idToken) {

        /** The level that the id_token tells; empty when it tells none. */
        public String acr() {
            return said().get("acr") instanceof String acr ? acr : "";
        }

        /** When the person proved who she is; long ago when the id_token does not tell. */
        public Instant authTime() {
            return said().get("auth_time") instanceof Number seconds
                    ? Instant.ofEpochSecond(seconds.longValue())
                    : Instant.EPOCH;
        }

        private Map<String, Object> said() {
            try {
                return JWTParser.parse(idToken).getJWTClaimsSet().toJSONObject();
            } catch (ParseException none) {
                return Map.of();
            }
        }

        @Override
        public String toString() {
            return "Identity[hidden]";
        }
    }

    private final UpstreamHttp http;
    private final Metadata metadata;

    OpenIdClient(UpstreamHttp http, Metadata metadata) {
        this.http = http;
        this.metadata = metadata;
    }

    /** Where the browser goes. */
    public String departure(Registration ours, Flight flight, Map<String, String> more)
            throws UpstreamFailure {
        var provider = metadata.of(ours.issuer());
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", ours.clientId());
        parameters.put("redirect_uri", ours.redirectUri());
        parameters.put("scope", ours.scope());
        parameters.put("state", flight.state());
        parameters.put("nonce", flight.nonce());
        parameters.put("code_challenge", Pkce.challenge(flight.verifier()));
        parameters.put("code_challenge_method", "S256");
        parameters.putAll(more);
        var address =
                Metadata.present(provider.getAuthorizationEndpointURI(), "authorization_endpoint");
        return address + (address.contains("?") ? "&" : "?") + encoded(parameters);
    }

    /** Redeems the code and reads who it is. */
    public Identity arrival(Registration ours, Flight flight, String code) throws UpstreamFailure {
        var provider = metadata.of(ours.issuer());
        var tokens = tokens(provider, ours, flight, code);
        var idToken = text(tokens, "id_token");
        var said = checked(provider, ours, flight, idToken);
        var sub = said.getSubject().getValue();
        var claims = userinfo(provider, text(tokens, "access_token"));
        if (!sub.equals(claims.get("sub"))) {
            throw new UpstreamFailure(Kind.LYING, "userinfo is about another subject");
        }
        if (sub.length() > 255) {
            throw new UpstreamFailure(Kind.LYING, "a subject of more than 255 characters");
        }
        return new Identity(sub, claims, idToken);
    }

    private Map<String, Object> tokens(
            OIDCProviderMetadata provider, Registration ours, Flight flight, String code)
            throws UpstreamFailure {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", ours.redirectUri());
        form.put("client_id", ours.clientId());
        form.put("client_secret", ours.secret());
        form.put("code_verifier", flight.verifier());
        var address = Metadata.present(provider.getTokenEndpointURI(), "token_endpoint");
        var answer = http.post(address, encoded(form));
        if (answer.status() != 200) {
            throw new UpstreamFailure(Kind.DOWN, "token answers " + answer.status());
        }
        return json(answer.body());
    }

    private IDTokenClaimsSet checked(
            OIDCProviderMetadata provider, Registration ours, Flight flight, String idToken)
            throws UpstreamFailure {
        try {
            JWT token = SignedJWT.parse(idToken);
            var kid = ((SignedJWT) token).getHeader().getKeyID();
            var keys = new ImmutableJWKSet<SecurityContext>(metadata.keys(provider, kid));
            return new IDTokenValidator(
                            new Issuer(ours.issuer()),
                            new ClientID(ours.clientId()),
                            new JWSVerificationKeySelector<>(ALGORITHMS, keys),
                            null)
                    .validate(token, new Nonce(flight.nonce()));
        } catch (ParseException unreadable) {
            throw new UpstreamFailure(Kind.LYING, "the id_token cannot be read");
        } catch (BadJOSEException | JOSEException refused) {
            throw new UpstreamFailure(Kind.LYING, "id_token: " + refused.getMessage());
        }
    }

    private Map<String, Object> userinfo(OIDCProviderMetadata provider, String token)
            throws UpstreamFailure {
        var address = Metadata.present(provider.getUserInfoEndpointURI(), "userinfo_endpoint");
        var answer = http.get(address, "Bearer " + token);
        if (answer.status() != 200) {
            throw new UpstreamFailure(Kind.DOWN, "userinfo answers " + answer.status());
        }
        return json(answer.body());
    }

    private static Map<String, Object> json(String body) throws UpstreamFailure {
        try {
            return JsonMapper.shared().readValue(body, MEMBERS);
        } catch (JacksonException unreadable) {
            throw new UpstreamFailure(Kind.LYING, "an answer that is no JSON object");
        }
    }

    private static String text(Map<String, Object> members, String name) throws UpstreamFailure {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new UpstreamFailure(Kind.LYING, "an answer without " + name);
    }

    /** As both a query and a form are written. */
    public static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(
                        it ->
                                it.getKey()
                                        + "="
                                        + java.net.URLEncoder.encode(
                                                it.getValue(),
                                                java.nio.charset.StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
