package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What must be given: Config, Basic, refresh tokens, RP-initiated logout. */
@NullMarked
class ConformanceTests extends ConformanceTest {

    @Test
    @DisplayName("Discovery 3, RFC 8414 2, RFC 9207 3: the document names all that is offered")
    void theDiscoveryDocumentTellsWhatIsOffered() throws Exception {
        var provider = registered().provider;
        assertThat(provider.getResponseTypes()).contains(ResponseType.CODE);
        assertThat(provider.getResponseModes())
                .contains(ResponseMode.QUERY, ResponseMode.FORM_POST);
        assertThat(provider.getGrantTypes())
                .contains(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN);
        assertThat(provider.getScopes().toStringList()).contains("openid", "profile", "email");
        assertThat(provider.getIDTokenJWSAlgs())
                .contains(JWSAlgorithm.RS256, JWSAlgorithm.ES256)
                .doesNotContain(JWSAlgorithm.parse("none"));
        assertThat(provider.getCodeChallengeMethods()).containsExactly(CodeChallengeMethod.S256);
        assertThat(provider.supportsAuthorizationResponseIssuerParam()).isTrue();
        assertThat(provider.supportsClaimsParam()).isTrue();
        assertThat(provider.supportsRequestParam()).isFalse();
        assertThat(provider.supportsRequestURIParam()).isFalse();
        assertThat(provider.supportsBackChannelLogout()).isTrue();
        assertThat(provider.supportsBackChannelLogoutSession()).isTrue();
    }

    @Test
    @DisplayName("RFC 7517 4 and 5, Core 10.1: public keys, each with an id and a use")
    void theKeysArePublicAndNamed() throws Exception {
        var answer = get(registered().provider.getJWKSetURI());
        var keys = JWKSet.parse(answer.getBody()).getKeys();
        assertThat(keys).isNotEmpty().noneMatch(it -> it.isPrivate());
        assertThat(keys).allMatch(it -> it.getKeyUse() == KeyUse.SIGNATURE);
        assertThat(keys.stream().map(it -> it.getKeyID()).distinct()).hasSameSizeAs(keys);
    }

    @Test
    @DisplayName("RFC 6749 4.1.2, RFC 9207 2: the answer brings back the state, and the issuer")
    void theAnswerBringsBackStateAndIssuer() throws Exception {
        var service = registered();
        var asked = service.asking("openid").state(new State("un état & d’autres=signes")).build();
        var answer = service.signIn(visit, asked, LEA);
        assertThat(answer.getState()).isEqualTo(asked.getState());
        assertThat(answer.getIssuer()).isEqualTo(service.provider.getIssuer());
    }

    @Test
    @DisplayName("RFC 6749 3.1.2: the query of a redirect URI is kept")
    void theQueryOfTheRedirectUriIsKept() throws Exception {
        var service = registered(WITH_QUERY);
        var stop = service.wayBack(visit, service.asking("openid").build(), LEA);
        assertThat(stop.toString()).contains(WITH_QUERY + "&", "code=");
    }

    @Test
    @DisplayName("Core 2 and 3.1.3.7: the id_token passes the library's checks, nonce included")
    void theIdTokenIsAccepted() throws Exception {
        var service = registered();
        var asked = service.asking("openid").maxAge(3600).build();
        var code = service.signIn(visit, asked, LEA).getAuthorizationCode();
        var tokens = service.tokens(grant(code));
        var claims = service.accepted(tokens.getIDToken(), asked.getNonce());
        assertThat(claims.getSubject().getValue()).isASCII().hasSizeLessThanOrEqualTo(255);
        assertThat(claims.getAuthenticationTime()).isNotNull();
        assertThat(tokens.getIDToken().getHeader().toJSONObject()).containsKey("kid");
    }

    @Test
    @DisplayName("RFC 6749 5.1, Core 3.1.3.3: JSON that nobody keeps, a Bearer token with its life")
    void theTokensComeAsTheyMust() throws Exception {
        var service = registered();
        var answer = service.exchange(grant(code(service, "openid")));
        assertThat(answer.getHeaderValue("Cache-Control")).contains("no-store");
        assertThat(answer.getHeaderValue("Content-Type")).startsWith("application/json");
        assertThat(answer.getBodyAsJSONObject())
                .containsEntry("token_type", "Bearer")
                .containsKeys("access_token", "expires_in", "id_token");
    }

    @Test
    @DisplayName(
            "Core 5.3.1, RFC 6750 2: userinfo by GET, POST and form; its sub is the id_token's")
    void userinfoAnswersEachWay() throws Exception {
        var service = registered();
        var tokens = service.tokens(grant(code(service, "openid", "profile", "email")));
        var subject = service.accepted(tokens.getIDToken(), null).getSubject();
        var address = service.provider.getUserInfoEndpointURI();
        var token = tokens.getBearerAccessToken();
        for (var method :
                new HTTPRequest.Method[] {HTTPRequest.Method.GET, HTTPRequest.Method.POST}) {
            var answer = new UserInfoRequest(address, method, token).toHTTPRequest().send();
            var info = UserInfoResponse.parse(answer).toSuccessResponse().getUserInfo();
            assertThat(info.getSubject()).isEqualTo(subject);
            assertThat(info.getFamilyName()).isEqualTo("Exemplaire");
            assertThat(info.getEmailAddress()).contains("@");
        }
    }

