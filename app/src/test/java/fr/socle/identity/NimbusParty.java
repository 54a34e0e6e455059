package fr.socle.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.openid.connect.sdk.AuthenticationErrorResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import fr.socle.SignsIn;
import java.net.URI;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A service that is nothing but a library of the protocol: it knows the issuer, reads the discovery
 * document, goes where that says, and judges what comes back.
 */
@NullMarked
final class NimbusParty {

    final OIDCProviderMetadata provider;
    final ClientSecretBasic proof;
    private final URI redirect;

    NimbusParty(String issuer, String clientId, String secret, String redirect) throws Exception {
        this.provider = OIDCProviderMetadata.resolve(new Issuer(issuer));
        this.proof = new ClientSecretBasic(new ClientID(clientId), new Secret(secret));
        this.redirect = URI.create(redirect);
    }

    AuthenticationRequest.Builder asking(String... scopes) {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope(scopes), proof.getClientID(), redirect)
                .endpointURI(provider.getAuthorizationEndpointURI())
                .state(new State())
                .nonce(new Nonce());
    }

    /** A person goes through all pages that there are; the service gets its code. */
    AuthenticationSuccessResponse signIn(Visit visit, AuthenticationRequest request, String name)
            throws Exception {
        return told(wayBack(visit, request, name)).toSuccessResponse();
    }

    /** Where the browser is sent at the end of a sign-in. */
    Visit.Stop wayBack(Visit visit, AuthenticationRequest request, String name) throws Exception {
        var stop = visit.open(request.toURI().toString());
        if (stop instanceof Visit.Stop.Shown(var choice)) {
            stop = visit.choose(choice, SignsIn.TAXES, name);
        }
        if (stop instanceof Visit.Stop.Shown(var consent)) {
            stop = visit.press(consent, "Continuer vers");
        }
        return stop;
    }

    /** What the service hears of a request to which nobody has to do anything. */
    AuthenticationErrorResponse refusal(Visit visit, AuthenticationRequest request)
            throws Exception {
        return told(visit.open(request.toURI().toString())).toErrorResponse();
    }

    private static AuthenticationResponse told(Visit.Stop stop) throws Exception {
        if (stop instanceof Visit.Stop.Left(var address)) {
            return AuthenticationResponseParser.parse(URI.create(address));
        }
        throw new AssertionError("still here: " + stop.page().asNormalizedText());
    }

    HTTPResponse exchange(AuthorizationGrant grant) throws Exception {
        return new TokenRequest.Builder(provider.getTokenEndpointURI(), proof, grant)
                .build()
                .toHTTPRequest()
                .send();
    }

    OIDCTokens tokens(AuthorizationGrant grant) throws Exception {
        return OIDCTokenResponse.parse(exchange(grant)).getOIDCTokens();
    }

    /**
     * The claims of an id_token that the library accepts: signature, issuer, audience, times, and
     * the nonce, if one is expected.
     */
    IDTokenClaimsSet accepted(JWT idToken, @Nullable Nonce nonce) throws Exception {
        return new IDTokenValidator(
                        provider.getIssuer(),
                        proof.getClientID(),
                        JWSAlgorithm.ES256,
                        provider.getJWKSetURI().toURL())
                .validate(idToken, nonce);
    }
}
