package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.SignsIn;
import fr.socle.directory.Actor;
import fr.socle.directory.Agents;
import fr.socle.identity.operator.Operating;
import fr.socle.identity.operator.StrongSignIns;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.NameValuePair;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

/** Who comes to the operator's pages, and how he proves himself without a script. */
@NullMarked
class OperatorDoorTests extends OperatorTest {

    private static final String TOKENS = "/administration/jetons/nouveau";
    private static final String PROVIDERS = "/api/exchange/v1/providers";

    @Autowired Agents agents;
    @Autowired StrongSignIns strong;

    @Test
    void anOrdinarySignInDoesNotOpenTheOperatorsPages() throws IOException {
        var browser = SignsIn.browser();
        SignsIn.agent(browser, base(), OPERATOR);
        for (var path :
                List.of("", "/services", "/personnes", "/annonces", "/cles", "/statistiques")) {
            var page = open(browser, HOME + path);
            assertThat(page.getUrl().getPath()).as(path).isEqualTo("/connexion/operateur");
            assertThat(page.getUrl().getQuery()).contains("retour=%2Fadministration%2Ffederations");
        }
    }

    @Test
    void theOperatorsOfExchangesProveThemselvesToo() throws IOException {
        var weak = SignsIn.browser();
        SignsIn.agent(weak, base(), OPERATOR);
        for (var path : List.of("fournisseurs-de-donnees", "echanges-jetons/nouveau")) {
            var page = open(weak, "/administration/" + path);
            assertThat(page.getUrl().getPath()).as(path).isEqualTo("/connexion/operateur");
        }
        var counts = open(weak, "/administration/echanges-rapprochement");
        var asked = SignsIn.press(counts, "Délivrer un jeton de décompte");
        assertThat(asked.getUrl().getPath()).isEqualTo("/connexion/operateur");
        assertThat(apiStatus(weak, PROVIDERS)).isEqualTo(403);

        var proved = operator();
        assertThat(status(open(proved, "/administration/fournisseurs-de-donnees"))).isEqualTo(200);
        assertThat(apiStatus(proved, PROVIDERS)).isEqualTo(200);
    }

    /** Else an ordinary session would make itself a key to these very pages. */
    @Test
    void aTokenThatOperatesIsMadeAfterAProofOnly() throws IOException {
        var ordinary = SignsIn.browser();
        SignsIn.agent(ordinary, base(), OPERATOR);
        var form = open(ordinary, TOKENS);
        assertThat(form.getElementsByName("rights"))
                .noneMatch(it -> it.getAttribute("value").equals(Operating.CODE));
        HtmlPage proof = form.getAnchorByText("Prouver mon identité").click();
        assertThat(proof.getUrl().getPath()).isEqualTo("/connexion/operateur");
        var draft = java.util.Map.of("label", "Passe-partout", "days", "1");
        var right = formTo(form, TOKENS).getInputsByName("rights").getFirst();
        right.setAttribute("value", Operating.CODE);
        right.setChecked(true);
        assertThat(status(send(formTo(form, TOKENS), draft))).isEqualTo(422);

        var proved = formTo(open(operator(), TOKENS), TOKENS);
        ((HtmlInput) proved.getInputByValue(Operating.CODE)).setChecked(true);
        assertThat(status(send(proved, draft))).isEqualTo(201);
    }

    @Test
    void aCodeLetsInOnceAndLeadsWhereOneWasGoing() throws IOException {
        var browser = SignsIn.browser();
        SignsIn.agent(browser, base(), OPERATOR);
        var proof = open(browser, HOME + "/cles");
        var code = codes.one(Actor.CONSOLE, agentOf(OPERATOR));
        var form = formTo(proof, "/connexion/operateur/secours");
        var inside =
                send(
                        form,
                        java.util.Map.of("code", code.toLowerCase(Locale.ROOT).replace("-", " ")));
        assertThat(inside.getUrl().getPath()).isEqualTo(HOME + "/cles");
        var again = prove(SignsIn.browser(), code);
        assertThat(status(again)).isEqualTo(422);
        assertThat(again.asNormalizedText()).contains("Ce code n’existe pas ou a déjà servi");
    }

    @Test
    void aCodeOpensASessionThatNobodyKnewBefore() throws IOException {
        var browser = SignsIn.browser();
        SignsIn.agent(browser, base(), OPERATOR);
        var before = browser.getCookieManager().getCookie("socle_agent").getValue();
        prove(browser, codes.one(Actor.CONSOLE, agentOf(OPERATOR)));
        assertThat(browser.getCookieManager().getCookie("socle_agent").getValue())
                .isNotEqualTo(before);
        var thief = SignsIn.browser();
        thief.getCookieManager()
                .addCookie(
                        new org.htmlunit.util.Cookie(
                                "localhost", "socle_agent", before, "/", null, false));
        assertThat(open(thief, "/agent/mon-compte").getUrl().getPath())
                .startsWith("/agents/api/v2/interaction/");
    }

    @Test
    void wrongCodesAreRefusedWithTheRule() throws IOException {
        assertThat(status(prove(SignsIn.browser(), "ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ"))).isEqualTo(422);
        assertThat(status(prove(SignsIn.browser(), ""))).isEqualTo(422);
        assertThat(prove(SignsIn.browser(), "x".repeat(61)).asNormalizedText()).contains("60");
    }

