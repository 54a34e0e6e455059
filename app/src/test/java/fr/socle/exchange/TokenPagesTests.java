package fr.socle.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.SignsIn;
import fr.socle.directory.Actor;
import fr.socle.directory.ApiTokenDraft;
import fr.socle.directory.ApiTokens;
import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.habilitations.HabilitationId;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The operator's pages of tokens, without scripts. */
@NullMarked
class TokenPagesTests extends ContractTest {

    private static final String LIST = "/administration/echanges-jetons";

    @Autowired ApiTokens apiTokens;

    @SuppressWarnings("NullAway.Init") // because JUnit calls anHabilitation first
    private HabilitationId on;

    TokenPagesTests() throws IOException {}

    @BeforeEach
    void anHabilitation() {
        var set = given("quotient-familial", 1000);
        on =
                habilitation(
                        organisation("Ville aux jetons"),
                        set,
                        VALUE,
                        EnumSet.of(RequesterKind.AUTOMATE_SANS_DOSSIER));
    }

    @Test
    void aTokenIsIssuedToldOnceUsedAndRevoked() throws IOException {
        var browser = operator("exchange.operer");
        var label = "Régie " + UUID.randomUUID();
        HtmlPage issued = sent(browser, on.toString(), label, "12", "");
        var token =
                issued.getElementsByTagName("code").stream()
                        .map(it -> it.getTextContent().strip())
                        .filter(it -> it.startsWith("ey"))
                        .findFirst()
                        .orElseThrow();
        assertThat(call(token, "/privileges", List.of()).statusCode()).isEqualTo(200);
        HtmlPage list = browser.getPage(address(LIST));
        assertThat(list.asNormalizedText()).contains(label).doesNotContain(token);
        var row =
                list.getForms().stream()
                        .filter(it -> it.getActionAttribute().endsWith("/revocation"))
                        .findFirst()
                        .orElseThrow();
        HtmlPage after = button(row).click();
        assertThat(after.asNormalizedText()).contains("Révoqué");
        assertThat(codes(call(token, "/privileges", List.of()))).containsExactly("00105");
    }

