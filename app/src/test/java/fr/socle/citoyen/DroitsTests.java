package fr.socle.citoyen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.SignsIn;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;

/** Rights that persons exercise, and what organisations answer. */
class DroitsTests extends RealHouse {

    private static final String RIGHTS = "/mon-dossier/droits";
    private static final String DESK = "/administration/droits-des-personnes";
    private static final String DEMARCHE = "/mes-dossiers/commencer/tarif-restauration-scolaire";

    private static final String GIVEN = "Transmis par Caisse d’allocations familiales";

    @Test
    void anObjectionDeletesWhatWasCollectedKeepsTheTraceAndIsAnswered() throws IOException {
        var browser = usager("Inès Naissance");
        var draft = SignsIn.press(page(browser, DEMARCHE), "Commencer");
        assertThat(draft.asNormalizedText()).contains(GIVEN);
        var form = object(browser);
        assertThat(form.asNormalizedText()).contains("Ville de Beaumont", "Quotient familial");
        var sent = formTo(form, RIGHTS + "/nouveau");
        sent.getTextAreaByName("texte").setText("Je préfère fournir un document.");
        var followed = send(sent);
        assertThat(followed.asNormalizedText())
                .contains(
                        "En attente de réponse", "réponse obtenue par cet échange a été supprimée")
                .contains("doit répondre au plus tard le");
        assertThat(page(browser, draft.getUrl().getPath()).asNormalizedText())
                .doesNotContain(GIVEN);
        var id = idOf(followed);

        var other = agent(organisation(MINISTRY), "delegue-protection-donnees");
        assertThat(status(other, DESK + "/" + id)).isEqualTo(404);
        var officer = agent(organisation(CITY), "delegue-protection-donnees");
        assertThat(page(officer, DESK).asNormalizedText()).contains("Opposition", "En attente");
        var seen = page(officer, DESK + "/" + id);
        assertThat(seen.asNormalizedText())
                .contains("Je préfère fournir un document.", "Inès", "au plus tard le");
        var late = page(officer, DESK + "/" + id);
        var longer = formTo(seen, DESK + "/" + id + "/prolongation");
        longer.getTextAreaByName("motif").setText("Demandes nombreuses.");
        assertThat(send(longer).asNormalizedText()).contains("Le délai est prolongé.");
        assertThat(page(browser, RIGHTS + "/" + id).asNormalizedText())
                .contains("Délai prolongé", "Demandes nombreuses.");
        assertThat(answer(late, id).getWebResponse().getStatusCode()).isEqualTo(409);
        assertThat(answer(page(officer, DESK + "/" + id), id).asNormalizedText())
                .contains("La réponse est envoyée.");
        assertThat(page(browser, RIGHTS + "/" + id).asNormalizedText())
                .contains("Acceptée", "Tout est supprimé.", "CNIL")
                .doesNotContain("Agent Secret");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () ->
                                assertThat(page(browser, "/mon-dossier/usages").asNormalizedText())
                                        .contains(
                                                "Vous vous êtes opposé à un usage",
                                                "a ouvert votre demande pour y répondre",
                                                "a répondu à votre demande",
                                                "a obtenu des données"));
    }

    @Test
    void aButtonPressedTwiceOpensOneAndAWithdrawnOneIsNotAnswered() throws IOException {
        var browser = usager("Bo Y");
        var form = rectify(browser);
        var token = form.getElementByName("jeton").getAttribute("value");
        var fields =
                Map.of(
                        "jeton", token,
                        "nature", "rectification",
                        "jeu", "quotient-familial",
                        "texte", "Le montant est faux.");
        var first = post(browser, RIGHTS + "/nouveau", csrf(form), fields);
        var second = post(browser, RIGHTS + "/nouveau", csrf(form), fields);
        assertThat(second.getWebRequest().getUrl()).isEqualTo(first.getWebRequest().getUrl());
        HtmlPage mine = page(browser, first.getWebRequest().getUrl().getPath());
        assertThat(mine.asNormalizedText()).contains("Ministère de l’Exemple");
        var id = idOf(mine);
        var stranger = usager("Léa Exemplaire");
        assertThat(status(stranger, RIGHTS + "/" + id)).isEqualTo(404);
        assertThat(
                        post(
                                        stranger,
                                        RIGHTS + "/" + id + "/retrait",
                                        csrf(rectify(stranger)),
                                        Map.of())
                                .getStatusCode())
                .isEqualTo(404);
        var officer = agent(organisation(MINISTRY), "delegue-protection-donnees");
        var seen = page(officer, DESK + "/" + id);
        assertThat(send(formTo(mine, RIGHTS + "/" + id + "/retrait")).asNormalizedText())
                .contains("Votre demande est retirée.");
        assertThat(answer(seen, id).getWebResponse().getStatusCode()).isEqualTo(409);
        assertThat(
                        post(browser, RIGHTS + "/" + id + "/retrait", csrf(form), Map.of())
                                .getStatusCode())
                .isEqualTo(409);
    }

    @Test
    void theWrongAdministrationHandsItOn() throws IOException {
        var browser = usager("Livia Fittizia");
        var form = rectify(browser);
        var sent = formTo(form, RIGHTS + "/nouveau");
        sent.getTextAreaByName("texte").setText("L’année est fausse.");
        var id = idOf(send(sent));
        var officer = agent(organisation(MINISTRY), "delegue-protection-donnees");
        var seen = page(officer, DESK + "/" + id);
        var wrong = formTo(seen, DESK + "/" + id + "/transmission");
        wrong.getInputByName("siret").setValue(MINISTRY);
        var refused = send(wrong);
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(refused.asNormalizedText()).contains("Aucune autre organisation active");
        var right = formTo(refused, DESK + "/" + id + "/transmission");
        right.getInputByName("siret").setValue(CITY);
        assertThat(send(right).asNormalizedText()).contains("La demande est transmise.");
        assertThat(status(officer, DESK + "/" + id)).isEqualTo(404);
        assertThat(page(browser, RIGHTS + "/" + id).asNormalizedText())
                .contains("Ville de Beaumont");
    }

    @Test
    void whatIsWrongIsToldAndWhatIsForgedIsRefused() throws IOException {
        var browser = usager("Léa Exemplaire");
        var form = rectify(browser);
        var empty = send(formTo(form, RIGHTS + "/nouveau"));
        assertThat(empty.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(empty.asNormalizedText()).contains("Ce qui est inexact");
        var path = RIGHTS + "/nouveau";
        var token = UUID.randomUUID().toString();
        assertThat(rectification(browser, form, token, "x".repeat(4001))).isEqualTo(422);
        assertThat(rectification(browser, form, "pas-un-jeton", "Faux.")).isEqualTo(400);
        assertThat(status(browser, path + "?nature=autre&jeu=quotient-familial")).isEqualTo(404);
        assertThat(status(browser, path + "?nature=opposition&jeu=quotient-familial"))
                .isEqualTo(404);
        assertThat(status(browser, path + "?nature=opposition&journal=1&ligne=0")).isEqualTo(404);
        assertThat(status(browser, path + "?nature=opposition&journal=x&ligne=-1")).isEqualTo(404);
        assertThat(status(browser, RIGHTS + "/" + UUID.randomUUID())).isEqualTo(404);
        assertThat(status(agent(organisation(CITY), "concepteur"), DESK)).isEqualTo(403);
        assertThat(page(browser, DESK).getUrl().getPath()).startsWith("/agents/");
    }

    private int rectification(WebClient browser, HtmlPage form, String token, String text)
            throws IOException {
        var fields =
                Map.of(
                        "jeton",
                        token,
                        "nature",
                        "rectification",
                        "jeu",
                        "quotient-familial",
                        "texte",
                        text);
        return post(browser, RIGHTS + "/nouveau", csrf(form), fields).getStatusCode();
    }

    private HtmlPage rectify(WebClient browser) throws IOException {
        return page(browser, RIGHTS + "/nouveau?nature=rectification&jeu=quotient-familial");
    }

    /** From the line of the exchange, which appears within seconds. */
    private HtmlPage object(WebClient browser) throws IOException {
        var line =
                await().atMost(Duration.ofSeconds(10))
                        .until(() -> exchange(browser), Optional::isPresent)
                        .orElseThrow();
        HtmlPage page = line.click();
        return page.getAnchorByText("M’opposer à cet usage").click();
    }

    private Optional<HtmlAnchor> exchange(WebClient browser) throws IOException {
        var list = page(browser, "/mon-dossier/usages?sorte=echanges");
        return list.<HtmlAnchor>getByXPath("//main//li//p/a").stream().findFirst();
    }

    private static HtmlPage answer(HtmlPage seen, String id) throws IOException {
        var form = formTo(seen, DESK + "/" + id + "/reponse");
        form.getInputByValue("acceptee").setChecked(true);
        form.getTextAreaByName("texte").setText("Tout est supprimé.");
        return send(form);
    }

    private static String idOf(HtmlPage page) {
        var path = page.getUrl().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