    @Test
    void theWayBackNeverLeavesThisHouse() throws IOException {
        var browser = SignsIn.browser();
        var proof = open(browser, "/connexion/operateur?retour=https://ailleurs.example/");
        var form = formTo(proof, "/connexion/operateur/secours");
        assertThat(form.getInputByName("retour").getValue()).isEqualTo(HOME);
        form.getInputByName("retour").setValue("//ailleurs.example/");
        var inside =
                send(form, java.util.Map.of("code", codes.one(Actor.CONSOLE, agentOf(OPERATOR))));
        assertThat(inside.getUrl().getPath()).isEqualTo(HOME);
    }

    @Test
    void aProofIsFreshForAQuarterOfAnHourAndAFormMaySendAQuarterLonger() throws IOException {
        var browser = operator();
        assertThat(status(open(browser, HOME))).isEqualTo(200);
        age("16 minutes");
        assertThat(open(browser, HOME).getUrl().getPath()).isEqualTo("/connexion/operateur");
    }

    @Test
    void aFormThatComesAfterHalfAnHourIsAskedForAProofFirst() throws IOException {
        var browser = operator();
        var form = formTo(open(browser, HOME + "/annonces"), HOME + "/annonces");
        age("31 minutes");
        var after = send(form, java.util.Map.of("text_fr", "Trop tard", "text_en", "Too late"));
        assertThat(after.getUrl().getPath()).isEqualTo("/connexion/operateur");
        assertThat(
                        db.sql("SELECT count(*) FROM identity.banner WHERE text_fr = 'Trop tard'")
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    private void age(String by) {
        db.sql("UPDATE identity.strong_sign_in SET proved_at = proved_at - :by::interval")
                .param("by", by)
                .update();
    }

    @Test
    void anAgentWithoutTheRightIsSentAwayEvenWithAProof() throws IOException {
        var browser = SignsIn.browser();
        prove(browser, codes.one(Actor.CONSOLE, agentOf("Noé Valcourt")));
        assertThat(status(open(browser, HOME))).isEqualTo(403);
        assertThat(status(open(browser, "/administration/mes-cles"))).isEqualTo(403);
    }

    @Test
    void theFirstCodesAreMadeAfterAnOrdinarySignInAndTheNextAskForAProof() throws IOException {
        db.sql("DELETE FROM identity.recovery_code WHERE agent = :agent")
                .param("agent", agentOf(OPERATOR).value())
                .update();
        var browser = SignsIn.browser();
        SignsIn.agent(browser, base(), OPERATOR);
        var made = renew(open(browser, "/administration/mes-cles"));
        var told = made.<org.htmlunit.html.DomElement>getFirstByXPath("//code").getTextContent();
        var list = told.strip().split("\\s+");
        assertThat(list).hasSize(10).doesNotHaveDuplicates();
        var later = open(browser, "/administration/mes-cles");
        assertThat(later.asNormalizedText())
                .contains("prouvez d’abord")
                .doesNotContain("Faire de nouveaux codes");
        assertThat(prove(browser, list[3]).getUrl().getPath()).isEqualTo(HOME);
        assertThat(open(browser, "/administration/mes-cles").asNormalizedText())
                .contains("Codes encore valables : 9");
    }

    private static HtmlPage renew(HtmlPage keys) throws IOException {
        return SignsIn.press(keys, "Faire de nouveaux codes");
    }

    @Test
    void aWeakSessionChangesNoKeyEvenByADirectPost() throws IOException {
        codes.one(Actor.CONSOLE, agentOf(OPERATOR));
        var weak = SignsIn.browser();
        SignsIn.agent(weak, base(), OPERATOR);
        var before = codes.left(agentOf(OPERATOR));
        HtmlPage account = weak.getPage(base() + "/agent/mon-compte");
        var token = account.getElementByName("_csrf").getAttribute("value");
        var request =
                new org.htmlunit.WebRequest(
                        java.net.URI.create(base() + "/administration/mes-cles/codes").toURL(),
                        org.htmlunit.HttpMethod.POST);
        request.setRequestParameters(List.of(new NameValuePair("_csrf", token)));
        HtmlPage answer = weak.getPage(request);
        assertThat(answer.getUrl().getPath()).isEqualTo("/connexion/operateur");
        assertThat(codes.left(agentOf(OPERATOR))).isEqualTo(before);
    }

    @Test
    void aSessionWithoutProofIsNoKeyToTheApi() throws IOException {
        var weak = SignsIn.browser();
        SignsIn.agent(weak, base(), OPERATOR);
        assertThat(apiStatus(weak, "/api/identity/v1/keys")).isEqualTo(403);
        assertThat(apiStatus(operator(), "/api/identity/v1/keys")).isEqualTo(200);
    }

    private int apiStatus(WebClient browser, String path) throws IOException {
        browser.addRequestHeader(HttpHeaders.ACCEPT, "application/json");
        return browser.getPage(base() + path).getWebResponse().getStatusCode();
    }

    @Test
    void theFederationsWordCountsFromLevelEidas2On() {
        var agent = agents.find(agentOf(OPERATOR)).orElseThrow();
        var now = Instant.now();
        strong.federated("une-session-faible", agent, "eidas1", now);
        strong.federated("une-session-muette", agent, "", now);
        strong.federated("une-session-ancienne", agent, "eidas3", now.minusSeconds(1_000));
        strong.federated("une-session-forte", agent, "eidas2", now);
        var ways =
                db.sql("SELECT count(*) FROM identity.strong_sign_in WHERE way = 'federation'")
                        .query(Integer.class)
                        .single();
        assertThat(ways).isEqualTo(1);
    }
}
