package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import fr.socle.identity.partner.meter.CountingInterceptor;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a service outside the house may get wrong, and what it hears then. */
@NullMarked
class ProtocolRefusalsTests extends ProtocolTest {

    @Autowired CountingInterceptor counting;

    @ParameterizedTest
    @CsvSource({
        "code_verifier,wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww,400,invalid_grant",
        "code_verifier,,400,invalid_grant",
        "redirect_uri,http://127.0.0.1:9/ailleurs,400,invalid_grant",
        "code,inconnu,400,invalid_grant",
        "client_secret,faux,401,invalid_client",
        "client_id,inconnu,401,invalid_client",
        "grant_type,password,400,unsupported_grant_type"
    })
    void aWrongExchangeGetsNothing(String name, String value, int status, String error)
            throws IOException {
        var form = service.tokenForm(signIn(LEA).getOrDefault("code", ""));
        form.put(name, value == null ? "" : value);
        var answer = service.token(form);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("error")).isEqualTo(error);
    }

    @Test
    void anotherServiceCannotUseTheCode() throws IOException {
        var other = serviceOf(clientId + "-voleur", clientId);
        var answer = other.token(other.tokenForm(signIn(LEA).getOrDefault("code", "")));
        assertThat(answer.text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void secretsInTheAddressAreRefusedAndUseNoCode() throws IOException {
        var form = service.tokenForm(signIn(LEA).getOrDefault("code", ""));
        assertThat(service.tokenInAddress(form).text("error")).isEqualTo("invalid_request");
        assertThat(service.token(form).status()).isEqualTo(200);
    }

    @Test
    void aDoubledOrEndlessParameterIsRefusedAndUsesNoCode() throws IOException {
        var form = service.tokenForm(signIn(LEA).getOrDefault("code", ""));
        var doubled = new HashMap<>(form);
        doubled.put("client_id", form.get("client_id") + "&client_id=un-autre");
        assertThat(service.tokenUnescaped(doubled).text("error")).isEqualTo("invalid_request");
        var endless = new HashMap<>(form);
        endless.put("inconnu", "a".repeat(9000));
        assertThat(service.token(endless).text("error")).isEqualTo("invalid_request");
        assertThat(service.token(form).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "client_id,inconnu",
        "client_id,zéro\u0000",
        "redirect_uri,http://127.0.0.1:9/retour/",
        "redirect_uri,https://voleur.example/",
        "redirect_uri,"
    })
    void nobodyIsSentToAnUnknownPlace(String name, String value) {
        var answer = service.ask(with(name, value));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    /** Whoever counts comes after the answer: what fails there is only seen in the log. */
    @ParameterizedTest
    @ValueSource(strings = {"zéro\u0000", "inconnu", ""})
    void whatIsNoNameDisturbsNoCounter(String name) {
        var request = new MockHttpServletRequest("POST", "/citoyens/api/v2/token");
        request.setParameter("client_id", name);
        var response = new MockHttpServletResponse();
        counting.preHandle(request, response, this);
        assertThatCode(() -> counting.afterCompletion(request, response, this, null))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "response_type,token,unsupported_response_type",
        "scope,email,invalid_scope",
        "scope,openid idp_id,invalid_scope",
        "code_challenge,,invalid_request",
        "code_challenge,court,invalid_request",
        "code_challenge_method,plain,invalid_request",
        "prompt,none,login_required",
        "response_mode,fragment,invalid_request"
    })
    void aWrongRequestIsToldToTheService(String name, String value, String error) {
        var answer = service.ask(with(name, value));
        assertThat(answer.statusCode()).isEqualTo(303);
        var to = answer.headers().firstValue("Location").orElseThrow();
        var back = RelyingParty.query(to.replace('#', '?'));
        assertThat(back).containsEntry("error", error).containsEntry("iss", issuer());
    }

    private Map<String, String> with(String name, @org.jspecify.annotations.Nullable String value) {
        var parameters = new HashMap<>(service.parameters());
        parameters.put(name, value == null ? "" : value);
        return parameters;
    }
}