    @Test
    void whatIsWrongIsToldFieldByFieldAndKept() throws IOException {
        var browser = operator("exchange.operer");
        var wrong = sent(browser, UUID.randomUUID().toString(), "Gardé", "19", "{");
        assertThat(wrong.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(wrong.asNormalizedText()).contains("JWK Set (RFC 7517)", "numéro");
        assertThat(form(wrong).getInputByName("label").getValue()).isEqualTo("Gardé");
        revoke(on);
        assertThat(sent(browser, on.toString(), "x", "1", "").getWebResponse().getStatusCode())
                .isEqualTo(422);
    }

    @Test
    void aSoftwareEditorGetsATokenInsteadOfAnHabilitation() throws IOException {
        var browser = operator("exchange.operer");
        var siret = organisation("Éditeur aux jetons").siret().value();
        var label = "Éditeur " + UUID.randomUUID();
        var issued =
                filled(browser, Map.of("editeur", siret, "label", label, "reseaux", "127.0.0.0/8"));
        assertThat(issued.getWebResponse().getStatusCode()).isEqualTo(200);
        assertThat(issued.asNormalizedText()).contains(label);
        var both =
                filled(
                        browser,
                        Map.of("editeur", siret, "habilitation", on.toString(), "label", label));
        assertThat(both.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(both.asNormalizedText()).contains("et non les deux");
        var nobody = filled(browser, Map.of("editeur", "99977345000005", "label", label));
        assertThat(nobody.asNormalizedText()).contains("SIRET");
        assertThat(nobody.getWebResponse().getStatusCode()).isEqualTo(422);
    }

    @Test
    void whatIsNoRangeOfAddressesIsToldAndKept() throws IOException {
        var browser = operator("exchange.operer");
        for (var wrong : List.of("ville.example", "10.0.0.0/33", "127.0.0.1 x")) {
            var refused =
                    filled(
                            browser,
                            Map.of(
                                    "habilitation",
                                    on.toString(),
                                    "label",
                                    "Réseau",
                                    "reseaux",
                                    wrong));
            assertThat(refused.getWebResponse().getStatusCode()).as(wrong).isEqualTo(422);
            assertThat(form(refused).getInputByName("reseaux").getValue()).isEqualTo(wrong);
        }
    }

    @Test
    void theAddressesOfATokenChangeAndHoldFromTheNextCall() throws IOException {
        var issued = issue(on);
        var token = issued.token().orElseThrow();
        var place = LIST + "/" + issued.consumer().id() + "/reseaux";
        var browser = operator("exchange.operer");
        assertThat(call(token, "/privileges", List.of()).statusCode()).isEqualTo(200);
        var wrong = tied(browser, place, "192.0.2.0/24 ville.example");
        assertThat(wrong.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(wrong.asNormalizedText()).contains("« ville.example » n’est pas une adresse");
        assertThat(wrong.getForms().getLast().getInputByName("reseaux").getValue())
                .isEqualTo("192.0.2.0/24 ville.example");
        assertThat(call(token, "/privileges", List.of()).statusCode()).isEqualTo(200);
        assertThat(tied(browser, place, "192.0.2.0/24").getUrl().getPath()).isEqualTo(LIST);
        assertThat(codes(call(token, "/privileges", List.of()))).containsExactly("00107");
        HtmlPage again = browser.getPage(address(place));
        assertThat(again.getForms().getLast().getInputByName("reseaux").getValue())
                .isEqualTo("192.0.2.0/24");
        tied(browser, place, "");
        assertThat(call(token, "/privileges", List.of()).statusCode()).isEqualTo(200);
        consumers.revoke(Actor.CONSOLE, issued.consumer().id());
        for (var nowhere :
                List.of(place, LIST + "/" + UUID.randomUUID() + "/reseaux", LIST + "/x/reseaux")) {
            HtmlPage gone = browser.getPage(address(nowhere));
            assertThat(gone.getWebResponse().getStatusCode()).as(nowhere).isEqualTo(404);
        }
        HtmlPage refused = operator("exchange.observer").getPage(address(place));
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(403);
    }

    private HtmlPage tied(WebClient browser, String place, String networks) throws IOException {
        HtmlPage page = browser.getPage(address(place));
        var form =
                page.getForms().stream()
                        .filter(it -> it.getActionAttribute().endsWith("/reseaux"))
                        .findFirst()
                        .orElseThrow();
        form.getInputByName("reseaux").setValue(networks);
        return button(form).click();
    }

    private HtmlPage filled(WebClient browser, Map<String, String> fields) throws IOException {
        HtmlPage blank = browser.getPage(address(LIST + "/nouveau"));
        var form = form(blank);
        form.getInputByName("mois").setValue("12");
        fields.forEach((name, value) -> form.getInputByName(name).setValue(value));
        return button(form).click();
    }

    @Test
    void whoOnlyObservesIssuesNothing() throws IOException {
        HtmlPage refused = operator("exchange.observer").getPage(address(LIST));
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(403);
    }

    private HtmlPage sent(
            WebClient browser, String habilitation, String label, String months, String keys)
            throws IOException {
        HtmlPage blank = browser.getPage(address(LIST + "/nouveau"));
        var form = form(blank);
        form.getInputByName("habilitation").setValue(habilitation);
        form.getInputByName("label").setValue(label);
        form.getInputByName("mois").setValue(months);
        form.getTextAreaByName("cles").setText(keys);
        return button(form).click();
    }

    private static HtmlForm form(HtmlPage page) {
        return page.getForms().stream()
                .filter(it -> it.getActionAttribute().endsWith("/nouveau"))
                .findFirst()
                .orElseThrow();
    }

    private static org.htmlunit.html.HtmlElement button(HtmlForm form) {
        return form.getElementsByTagName("button").getFirst();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private WebClient operator(String right) {
        var draft = new ApiTokenDraft("Essai", List.of(right), Duration.ofHours(1));
        var browser = SignsIn.browser();
        browser.addRequestHeader(
                "Authorization", "Bearer " + apiTokens.create(Actor.CONSOLE, draft).secret());
        return browser;
    }
}
