package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fr.socle.SignsIn;
import fr.socle.identity.broker.OpenIdClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A developer pastes what the service sends, and reads what is wrong with it. */
@NullMarked
class PartnerCheckTests extends PartnerHouse {

    private WebClient partner = SignsIn.browser();
    private Registered registered = new Registered("", "");

    @BeforeEach
    void register() throws IOException {
        partner = partnerOf("Ville attentive (essai)");
        registered = register(partner, "Essayé (essai)");
    }

    @Test
    void aRequestThatIsRightIsSaidToBe() throws IOException {
        assertThat(checked(authorize(Map.of()))).contains("Tout est juste", "serait acceptée");
        HtmlPage page = partner.getPage(address(registered.path() + "/verification"));
        var example = page.querySelector("figure.code code").getTextContent();
        assertThat(checked(example)).contains("Tout est juste");
    }

    @ParameterizedTest
    @CsvSource({
        "redirect_uri, http://127.0.0.1:9/retour/, barre oblique de trop",
        "redirect_uri, http://127.0.0.1:8/retour, Le caractère 18 est « 8 » au lieu de « 9 »",
        "scope, openid email birth phone, Ces données ne sont pas permises à ce service : birth",
        "scope, email, scope doit contenir « openid »",
        "response_type, token, « response_type » = « token » est refusé",
        "code_challenge, trop-court, 43 caractères",
        "client_id, un-autre, n’est pas l’identifiant de ce service",
        "response_mode, pigeon, « response_mode » = « pigeon » est refusé",
    })
    void eachMistakeIsExplained(String parameter, String value, String said) throws IOException {
        assertThat(checked(authorize(Map.of(parameter, value))))
                .contains("Une erreur à corriger", said)
                .doesNotContain("serait acceptée");
    }

    @Test
    void severalMistakesAreAllTold() throws IOException {
        var read =
                checked(
                        authorize(
                                        Map.of(
                                                "redirect_uri", "http://127.0.0.1:9/Retour",
                                                "scope", "openid birth",
                                                "response_type", "id_token"))
                                + "&state=encore");
        assertThat(read)
                .contains("Des majuscules et des minuscules diffèrent", "birth", "response_type")
                .contains("« state » est donné 2 fois", "4 erreurs à corriger");
    }

    @Test
    void aMissingParameterIsNamedWithAnExample() throws IOException {
        assertThat(checked("client_id=" + registered.clientId() + "&response_type=code"))
                .contains("« redirect_uri » manque. Par exemple : " + RelyingParty.REDIRECT)
                .contains("code_challenge", "scope");
    }

    @Test
    void aRequestToAnotherAddressIsTold() throws IOException {
        var moved = authorize(Map.of()).replace("/citoyens/", "/agents/");
        assertThat(checked(moved)).contains("l’adresse de cette fédération est");
    }

    @Test
    void aWrongSecretIsToldFromADamagedOne() throws IOException {
        var form = service(registered).tokenForm("inconnu");
        assertThat(checked(token(form))).contains("Ce code n’est pas connu", "Tout est juste");
        form.put("client_secret", registered.secret() + " ");
        assertThat(checked(token(form))).contains("Le secret est le bon, mais abîmé");
        form.put("client_secret", "faux");
        assertThat(checked(token(form))).contains("n’est pas celui de ce service");
        form.remove("client_secret");
        form.put("grant_type", "password");
        assertThat(checked(token(form)))
                .contains("client_secret manque", "« password » au lieu de");
    }

    @Test
    void aCodeIsCheckedAndStaysGood() throws IOException {
        var service = service(registered);
        var back = service.signIn(SignsIn.browser(), "Léa Exemplaire", SignsIn.TAXES);
        var form = service.tokenForm(back.getOrDefault("code", ""));
        var wrong = new LinkedHashMap<>(form);
        wrong.put("code_verifier", "w".repeat(50));
        assertThat(checked(token(wrong))).contains("code_verifier ne correspond pas");
        assertThat(checked(token(form))).contains("la requête est bien formée");
        assertThat(service.token(form).status()).isEqualTo(200);
    }

    @Test
    void aSignOutIsReadToo() throws IOException {
        assertThat(checked("post_logout_redirect_uri=http://127.0.0.1:9"))
                .contains("Il manque la barre oblique finale", "id_token_hint manque");
    }

    @Test
    void nonsenseAndTooMuchAreRefusedInWords() throws IOException {
        assertThat(checked("bonjour")).contains("ne ressemble ni à");
        assertThat(checked("")).contains("Il manque cette réponse");
        assertThat(checked("x".repeat(16_001))).contains("16");
    }

    @Test
    void keysAreFetchedAndWhatDoesNotFitIsTold() throws IOException {
        assertThat(keys("{\"keys\":[]}")).contains("Le jeu de clés est vide");
        assertThat(keys("pas du json")).contains("n’est pas un jeu de clés");
        assertThat(keys("x".repeat(70_000))).contains("dépasse 64 ko");
        assertThat(keys("{\"keys\":[{\"kty\":\"oct\",\"kid\":\"a\",\"k\":\"AAAA\"}]}"))
                .contains("Une clé privée est publiée");
        assertThat(keys("{\"keys\":[" + P256 + "]}")).contains("Une clé lue", "EC essai");
    }

    private static final String P256 =
            "{\"kty\":\"EC\",\"kid\":\"essai\",\"crv\":\"P-256\","
                    + "\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
                    + "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}";

    /** Publishes this at the service's address of keys, and reads what the page says of it. */
    private String keys(String published) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    var bytes = published.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
        try {
            HtmlPage edit = partner.getPage(address(registered.path() + "/modifier"));
            form(edit, "client_name")
                    .getInputByName("jwks_uri")
                    .setValue("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks");
            SignsIn.press(edit, "Enregistrer");
            HtmlPage page = partner.getPage(address(registered.path() + "/acces"));
            return words(SignsIn.press(page, "Relire les clés"));
        } finally {
            server.stop(0);
        }
    }

    private String authorize(Map<String, String> changes) {
        var service = service(registered);
        var parameters = new LinkedHashMap<>(service.parameters());
        parameters.put("scope", "openid identite_pivot email");
        parameters.putAll(changes);
        return service.authorize(parameters);
    }

    private String token(Map<String, String> form) {
        return "POST "
                + address("/citoyens/api/v2/token")
                + " HTTP/1.1\n\n"
                + OpenIdClient.encoded(form);
    }

    private String checked(String pasted) throws IOException {
        HtmlPage page = partner.getPage(address(registered.path() + "/verification"));
        form(page, "requete").getTextAreaByName("requete").setText(pasted);
        return words(SignsIn.press(page, "Vérifier"));
    }

    private static String words(HtmlPage page) {
        return page.asNormalizedText().replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
