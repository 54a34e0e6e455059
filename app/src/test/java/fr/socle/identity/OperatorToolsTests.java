package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.JWTClaimsSet;
import fr.socle.SignsIn;
import fr.socle.identity.keys.SigningKeys;
import fr.socle.identity.operator.KeyDesk;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlRadioButtonInput;
import org.htmlunit.util.NameValuePair;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Announcements, signing keys, figures. */
@NullMarked
class OperatorToolsTests extends OperatorTest {

    private static final String BANNERS = HOME + "/annonces";

    @Autowired SigningKeys keys;
    @Autowired KeyDesk keyDesk;

    private HtmlPage publish(Map<String, String> typed) throws IOException {
        var form = formTo(open(operator(), BANNERS), BANNERS);
        form.<HtmlRadioButtonInput>getFirstByXPath(".//input[@value='warn']").setChecked(true);
        return send(form, typed);
    }

    @Test
    void anAnnouncementStandsWherePeopleSignInForItsTimeAndInTheirLanguage() throws IOException {
        var text = "Entretien " + UUID.randomUUID();
        var published =
                publish(
                        Map.of(
                                "text_fr",
                                text,
                                "text_en",
                                "Maintenance " + text,
                                "from",
                                "2020-01-01T00:00",
                                "until",
                                "2099-01-01T00:00"));
        assertThat(published.asNormalizedText()).contains("L’annonce est publiée", "Affichée");
        var browser = SignsIn.browser();
        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(
                        () ->
                                assertThat(open(browser, "/connexion").asNormalizedText())
                                        .contains(text));
        assertThat(open(browser, "/connexion/usager").asNormalizedText()).contains(text);
        assertThat(open(browser, "/agent/connexion").asNormalizedText()).contains(text);
        assertThat(open(browser, "/").asNormalizedText()).doesNotContain(text);
        open(browser, "/langue/en?retour=/connexion");
        assertThat(open(browser, "/connexion").asNormalizedText()).contains("Maintenance " + text);
        var id =
                db.sql("SELECT id FROM identity.banner WHERE text_fr = :text")
                        .param("text", text)
                        .query(UUID.class)
                        .single();
        var operator = operator();
        send(formTo(open(operator, BANNERS), BANNERS + "/" + id + "/retrait"), Map.of());
        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(
                        () ->
                                assertThat(open(browser, "/connexion").asNormalizedText())
                                        .doesNotContain(text));
    }

    @Test
    void anAnnouncementToComeOrOverIsNotShown() throws IOException {
        var text = "Demain " + UUID.randomUUID();
        publish(
                Map.of(
                        "text_fr",
                        text,
                        "text_en",
                        text,
                        "from",
                        "2098-01-01T00:00",
                        "until",
                        "2099-01-01T00:00"));
        publish(
                Map.of(
                        "text_fr",
                        text,
                        "text_en",
                        text,
                        "from",
                        "2020-01-01T00:00",
                        "until",
                        "2020-01-02T00:00"));
        assertThat(open(SignsIn.browser(), "/connexion").asNormalizedText()).doesNotContain(text);
    }

    @Test
    void aWrongAnnouncementNamesTheFields() throws IOException {
        var typed =
                List.of(
                        new NameValuePair("level", "crime"),
                        new NameValuePair("text_fr", ""),
                        new NameValuePair("text_en", "x".repeat(501)),
                        new NameValuePair("from", "hier"),
                        new NameValuePair("until", "2026-13-45T00:00"));
        var wrong = (HtmlPage) post(operator(), BANNERS, typed);
        assertThat(status(wrong)).isEqualTo(422);
        assertThat(wrong.getByXPath("//div[@id='erreurs']//li")).hasSize(5);
        var backwards =
                publish(
                        Map.of(
                                "text_fr", "a",
                                "text_en", "a",
                                "from", "2027-01-02T00:00",
                                "until", "2027-01-01T00:00"));
        assertThat(backwards.asNormalizedText()).contains("La fin vient après le début");
        var gone = post(operator(), BANNERS + "/" + UUID.randomUUID() + "/retrait", List.of());
        assertThat(gone.getWebResponse().getStatusCode()).isEqualTo(404);
    }

