package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must be refused, and in which words. */
@NullMarked
class ConformanceRefusalsTests extends ConformanceTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    RFC 6749 4.1.3: redirect_uri is required      | grant_type=authorization_code&code=CODE                     | invalid_request
                    RFC 6749 4.1.3: the same redirect_uri         | grant_type=authorization_code&code=CODE&redirect_uri=BACK%2F | invalid_grant
                    RFC 6749 4.1.3: code is required              | grant_type=authorization_code&redirect_uri=BACK             | invalid_request
                    RFC 6749 5.2: a code that is none             | grant_type=authorization_code&redirect_uri=BACK&code=rien   | invalid_grant
                    RFC 6749 5.2: grant_type is required          | code=CODE&redirect_uri=BACK                                 | invalid_request
                    RFC 6749 5.2: a grant_type that is none       | grant_type=autre&code=CODE&redirect_uri=BACK                | unsupported_grant_type
                    RFC 6749 3.2: no parameter twice              | grant_type=authorization_code&code=CODE&code=CODE&redirect_uri=BACK | invalid_request
                    RFC 6749 6: refresh_token is required         | grant_type=refresh_token                                    | invalid_request
                    RFC 6749 6: a refresh token that is none      | grant_type=refresh_token&refresh_token=rien                 | invalid_grant
                    RFC 9700 2.1.1: a verifier without challenge  | grant_type=authorization_code&code=CODE&redirect_uri=BACK&code_verifier=vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv | invalid_grant
                    """)
    void aWrongExchangeIsRefusedInTheRightWord(String requirement, String form, String error)
            throws Exception {
        var service = registered();
        var sent =
                form.replace("CODE", code(service, "openid").getValue())
                        .replace("BACK", encoded(RelyingParty.REDIRECT));
        var answer = posted(service, service.provider.getTokenEndpointURI(), sent);
        assertThat(answer.getStatusCode()).as(requirement).isEqualTo(400);
        assertThat(answer.getHeaderValue("Cache-Control")).contains("no-store");
        assertThat(TokenErrorResponse.parse(answer).getErrorObject().getCode()).isEqualTo(error);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("RFC 6749 4.1.2, RFC 6750 3.1: a code once; its tokens end with the second time")
    void aCodeIsGoodOnce() throws Exception {
        var service = registered();
        var grant = grant(code(service, "openid"));
        var token = service.tokens(grant).getBearerAccessToken();
        var again = TokenErrorResponse.parse(service.exchange(grant));
        assertThat(again.getErrorObject().getCode()).isEqualTo("invalid_grant");
        var address = service.provider.getUserInfoEndpointURI();
        var answer = new UserInfoRequest(address, token).toHTTPRequest().send();
        assertThat(answer.getStatusCode()).isEqualTo(401);
        assertThat(answer.getHeaderValue("WWW-Authenticate"))
                .contains("Bearer", "error=\"invalid_token\"");
    }

    @Test
    @DisplayName("RFC 6750 3: no token, no error word; a wrong one, invalid_token")
    void userinfoSaysWhyNot() throws Exception {
        var address = registered().provider.getUserInfoEndpointURI();
        assertThat(get(address).getHeaderValue("WWW-Authenticate"))
                .startsWith("Bearer")
                .doesNotContain("error");
        var wrong = new BearerAccessToken("inconnu");
        assertThat(
                        new UserInfoRequest(address, wrong)
                                .toHTTPRequest()
                                .send()
                                .getHeaderValue("WWW-Authenticate"))
                .contains("error=\"invalid_token\"");
    }

    @Test
    @DisplayName("RFC 6749 5.2: a client that used Basic and failed is asked for Basic, by a 401")
    void aWrongSecretIsAnsweredInItsScheme() throws Exception {
        var service = registered();
        var request =
                new HTTPRequest(HTTPRequest.Method.POST, service.provider.getTokenEndpointURI());
        request.setContentType("application/x-www-form-urlencoded");
        request.setAuthorization("Basic ZmF1eDpmYXV4");
        request.setBody("grant_type=authorization_code&code=rien");
        var answer = request.send();
        assertThat(answer.getStatusCode()).isEqualTo(401);
        assertThat(answer.getHeaderValue("WWW-Authenticate")).startsWith("Basic");
        assertThat(TokenErrorResponse.parse(answer).getErrorObject().getCode())
                .isEqualTo("invalid_client");
    }

    @Test
    @DisplayName("RFC 6749 2.3: no two ways to prove who one is in one request")
    void twoProofsAtOnceAreNone() throws Exception {
        var service = registered();
        var form =
                "grant_type=authorization_code&code=rien&client_secret="
                        + encoded(service.proof.getClientSecret().getValue());
        var answer = posted(service, service.provider.getTokenEndpointURI(), form);
        assertThat(answer.getStatusCode()).isEqualTo(401);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    RFC 6749 3.1: response_type is required           | response_type | ''        | invalid_request
                    RFC 6749 4.1.2.1: a response_type that is none    | response_type | autre     | unsupported_response_type
                    Core 3.1.2.6: prompt=none without a session       | prompt        | none      | login_required
                    Core 3.1.2.1: prompt=none stands alone            | prompt        | none login | invalid_request
                    Core 6.1: request is not supported                | request       | e30.e30.  | request_not_supported
                    Core 6.2: request_uri is not supported            | request_uri   | https://rp.example/r | request_uri_not_supported
                    RFC 7636 4.4.1: plain is not supported            | code_challenge_method | plain | invalid_request
                    """)
    void aWrongRequestIsToldToTheService(
            String requirement, String name, String value, String error) throws Exception {
        var service = registered();
        var asked =
                service.asking("openid")
                        .codeChallenge(new CodeVerifier(), CodeChallengeMethod.S256);
        var address = replaced(asked.build().toURI(), name, value);
        if (!(visit.open(address) instanceof Visit.Stop.Left(var back))) {
            throw new AssertionError(requirement);
        }
        assertThat(RelyingParty.query(back.replace('#', '?')))
                .as(requirement)
                .containsEntry("error", error)
                .containsKeys("state", "iss");
    }

    /** The same request with this parameter instead. */
    private static String replaced(URI address, String name, String value) {
        var others = address.toString().replaceAll("([?&])" + name + "=[^&]*&?", "$1");
        return others + "&" + name + "=" + encoded(value);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    RFC 6749 3.1.2.4: an unregistered address  | redirect_uri | https://voleur.example/
                    Core 3.1.2.1: redirect_uri is required     | redirect_uri | ''
                    RFC 6749 4.1.2.1: an unknown client        | client_id    | inconnu
                    RFC 6749 3.1.2.3: a query that was not registered | redirect_uri | http://127.0.0.1:9/retour?autre=1
                    """)
    void nobodyIsSentElsewhere(String requirement, String name, String value) throws Exception {
        var address = replaced(registered().asking("openid").build().toURI(), name, value);
        var page = visit.open(address).page();
        assertThat(page.getWebResponse().getStatusCode()).as(requirement).isEqualTo(400);
    }

    @ParameterizedTest(name = "Core 3.1.2.1: {0} is no error")
    @CsvSource({
        "display,page",
        "ui_locales,en",
        "claims_locales,fr",
        "login_hint,quelqu.un@exemple.fr",
        "acr_values,1 2",
        "inconnu,valeur",
        "max_age,1"
    })
    void whatIsOptionalStopsNobody(String name, String value) throws Exception {
        var address = replaced(registered().asking("openid").build().toURI(), name, value);
        assertThat(visit.open(address).page().asNormalizedText()).contains("Choisissez");
    }

    @Test
    @DisplayName("RFC 7636 4.6: another verifier, or none, redeems nothing")
    void anotherVerifierRedeemsNothing() throws Exception {
        var service = registered();
        var asked =
                service.asking("openid")
                        .codeChallenge(new CodeVerifier(), CodeChallengeMethod.S256);
        var code = service.signIn(visit, asked.build(), LEA).getAuthorizationCode();
        var answer = TokenErrorResponse.parse(service.exchange(grant(code)));
        assertThat(answer.getErrorObject().getCode()).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("Core 3.1.2.3: prompt=login asks for a new proof, whatever the session")
    void aNewProofMayBeDemanded() throws Exception {
        var service = registered();
        code(service, "openid");
        var again = service.asking("openid").prompt(Prompt.Type.LOGIN).build();
        assertThat(visit.open(again.toURI().toString()).page().asNormalizedText())
                .contains("Choisissez un compte");
    }

    @Test
    @DisplayName("RP-Initiated Logout 3: nobody is sent to an address that was not registered")
    void leavingLeadsToRegisteredAddressesOnly() throws Exception {
        var service = registered();
        var idToken = service.tokens(grant(code(service, "openid"))).getIDToken();
        var end =
                service.provider.getEndSessionEndpointURI()
                        + "?id_token_hint="
                        + idToken.serialize()
                        + "&post_logout_redirect_uri="
                        + encoded("https://voleur.example/");
        assertThat(visit.open(end).page().getWebResponse().getStatusCode()).isEqualTo(400);
    }
}