    @Test
    @DisplayName("Core 3.1.2.1: authorize by POST as by GET")
    void aRequestMayBePosted() throws Exception {
        var service = registered();
        var asked = service.asking("openid").build();
        var request = new HTTPRequest(HTTPRequest.Method.POST, asked.getEndpointURI());
        request.setFollowRedirects(false);
        request.setContentType("application/x-www-form-urlencoded");
        request.setBody(asked.toQueryString());
        var answer = request.send();
        assertThat(answer.getStatusCode()).isEqualTo(303);
        assertThat(answer.getLocation().getPath()).contains("/interaction/");
    }

    @Test
    @DisplayName("RFC 7636 4.5 and 4.6: the right verifier redeems the code")
    void theRightVerifierRedeemsTheCode() throws Exception {
        var service = registered();
        var verifier = new CodeVerifier();
        var asked = service.asking("openid").codeChallenge(verifier, CodeChallengeMethod.S256);
        var code = service.signIn(visit, asked.build(), LEA).getAuthorizationCode();
        var redirect = URI.create(RelyingParty.REDIRECT);
        var grant = new com.nimbusds.oauth2.sdk.AuthorizationCodeGrant(code, redirect, verifier);
        assertThat(service.tokens(grant).getIDToken()).isNotNull();
    }

    @Test
    @DisplayName("Core 12.2: a refreshed id_token is of the same person, service and moment")
    void aRefreshedIdTokenIsOfTheSameSignIn() throws Exception {
        var service = registered();
        var first = service.tokens(grant(code(service, "openid", "offline_access")));
        var second = service.tokens(new RefreshTokenGrant(first.getRefreshToken()));
        var before = service.accepted(first.getIDToken(), null);
        var after = service.accepted(second.getIDToken(), null);
        assertThat(after.getSubject()).isEqualTo(before.getSubject());
        assertThat(after.getAudience()).isEqualTo(before.getAudience());
        assertThat(after.getAuthenticationTime()).isEqualTo(before.getAuthenticationTime());
    }

    @Test
    @DisplayName("Core 3.1.2.1 prompt, max_age, id_token_hint: silence with a session")
    void aSessionAnswersInSilence() throws Exception {
        var service = registered();
        var idToken = service.tokens(grant(code(service, "openid"))).getIDToken();
        var nonce = new Nonce();
        var again = service.asking("openid").nonce(nonce).prompt(Prompt.Type.NONE).maxAge(3600);
        var code = service.signIn(visit, again.idTokenHint(idToken).build(), LEA);
        var tokens = service.tokens(grant(code.getAuthorizationCode()));
        assertThat(service.accepted(tokens.getIDToken(), nonce).getSubject().getValue())
                .isEqualTo(idToken.getJWTClaimsSet().getSubject());
    }

    @Test
    @DisplayName("RFC 7662 2.2, RFC 7009 2.2: a token is active until it is revoked")
    void aTokenIsActiveUntilItIsRevoked() throws Exception {
        var service = registered();
        var token = service.tokens(grant(code(service, "openid"))).getBearerAccessToken();
        assertThat(active(service, token)).isTrue();
        for (var it : List.of(new BearerAccessToken("inconnu"), token)) {
            var end = service.provider.getRevocationEndpointURI();
            var answer = new TokenRevocationRequest(end, service.proof, it).toHTTPRequest().send();
            assertThat(answer.getStatusCode()).isEqualTo(200);
        }
        assertThat(active(service, token)).isFalse();
    }

    private static boolean active(NimbusParty service, BearerAccessToken token) throws Exception {
        var address = service.provider.getIntrospectionEndpointURI();
        var answer =
                new TokenIntrospectionRequest(address, service.proof, token).toHTTPRequest().send();
        return TokenIntrospectionResponse.parse(answer).toSuccessResponse().isActive();
    }

    @Test
    @DisplayName(
            "RP-Initiated Logout 2 and 3: by id_token_hint to the registered address, with state")
    void theServiceEndsTheSession() throws Exception {
        var service = registered();
        var idToken = service.tokens(grant(code(service, "openid"))).getIDToken();
        var request =
                new LogoutRequest(
                        service.provider.getEndSessionEndpointURI(),
                        idToken,
                        URI.create(MadeUpServices.LOGOUT),
                        new State("fini"));
        assertThat(visit.open(request.toURI().toString()))
                .isEqualTo(new Visit.Stop.Left(MadeUpServices.LOGOUT + "?state=fini"));
        var silent = service.asking("openid").prompt(Prompt.Type.NONE).build();
        assertThat(service.refusal(visit, silent).getErrorObject().getCode())
                .isEqualTo("login_required");
    }
}
