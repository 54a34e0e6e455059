package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.identity.RelyingParty.Answer;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Profile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The standard profile: what the certification profiles Basic, Config and Form Post ask for. */
@NullMarked
@PostgresTest
class OpenIdProfileTests {

    private static final String LEA = "Léa Exemplaire";
    private static final Set<String> SCOPES =
            Set.of("openid", "profile", "email", "offline_access");

    @Autowired Clients clients;
    @Autowired JdbcClient db;
    @LocalServerPort int port;

    private Client client = Services.none();
    private RelyingParty service = new RelyingParty("", "", "");
    private Services services = new Services(clients, 0);

    @BeforeEach
    void register() {
        services = new Services(clients, port);
        client =
                Services.client(
                        Federation.CITOYENS, SCOPES, Services.POST, Services.rules(Profile.OPENID));
        service = services.party(client);
    }

    private Map<String, String> asking(String scope) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", client.clientId());
        parameters.put("redirect_uri", RelyingParty.REDIRECT);
        parameters.put("scope", scope);
        return parameters;
    }

    private Answer signedIn(Map<String, String> parameters) throws IOException {
        var back = service.signIn(SignsIn.browser(), parameters, LEA, SignsIn.TAXES);
        var form = service.tokenForm(back.getOrDefault("code", ""));
        form.remove("code_verifier");
        return service.token(form);
    }

    private Answer refreshed(String token) {
        return RelyingParty.read(
                service.posted(
                        "/token", Map.of("grant_type", "refresh_token", "refresh_token", token)));
    }

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
    void aRefreshTokenGivesTheNextAndIsDeadThen() throws Exception {
        var first = signedIn(asking("openid email offline_access"));
        var second = refreshed(first.text("refresh_token"));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("refresh_token")).isNotEqualTo(first.text("refresh_token"));
        assertThat(SignedJWT.parse(second.text("id_token")).getJWTClaimsSet().getSubject())
                .isEqualTo(SignedJWT.parse(first.text("id_token")).getJWTClaimsSet().getSubject());
        for (var tokens : List.of(first, second)) {
            assertThat(service.userinfo(tokens.text("access_token")).status()).isEqualTo(200);
        }
        assertThat(refreshed(first.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
        assertThat(refreshed(second.text("refresh_token")).text("error"))
                .as("the family ends with a replay")
                .isEqualTo("invalid_grant");
        for (var tokens : List.of(first, second)) {
            assertThat(service.userinfo(tokens.text("access_token")).status()).isEqualTo(401);
        }
    }

    @Test
    void aRefreshTokenIsItsOwnersAndKeepsItsScopes() throws Exception {
        var token = signedIn(asking("openid email offline_access")).text("refresh_token");
        var thief =
                services.party(
                        Services.client(
                                Federation.CITOYENS,
                                SCOPES,
                                Services.POST,
                                Services.rules(Profile.OPENID)));
        var form = Map.of("grant_type", "refresh_token", "refresh_token", token);
        assertThat(RelyingParty.read(thief.posted("/token", form)).text("error"))
                .isEqualTo("invalid_grant");
        var more = new LinkedHashMap<>(form);
        more.put("scope", "openid email profile offline_access");
        assertThat(RelyingParty.read(service.posted("/token", more)).text("error"))
                .isEqualTo("invalid_scope");
        assertThat(refreshed(token).status()).isEqualTo(200);
        db.sql("UPDATE identity.refresh_token SET expires_at = now()").update();
        assertThat(refreshed(token).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void withoutAskingNoRefreshTokenIsGiven() throws IOException {
        assertThat(signedIn(asking("openid")).members()).doesNotContainKey("refresh_token");
    }

    @Test
    void aCodeThatComesTwiceEndsTheRefreshTokensToo() throws IOException {
        var back =
                service.signIn(
                        SignsIn.browser(), asking("openid offline_access"), LEA, SignsIn.TAXES);
        var form = service.tokenForm(back.getOrDefault("code", ""));
        form.remove("code_verifier");
        var next = refreshed(service.token(form).text("refresh_token"));
        assertThat(service.token(form).text("error")).isEqualTo("invalid_grant");
        assertThat(refreshed(next.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
        assertThat(service.userinfo(next.text("access_token")).status()).isEqualTo(401);
    }

    @Test
    void aServiceEndsItsOwnTokens() throws IOException {
        var tokens = signedIn(asking("openid email offline_access"));
        var access = tokens.text("access_token");
        var stranger =
                services.party(
                        Services.client(
                                Federation.CITOYENS,
                                SCOPES,
                                Services.POST,
                                Services.rules(Profile.OPENID)));
        assertThat(stranger.posted("/token/revocation", Map.of("token", access)).statusCode())
                .isEqualTo(200);
        assertThat(service.userinfo(access).status()).isEqualTo(200);
        assertThat(service.posted("/token/revocation", Map.of()).statusCode()).isEqualTo(400);
        service.posted("/token/revocation", Map.of("token", access));
        assertThat(service.userinfo(access).status()).isEqualTo(401);
        var next = refreshed(tokens.text("refresh_token"));
        assertThat(service.userinfo(next.text("access_token")).status()).isEqualTo(200);
        service.posted("/token/revocation", Map.of("token", next.text("refresh_token")));
        assertThat(service.userinfo(next.text("access_token")).status()).isEqualTo(401);
        assertThat(refreshed(next.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
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
        var stranger =
                services.party(
                        Services.client(
                                Federation.CITOYENS,
                                SCOPES,
                                Services.POST,
                                Services.rules(Profile.OPENID)));
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
