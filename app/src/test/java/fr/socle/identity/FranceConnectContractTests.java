package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Profile;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The contract of FranceConnect v2 as a table: to a good request one parameter is changed, and the
 * answer is the one that FranceConnect gives.
 */
@NullMarked
@PostgresTest
class FranceConnectContractTests {

    private static final Pattern CODE = Pattern.compile("Y[0-9A-F]{6,7}");
    private static final Set<String> SCOPES =
            Set.of("openid", "identite_pivot", "email", "dgfip_rfr");

    @Autowired Clients clients;
    @LocalServerPort int port;

    private Services services = new Services(clients, 0);
    private Client client = Services.none();
    private RelyingParty service = new RelyingParty("", "", "");

    @BeforeEach
    void register() {
        services = new Services(clients, port);
        use(Federation.CITOYENS, Services.POST);
    }

    private void use(Federation federation, Client.Keys keys) {
        client = Services.client(federation, SCOPES, keys, Services.rules(Profile.FRANCECONNECT));
        service = services.party(client);
    }

    private Map<String, String> good() {
        return service.strictly("eidas1");
    }

    /** « wall », « page » with its code, or how the service is told and what. */
    private static String told(HttpResponse<String> answer) {
        var to = answer.headers().firstValue("Location").orElse("");
        if (to.contains("/interaction/")) {
            return "wall";
        }
        if (to.startsWith(RelyingParty.REDIRECT)) {
            var way = to.contains("#") ? "fragment " : "query ";
            return way + RelyingParty.query(to.replace('#', '?')).get("error");
        }
        var code = CODE.matcher(answer.body());
        return "page " + answer.statusCode() + (code.find() ? " " + code.group() : "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            nullValues = "–",
            textBlock =
                    """
                    client_id             | inconnu                     | page 400 Y04EA6EF
                    client_id             | –                           | page 400 Y04EA6EF
                    redirect_uri          | https://ailleurs.example/   | page 400 Y04C013C
                    redirect_uri          | –                           | page 400 Y030007
                    response_type         | –                           | page 400 Y030007
                    scope                 | –                           | page 400 Y030007
                    state                 | –                           | page 400 Y030007
                    state                 | ''                          | page 400 Y030007
                    nonce                 | –                           | page 400 Y030007
                    nonce                 | 123456789012345678901       | page 400 Y030007
                    nonce                 | 1234567890123456789012      | wall
                    acr_values            | –                           | page 400 Y030007
                    code_challenge        | abc                         | page 400 Y030007
                    code_challenge_method | S256                        | page 400 Y030007
                    login_hint            | quelqu.un@beaumont.example  | page 400 Y030007
                    max_age               | 0                           | page 400 Y030007
                    id_token_hint         | abc                         | page 400 Y030007
                    display               | page                        | page 400 Y030007
                    response_mode         | query                       | page 400 Y030007
                    request               | abc                         | page 400 Y030007
                    prompt                | none                        | page 400 Y030007
                    prompt                | select_account              | page 400 Y030007
                    prompt                | ''                          | page 400 Y030007
                    prompt                | login                       | wall
                    prompt                | login consent               | wall
                    ui_locales            | fr                          | wall
                    response_type         | token                       | fragment unsupported_response_type
                    response_type         | code id_token               | fragment unsupported_response_type
                    response_type         | autre                       | query unsupported_response_type
                    scope                 | email                       | query invalid_request
                    scope                 | openid idp_id               | query invalid_scope
                    scope                 | openid dgfip_rfr            | wall
                    scope                 | openid cnam_paiements_ij    | query invalid_scope
                    scope                 | openid inconnu              | wall
                    acr_values            | eidas2                      | query invalid_acr
                    acr_values            | eidas3                      | query invalid_acr
                    acr_values            | eidas2 eidas1               | wall
                    acr_values            | inconnu                     | wall
                    claims                | {                           | query invalid_request
                    claims                | {"id_token":{"amr":{"essential":true}}} | page 400 Y100009
                    claims                | {"id_token":{"rep_scope":{"essential":true}}} | wall
                    idp_hint              | poste-fictive               | query invalid_idp_hint
                    inconnu               | abc                         | page 400 Y030007
                    """)
    void oneParameterChanged(String name, @Nullable String value, String answer) {
        var parameters = good();
        if (value == null) {
            parameters.remove(name);
        } else {
            parameters.put(name, value);
        }
        assertThat(told(service.ask(parameters))).isEqualTo(answer);
        assertThat(told(service.send(service.post("/authorize", parameters)))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "eidas2,wall",
        "eidas3,wall",
        "eidas3 eidas2,wall",
        "inconnu,wall",
        "eidas1,query invalid_acr",
        "eidas1 eidas2,query invalid_acr"
    })
    void theHigherFederationOffersTwoLevels(String acr, String answer) {
        use(Federation.CITOYENS_PLUS, Services.POST);
        var parameters = good();
        parameters.put("acr_values", acr);
        assertThat(told(service.ask(parameters))).isEqualTo(answer);
    }

    @Test
    void aRefusedLevelIsExplainedInTheWordsOfTheContract() {
        var parameters = good();
        parameters.put("acr_values", "eidas2");
        var to = service.ask(parameters).headers().firstValue("Location").orElseThrow();
        assertThat(RelyingParty.query(to))
                .containsEntry(
                        "error_description",
                        "acr_value is not valid, should be equal one of these values, expected"
                                + " eidas1, got eidas2")
                .containsEntry("state", service.state);
    }

    @Test
    void aDoubledParameterIsRefusedOnAPage() {
        var address = service.authorize(good()) + "&state=deux";
        var answer =
                service.send(
                        java.net.http.HttpRequest.newBuilder(java.net.URI.create(address)).GET());
        assertThat(told(answer)).isEqualTo("page 400 Y030007");
    }
}
