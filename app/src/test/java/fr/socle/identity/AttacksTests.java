package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.identity.MadeUpServices.Service;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an attacker may try with a person's browser, or with tokens that anybody can make. */
@NullMarked
@PostgresTest
class AttacksTests {

    private static final String LEA = "Léa Exemplaire";

    @Autowired Clients clients;
    @LocalServerPort int port;

    private final Visit visit = new Visit();

    private MadeUpServices services() {
        return new MadeUpServices(clients, port);
    }

    private String issuer() {
        return services().issuer(Federation.CITOYENS);
    }

    private static void isInNobodysFrame(Page page) {
        var answer = page.getWebResponse();
        assertThat(answer.getResponseHeaderValue("Content-Security-Policy"))
                .contains("frame-ancestors 'none'");
        assertThat(answer.getResponseHeaderValue("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void noPageOfASignInCanBeFramed() throws IOException {
        var service = services().strict("Cantine");
        var wall = visit.open(service.authorize()).page();
        var consent = visit.choose(wall, SignsIn.TAXES, LEA).page();
        visit.press(consent, "Continuer vers");
        var leaving = visit.open(issuer() + "/session/end").page();
        var refused = visit.open(issuer() + "/authorize?client_id=inconnu").page();
        var lost = visit.open(issuer() + "/interaction/inconnue/consent").page();
        for (var page : List.of(wall, consent, leaving, refused, lost)) {
            isInNobodysFrame(page);
        }
    }

    @Test
    void anotherSitesFormGivesNoYesInThePersonsName() throws IOException {
        var service = services().strict("Cantine");
        var consent =
                visit.choose(visit.open(service.authorize()).page(), SignsIn.TAXES, LEA).page();
        var request = new WebRequest(consent.getUrl(), HttpMethod.POST);
        request.setAdditionalHeader("Accept", "text/html");
        request.setAdditionalHeader("Origin", "https://voleur.example");
        var answer = visit.browser.getPage(request).getWebResponse();
        assertThat(answer.getStatusCode()).isEqualTo(403);
        assertThat(answer.getResponseHeaderValue("Location")).isNull();
        assertThat(visit.press(consent, "Continuer vers").code()).isNotEmpty();
    }

    /** A browser would send what was posted on to the next address (RFC 9700, 4.12). */
    @Test
    void noAnswerSendsWhatWasPostedOnToTheService() throws IOException {
        var service = services().strict("Cantine");
        var consent =
                visit.choose(visit.open(service.authorize()).page(), SignsIn.TAXES, LEA).page();
        var answer = SignsIn.pressed(consent, "Continuer vers").getWebResponse();
        assertThat(answer.getStatusCode()).isEqualTo(303);
        assertThat(answer.getResponseHeaderValue("Location")).startsWith(RelyingParty.REDIRECT);
        assertThat(answer.getResponseHeaderValue("Referrer-Policy"))
                .isIn("same-origin", "no-referrer");
    }

    @Test
    void aVerifierWithoutChallengeIsRefused() throws IOException {
        var service = services().standard("Bibliothèque");
        var parameters = service.parameters();
        parameters.remove("code_challenge");
        parameters.remove("code_challenge_method");
        var consent =
                visit.choose(
                                visit.open(service.party().authorize(parameters)).page(),
                                SignsIn.TAXES,
                                LEA)
                        .page();
        var form = service.party().tokenForm(visit.press(consent, "Continuer vers").code());
        assertThat(service.party().token(form).text("error")).isEqualTo("invalid_grant");
        form.remove("code_verifier");
        assertThat(service.party().token(form).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "our public key as a secret", "no signature", "another's key"})
    void aHintThatAnybodyCanMakeIsNotTaken(String how) throws Exception {
        var service = services().standard("Bibliothèque");
        var good = service.idToken(visit.signIn(service, LEA).code());
        var forged = forged(how, service, SignedJWT.parse(good).getJWTClaimsSet());
        HtmlPage told = visit.open(issuer() + "/session/end?id_token_hint=" + forged).page();
        assertThat(told.getWebResponse().getStatusCode()).isEqualTo(400);
        var parameters = service.parameters();
        parameters.put("id_token_hint", forged);
        parameters.put("prompt", "none");
        var answer = service.party().ask(parameters);
        assertThat(RelyingParty.query(answer.headers().firstValue("Location").orElseThrow()))
                .containsEntry("error", "invalid_request");
        parameters.put("id_token_hint", good);
        assertThat(visit.open(service.party().authorize(parameters)).back())
                .doesNotContainEntry("error", "invalid_request");
    }

    private static String forged(String how, Service service, JWTClaimsSet claims)
            throws Exception {
        var published = JWKSet.parse(service.party().get("/jwks").members());
        var key = published.getKeys().getFirst();
        return switch (how) {
            case "none" -> new PlainJWT(claims).serialize();
            case "no signature" -> {
                var text = bySecret(claims, "x".repeat(32), key.getKeyID());
                yield text.substring(0, text.lastIndexOf('.') + 1);
            }
            case "our public key as a secret" ->
                    bySecret(claims, key.toPublicJWK().toJSONString(), key.getKeyID());
            default -> bySecret(claims, "y".repeat(40), key.getKeyID());
        };
    }

    private static String bySecret(JWTClaimsSet claims, String secret, String kid)
            throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(kid).build();
        var signed = new SignedJWT(header, claims);
        signed.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
        return signed.serialize();
    }

    @Test
    void aCodeIsNoAccessTokenAndATokenIsNoCode() throws IOException {
        var service = services().strict("Cantine");
        var code = visit.signIn(service, LEA).code();
        assertThat(service.party().userinfo(code).status()).isEqualTo(401);
        var tokens = service.tokens(code);
        assertThat(service.tokens(tokens.text("access_token")).text("error"))
                .isEqualTo("invalid_grant");
        assertThat(service.party().userinfo(tokens.text("id_token")).status()).isEqualTo(401);
    }

    @Test
    void whatHoldsATokenOrCodeIsKeptByNoCache() throws IOException {
        var service = services().strict("Cantine");
        var parameters = visit.signIn(service, LEA);
        var answer = service.party().posted("/token", java.util.Map.of("grant_type", "autre"));
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(URI.create(((Visit.Stop.Left) parameters).address()).getRawFragment()).isNull();
    }
}
