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
import java.util.regex.Pattern;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The contract of ProConnect: to a good request one parameter is changed. */
@NullMarked
@PostgresTest
class ProConnectContractTests {

    private static final Pattern CODE = Pattern.compile("Y[0-9A-F]{6,7}");

    @Autowired Clients clients;
    @LocalServerPort int port;

    private Client client = Services.none();
    private RelyingParty service = new RelyingParty("", "", "");
    private String back = "";

    @BeforeEach
    void register() {
        back = "http://localhost:" + port + "/robots.txt";
        var plain =
                Services.client(
                        Federation.AGENTS,
                        Set.of("openid", "given_name", "usual_name", "email", "siret"),
                        Services.POST,
                        Services.rules(Profile.PROCONNECT));
        client =
                new Client(
                        plain.clientId(),
                        plain.federation(),
                        plain.name(),
                        plain.organisation(),
                        plain.sector(),
                        List.of(back),
                        List.of(),
                        plain.scopes(),
                        false,
                        true,
                        plain.keys(),
                        plain.rules());
        service = new Services(clients, port).party(client);
    }

    private Map<String, String> good() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", client.clientId());
        parameters.put("redirect_uri", back);
        parameters.put("scope", "openid given_name usual_name email");
        parameters.put("state", service.state);
        return parameters;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "–",
            textBlock =
                    """
                    state         | –                       | Y000400
                    scope         | –                       | Y000400
                    max_age       | 0                       | Y000400
                    inconnu       | abc                     | Y000400
                    prompt        | select_account          | Y000400
                    nonce         | –                       | wall
                    acr_values    | –                       | wall
                    login_hint    | a.b@beaumont.example    | wall
                    siret_hint    | 13002526500013          | wall
                    prompt        | login                   | wall
                    prompt        | none                    | login_required
                    idp_hint      | comptes-agents          | invalid_idp_hint
                    scope         | openid siren            | invalid_scope
                    scope         | openid inconnu          | wall
                    response_type | token                   | unsupported_response_type
                    code_challenge_method | plain           | wall
                    code_challenge | court                  | invalid_request
                    claims        | {"id_token":{"acr":{"essential":true,"value":"eidas2"}}} | wall
                    claims        | {"id_token":{"acr":{"essential":true,"value":"autre"}}}  | access_denied
                    """)
    void oneParameterChanged(String name, @Nullable String value, String answer) {
        var parameters = good();
        if (value == null) {
            parameters.remove(name);
        } else {
            parameters.put(name, value);
        }
        var told = service.ask(parameters);
        var to = told.headers().firstValue("Location").orElse("");
        if (answer.startsWith("Y")) {
            var code = CODE.matcher(told.body());
            assertThat(told.statusCode()).isEqualTo(400);
            assertThat(code.find() ? code.group() : "").isEqualTo(answer);
        } else if (answer.equals("wall")) {
            assertThat(to).contains("/interaction/");
        } else {
            assertThat(to).startsWith(back).contains("error=" + answer);
        }
    }

    @Test
    void anAgentSignsInAndTheServiceMayRefresh() throws Exception {
        var tokens = service.token(form(code()));
        assertThat(tokens.members())
                .containsKeys("access_token", "refresh_token", "id_token")
                .containsEntry("expires_in", 60);
        var claims = service.userinfo(tokens.text("access_token")).members();
        assertThat(claims).containsOnlyKeys("sub", "given_name", "usual_name", "email");
        var next = refreshed(tokens.text("refresh_token"));
        assertThat(SignedJWT.parse(next.text("id_token")).getJWTClaimsSet().getSubject())
                .isEqualTo(claims.get("sub"));
        var introspected =
                service.posted("/token/introspection", Map.of("token", next.text("access_token")));
        assertThat(introspected.headers().firstValue("Content-Type"))
                .hasValue("application/token-introspection+jwt");
    }

    private Answer refreshed(String token) {
        return RelyingParty.read(
                service.posted(
                        "/token", Map.of("grant_type", "refresh_token", "refresh_token", token)));
    }

    private Map<String, String> form(String code) {
        var form = service.tokenForm(code);
        form.put("redirect_uri", back);
        form.remove("code_verifier");
        return form;
    }

    private String code() throws IOException {
        HtmlPage mail = SignsIn.browser().getPage(service.authorize(good()));
        var end =
                SignsIn.pressed(
                        SignsIn.mailed(mail, "quelqu.un@beaumont.example"), "Camille Dubreuil");
        var query = end.getUrl().getQuery();
        return query.replaceAll("(^|.*&)code=([^&]*).*", "$2");
    }
}
