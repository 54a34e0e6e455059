package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Fault;
import java.io.IOException;
import java.util.Map;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every code that somebody is told is explained, and services hear where. */
@NullMarked
@PostgresTest
class ErrorCodesTests {

    @Autowired Clients clients;
    @LocalServerPort int port;

    private HtmlPage open(String path) throws IOException {
        return SignsIn.browser().getPage("http://localhost:" + port + path);
    }

    private MadeUpServices.Service strict() {
        return new MadeUpServices(clients, port).strict("Cantine");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultIsExplained(Fault fault) throws IOException {
        var page = open("/erreurs/" + fault.code());
        assertThat(page.getWebResponse().getStatusCode()).isEqualTo(200);
        assertThat(page.asNormalizedText())
                .contains(fault.code(), fault.error())
                .doesNotContain("identity.code");
    }

    @ParameterizedTest
    @CsvSource({
        "token,grant_type,,invalid_request,400",
        "token,grant_type,password,unsupported_grant_type,400",
        "token,code,inconnu,invalid_grant,400",
        "token,client_secret,faux,Y04EA6EF,401",
        "token/introspection,client_secret,faux,Y04EA6EF,401",
        "checktoken,client_secret,faux,Y04EA6EF,401",
        "checktoken,autre,x,Y100013,400"
    })
    void aServiceHearsWhereItsErrorIsExplained(
            String path, String name, String value, String code, int status) throws IOException {
        var service = strict();
        var form =
                path.equals("token")
                        ? service.party().tokenForm("inconnu")
                        : new java.util.LinkedHashMap<>(
                                Map.of(
                                        "token", "inconnu",
                                        "client_id", service.client().clientId(),
                                        "client_secret", "bon"));
        form.put(name, value == null ? "" : value);
        var answer =
                RelyingParty.read(service.party().send(service.party().post("/" + path, form)));
        assertThat(answer.status()).isEqualTo(status);
        var uri = answer.text("error_uri");
        assertThat(uri)
                .matches("http://localhost:" + port + "/erreurs/" + code + "\\?id=[0-9a-f-]{36}");
        HtmlPage page = SignsIn.browser().getPage(uri);
        assertThat(page.asNormalizedText())
                .contains(code, answer.text("error"), uri.substring(uri.indexOf('=') + 1));
    }

    @Test
    void aTokenThatOpensNothingIsExplainedToo() {
        assertThat(strict().party().userinfo("rien").text("error_uri"))
                .contains("/erreurs/invalid_token?id=");
    }

    @Test
    void aPageThatShowsACodeLeadsToItsMeaning() throws IOException {
        var trouble = open("/citoyens/api/v2/authorize?client_id=inconnu");
        HtmlPage meaning = trouble.getAnchorByText("Ce que veut dire ce code").click();
        assertThat(meaning.asNormalizedText()).contains("Y04EA6EF", "Le service n’est pas reconnu");
    }

    @Test
    void allCodesStandOnOnePage() throws IOException {
        var text = open("/erreurs").asNormalizedText();
        for (var fault : Fault.values()) {
            assertThat(text).contains(fault.code());
        }
        assertThat(text).contains("temporarily_unavailable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Y999999", "y020026", "%3Cscript%3E", "Y020026%00", "..%2F"})
    void anUnknownCodeIsNotFound(String code) throws IOException {
        assertThat(open("/erreurs/" + code).getWebResponse().getStatusCode()).isIn(400, 404);
    }

    @Test
    void aReferenceThatIsNoneIsNotShown() throws IOException {
        var page = open("/erreurs/Y020026?id=%3Cb%3Ebonjour");
        assertThat(page.asNormalizedText()).doesNotContain("bonjour", "Référence à donner");
    }
}
