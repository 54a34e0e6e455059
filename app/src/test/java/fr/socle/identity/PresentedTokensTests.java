package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.SignsIn;
import fr.socle.identity.AccessTokens.Presented;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Profile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom an access token stands for that another block of this house was shown. */
@NullMarked
class PresentedTokensTests extends ProtocolTest {

    @Autowired AccessTokens tokens;
    @Autowired Persons persons;

    @Test
    void aUsagersTokenStandsForThemUntilItIsRevoked() throws Exception {
        var answer = service.token(service.tokenForm(signIn(LEA).getOrDefault("code", "")));
        var token = answer.text("access_token");
        var usager = (Presented.Usager) tokens.usager(token);
        var sub = String.valueOf(service.userinfo(token).members().get("sub"));
        assertThat(persons.personOf(clientId, sub)).contains(usager.person());
        assertThat(usager.identity().familyName()).isEqualTo("Exemplaire");
        assertThat(usager.service()).isEqualTo(clientId);
        assertThat(usager.serviceName()).isEqualTo("Service d’essai");
        assertThat(usager.scopes()).contains("identite_pivot");
        assertThat(usager.toString()).doesNotContain("Exemplaire");
        assertThat(tokens.agent(token)).isEmpty();
        service.posted("/token/revocation", Map.of("token", token));
        assertThat(tokens.usager(token)).isInstanceOf(Presented.Nobody.class);
    }

    @Test
    void aServiceThatGotNoCivilStatusMaySearchNobody() throws Exception {
        var parameters = service.parameters();
        parameters.put("scope", "openid email");
        var back = service.signIn(SignsIn.browser(), parameters, LEA, SignsIn.TAXES);
        var answer = service.token(service.tokenForm(back.getOrDefault("code", "")));
        assertThat(tokens.usager(answer.text("access_token")))
                .isInstanceOf(Presented.WithoutIdentity.class);
    }

    @Test
    void whatIsNoTokenStandsForNobody() {
        for (var none : List.of("", "x", "x".repeat(2000), "a.b.c")) {
            assertThat(tokens.usager(none)).isInstanceOf(Presented.Nobody.class);
            assertThat(tokens.agent(none)).isEmpty();
        }
    }

    @Test
    void anAgentsTokenNamesTheAccountByWhichTheDirectoryKnowsThem() throws Exception {
        var back = "http://localhost:" + port + "/robots.txt";
        var client = agents(back);
        var agency = new Services(clients, port).party(client);
        var form = agency.tokenForm(agentCode(agency, client, back));
        form.put("redirect_uri", back);
        form.remove("code_verifier");
        var token = agency.token(form).text("access_token");
        var account = tokens.agent(token).orElseThrow();
        assertThat(account.issuer()).isNotBlank();
        assertThat(account.sub()).isNotBlank();
        assertThat(tokens.usager(token)).isInstanceOf(Presented.Nobody.class);
    }

    private static Client agents(String back) {
        var plain =
                Services.client(
                        Federation.AGENTS,
                        Set.of("openid", "given_name", "usual_name", "email", "siret"),
                        Services.POST,
                        Services.rules(Profile.PROCONNECT));
        return new Client(
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
    }

    private static String agentCode(RelyingParty agency, Client client, String back)
            throws IOException {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", client.clientId());
        parameters.put("redirect_uri", back);
        parameters.put("scope", "openid given_name usual_name email");
        parameters.put("state", agency.state);
        HtmlPage mail = SignsIn.browser().getPage(agency.authorize(parameters));
        var end =
                SignsIn.pressed(
                        SignsIn.mailed(mail, "quelqu.un@beaumont.example"), "Camille Dubreuil");
        return end.getUrl().getQuery().replaceAll("(^|.*&)code=([^&]*).*", "$2");
    }
}
