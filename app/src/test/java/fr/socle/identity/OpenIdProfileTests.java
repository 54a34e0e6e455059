package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import fr.socle.SignsIn;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Profile;
import java.io.IOException;
import java.util.Map;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The standard profile: what the certification profiles Basic, Config and Form Post ask for. */
@NullMarked
class OpenIdProfileTests extends OpenIdProfileTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    request       | eyJhbGciOiJub25lIn0.e30. | request_not_supported
                    request_uri   | https://rp.example/r     | request_uri_not_supported
                    registration  | {}                       | registration_not_supported
                    response_type | token                    | unsupported_response_type
                    response_type | code id_token            | unsupported_response_type
                    response_mode | fragment                 | invalid_request
                    prompt        | none                     | login_required
                    prompt        | none login               | invalid_request
                    prompt        | autre                    | invalid_request
                    max_age       | -1                       | invalid_request
                    max_age       | beaucoup                 | invalid_request
                    id_token_hint | abc                      | invalid_request
                    claims        | []                       | invalid_request
                    claims        | {"id_token":3}           | invalid_request
                    claims        | {"id_token":{"acr":{"essential":true,"value":"eidas3"}}} | unmet_authentication_requirements
                    """)
    void whatIsNotOfferedIsToldToTheService(String name, String value, String error) {
        var parameters = asking("openid");
        parameters.put(name, value);
        var to = service.ask(parameters).headers().firstValue("Location").orElseThrow();
        assertThat(RelyingParty.query(to.replace('#', '?'))).containsEntry("error", error);
    }

    @ParameterizedTest
    @CsvSource({
        "inconnu,abc",
        "display,popup",
        "ui_locales,fr en",
        "max_age,0",
        "prompt,login consent",
        "acr_values,eidas1",
        "acr_values,autre",
        "login_hint,quelqu.un@usagers.example",
        "nonce,",
        "state,"
    })
    void whatIsStandardOrUnknownIsNoError(String name, @Nullable String value) {
        var parameters = asking("openid");
        parameters.put(name, value == null ? "" : value);
        assertThat(service.ask(parameters).headers().firstValue("Location").orElseThrow())
                .contains("/interaction/");
    }

    @Test
    void theAnswerMayBePosted() throws Exception {
        var parameters = asking("openid email");
        parameters.put("response_mode", "form_post");
        parameters.put("state", "état & <signes>");
        HtmlPage choice = SignsIn.browser().getPage(service.authorize(parameters));
        var posting = SignsIn.accept(SignsIn.consent(choice, LEA, SignsIn.TAXES));
        var form = posting.getForms().getLast();
        assertThat(form.getActionAttribute()).isEqualTo(RelyingParty.REDIRECT);
        assertThat(posting.getWebResponse().getResponseHeaderValue("Content-Security-Policy"))
                .contains("form-action 'self' http://127.0.0.1:9");
        HtmlInput state = form.getInputByName("state");
        assertThat(state.getValue()).isEqualTo("état & <signes>");
        HtmlInput code = form.getInputByName("code");
        var redeemed = service.tokenForm(code.getValue());
        redeemed.remove("code_verifier");
        assertThat(service.token(redeemed).status()).isEqualTo(200);
    }

    @Test
    void anErrorIsPostedToo() throws IOException {
        var parameters = asking("openid");
        parameters.put("response_mode", "form_post");
        parameters.put("prompt", "none");
        HtmlPage page = SignsIn.browser().getPage(service.authorize(parameters));
        HtmlInput error = page.getForms().getLast().getInputByName("error");
        assertThat(error.getValue()).isEqualTo("login_required");
    }

    @Test
    void claimsMayBeAskedOneByOneWithinTheScopesOfTheService() throws Exception {
        var parameters = asking("openid");
        parameters.put(
                "claims",
                """
                {"userinfo":{"email":{"essential":true},"birthplace":null},
                 "id_token":{"family_name":null,"inconnu":null}}
                """);
        var tokens = signedIn(parameters);
        assertThat(service.userinfo(tokens.text("access_token")).members())
                .containsOnlyKeys("sub", "email", "family_name");
        assertThat(SignedJWT.parse(tokens.text("id_token")).getJWTClaimsSet().getClaims())
                .containsKey("family_name")
                .doesNotContainKeys("email", "inconnu", "birthplace", "nonce");
    }

    @Test
    void introspectionTellsTheOwnerAndNobodyElse() throws Exception {
        var access = signedIn(asking("openid email")).text("access_token");
        var form = Map.of("token", access);
        assertThat(RelyingParty.read(service.posted("/token/introspection", form)).members())
                .containsEntry("active", true)
                .containsEntry("client_id", client.clientId())
                .containsEntry("acr", "eidas1")
                .containsKeys("sub", "exp", "iat", "scope")
                .doesNotContainKeys("family_name", "email");
        var stranger = stranger();
        assertThat(RelyingParty.read(stranger.posted("/token/introspection", form)).members())
                .isEqualTo(Map.of("active", false));
        var signed = service.introspectedAsJwt(access);
        assertThat(signed.headers().firstValue("Content-Type"))
                .hasValue("application/token-introspection+jwt");
        var jwt = SignedJWT.parse(signed.body());
        assertThat(jwt.getHeader().getType().getType()).isEqualTo("token-introspection+jwt");
        assertThat(jwt.getJWTClaimsSet().getJSONObjectClaim("token_introspection"))
                .containsEntry("active", true);
    }

    @Test
    void anIdTokenOfOursMayBeShownAgainAndOnlyByItsService() throws IOException {
        var idToken = signedIn(asking("openid")).text("id_token");
        var parameters = asking("openid");
        parameters.put("id_token_hint", idToken);
        assertThat(service.ask(parameters).headers().firstValue("Location").orElseThrow())
                .contains("/interaction/");
        var other =
                Services.client(
                        Federation.CITOYENS, SCOPES, Services.POST, Services.rules(Profile.OPENID));
        services.party(other);
        parameters.put("client_id", other.clientId());
        assertThat(service.ask(parameters).headers().firstValue("Location").orElseThrow())
                .contains("error=invalid_request");
    }

    @Test
    void theTokenMayComeInTheBodyButNeverInTheAddress() throws IOException {
        var access = signedIn(asking("openid email")).text("access_token");
        var form = Map.of("access_token", access);
        assertThat(service.send(service.post("/userinfo", form)).statusCode()).isEqualTo(200);
        assertThat(
                        service.send(service.post("/userinfo?access_token=" + access, Map.of()))
                                .statusCode())
                .isEqualTo(401);
    }
}