    @Test
    void theNextKeyIsPublishedBeforeItSignsAndOneWaitsAtATime() throws IOException {
        var owner = "essai-" + UUID.randomUUID();
        var claims = new JWTClaimsSet.Builder().subject("essai").build();
        var signed = keys.sign(owner, claims);
        var browser = operator();
        var page = open(browser, HOME + "/cles");
        var rotated = rotate(page, owner);
        assertThat(rotated.asNormalizedText()).contains("La clé suivante est publiée");
        assertThat(stages(owner)).containsExactly("NEXT", "SIGNS");
        assertThat(keys.verified(owner, keys.sign(owner, claims))).isPresent();
        var again = rotate(rotated, owner);
        assertThat(status(again)).isEqualTo(422);
        assertThat(again.asNormalizedText()).contains("déjà publiée");
        assertThat(keys.verified(owner, signed)).isPresent();
    }

    private static HtmlPage rotate(HtmlPage page, String owner) throws IOException {
        return SignsIn.press(page, "Publier la clé suivante (" + owner + " · ES256)");
    }

    private List<String> stages(String owner) {
        return keyDesk.all().stream()
                .filter(it -> it.owner().equals(owner))
                .map(it -> it.stage().name())
                .toList();
    }

    @Test
    void aRevokedKeyVerifiesNoMoreAndAnotherSignsAtOnce() throws IOException {
        var owner = "essai-" + UUID.randomUUID();
        var claims = new JWTClaimsSet.Builder().subject("essai").build();
        var signed = keys.sign(owner, claims);
        var kid = keyDesk.all().stream().filter(it -> it.owner().equals(owner)).findFirst();
        var path = HOME + "/cles/" + kid.orElseThrow().kid() + "/revocation";
        var ask = open(operator(), path);
        assertThat(status(send(formTo(ask, path), Map.of()))).isEqualTo(422);
        assertThat(keys.verified(owner, signed)).isPresent();
        var done = send(formTo(ask, path), Map.of("motif", "Copie perdue"));
        assertThat(done.asNormalizedText()).contains("La clé est révoquée");
        assertThat(keys.verified(owner, signed)).isEmpty();
        assertThat(keys.verified(owner, keys.sign(owner, claims))).isPresent();
        assertThat(stages(owner)).containsExactly("SIGNS");
        assertThat(status(open(operator(), path))).isEqualTo(404);
    }

    @Test
    void aKeyThatDidNotSignYetSignsWhenItsElderIsRevoked() {
        var owner = "essai-" + UUID.randomUUID();
        var claims = new JWTClaimsSet.Builder().subject("essai").build();
        keys.sign(owner, claims);
        var actor = fr.socle.directory.Actor.CONSOLE;
        keyDesk.rotate(actor, owner);
        var elder = keyDesk.all().stream().filter(it -> it.owner().equals(owner)).toList();
        keyDesk.revoke(actor, elder.getLast().kid(), "essai");
        assertThat(stages(owner)).containsExactly("SIGNS");
        assertThat(keys.verified(owner, keys.sign(owner, claims))).isPresent();
    }

    @Test
    void signInsAreCountedWithoutPersons() throws IOException {
        SignsIn.usager(SignsIn.browser(), base(), "Léa Exemplaire");
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(
                        () ->
                                assertThat(open(operator(), HOME + "/statistiques").asXml())
                                        .contains("Impôts fictifs", "Réussie"));
        var page = open(operator(), HOME + "/statistiques");
        assertThat(page.getByXPath("//*[local-name()='svg'][@role='img']")).isNotEmpty();
        assertThat(page.getByXPath("//main//table")).isNotEmpty();
        var csv =
                operator().getPage(base() + HOME + "/statistiques/connexions.csv").getWebResponse();
        assertThat(csv.getContentType()).isEqualTo("text/csv");
        assertThat(csv.getContentAsString())
                .contains("day;provider;client_id;level;outcome;count", "impots-fictifs")
                .doesNotContain("Léa");
    }

    @Test
    void aWrongPeriodIsRefusedWithTheRule() throws IOException {
        var path = HOME + "/statistiques";
        var backwards = open(operator(), path + "?from=2026-02-01&to=2026-01-01");
        assertThat(status(backwards)).isEqualTo(422);
        assertThat(backwards.asNormalizedText()).contains("Le premier jour vient avant le dernier");
        for (var query :
                List.of(
                        "?from=hier",
                        "?from=2020-01-01&to=2026-01-01",
                        "?to=2026-01-01&to=2026-01-02")) {
            assertThat(status(open(operator(), path + query))).as(query).isEqualTo(422);
            var csv = operator().getPage(base() + path + "/connexions.csv" + query);
            assertThat(csv.getWebResponse().getStatusCode()).as(query).isEqualTo(422);
        }
    }
}
