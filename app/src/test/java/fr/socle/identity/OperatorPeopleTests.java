package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.SignsIn;
import fr.socle.identity.operator.Blocks;
import fr.socle.identity.operator.SignInReferences;
import fr.socle.journal.Audience;
import fr.socle.journal.Journal;
import fr.socle.kernel.Parsed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.NameValuePair;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Persons, who are found by the code of a sign-in and by nothing else. */
@NullMarked
class OperatorPeopleTests extends OperatorTest {

    private static final String PEOPLE = HOME + "/personnes";
    private static final Pattern CODE =
            Pattern.compile("signaler une fraude\\h:\\s([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})");

    @Autowired Journal journal;
    @Autowired Blocks blocks;
    @Autowired SignInReferences references;

    private HtmlPage consent(WebClient browser, String name) throws IOException {
        // because what was agreed to before is not shown again
        db.sql("DELETE FROM identity.consent").update();
        HtmlPage choice = browser.getPage(base() + "/connexion/usager");
        return SignsIn.consent(choice, name, SignsIn.TAXES);
    }

    private static String code(HtmlPage consent) {
        var found = CODE.matcher(consent.asNormalizedText());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private HtmlPage search(WebClient browser, String typed) throws IOException {
        return send(formTo(open(browser, PEOPLE), PEOPLE), Map.of("code", typed));
    }

    @Test
    void aPersonIsBlockedByACodeIsToldWhyAndIsLetInAgain() throws IOException {
        var usager = SignsIn.browser();
        var consent = consent(usager, "Ylan Modèle");
        var code = code(consent);
        SignsIn.accept(consent);
        assertThat(open(usager, "/mon-dossier").getUrl().getPath()).isEqualTo("/mon-dossier");
        var waiting = SignsIn.browser();
        var waitingPage = consent(waiting, "Ylan Modèle");

        var browser = operator();
        var card = search(browser, code.toLowerCase(java.util.Locale.ROOT).replace("-", " "));
        assertThat(card.asNormalizedText())
                .contains("Mes démarches", "Impôts fictifs", "Peut s’identifier")
                .doesNotContain("Ylan", "Modèle");
        var path = card.getUrl().getPath();
        assertThat(status(send(formTo(card, path + "/blocage"), Map.of()))).isEqualTo(422);
        var blocked = send(formTo(card, path + "/blocage"), Map.of("motif", "Signalement n° 12"));
        assertThat(blocked.asNormalizedText()).contains("Bloquée", "Signalement n° 12");

        assertThat(open(usager, "/mon-dossier").getUrl().getPath()).isNotEqualTo("/mon-dossier");
        assertThat(status(SignsIn.accept(waitingPage))).isNotEqualTo(200);
        var refused = consent(SignsIn.browser(), "Ylan Modèle");
        assertThat(status(refused)).isEqualTo(403);
        assertThat(refused.asNormalizedText()).contains("Votre compte est bloqué", "Y180001");
        assertThat(status(consent(SignsIn.browser(), "Léa Exemplaire"))).isEqualTo(200);

        var open = send(formTo(blocked, path + "/deblocage"), Map.of("motif", "Levée du doute"));
        assertThat(open.asNormalizedText()).contains("Peut s’identifier");
        assertThat(status(consent(SignsIn.browser(), "Ylan Modèle"))).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(this::everyoneIsTold);
    }

    private void everyoneIsTold() {
        assertThat(entries("identity.personne-cherchee", journal)).isNotEmpty();
        assertThat(entries("identity.personne-bloquee", journal))
                .anyMatch(it -> it.contains("acteur="))
                .noneMatch(it -> it.contains("Signalement"));
        var told =
                journal.from(0, 10_000).stream()
                        .flatMap(it -> it.content().stream())
                        .filter(it -> it.kind().equals("identity.personne-debloquee"))
                        .map(it -> it.readBy(Audience.PERSONNE).toString())
                        .toList();
        assertThat(told).anyMatch(it -> it.contains("Levée du doute"));
    }

    @Test
    void theReasonIsSealedInTheDatabase() throws IOException {
        var code = plain(code(consent(SignsIn.browser(), "Téa Supposée")));
        blocks.block(fr.socle.directory.Actor.CONSOLE, code, "Motif à ne pas lire");
        var rows =
                db.sql("SELECT encode(sealed, 'escape') FROM identity.blocked_person")
                        .query(String.class)
                        .list();
        assertThat(rows).isNotEmpty().noneMatch(it -> it.contains("Motif"));
        blocks.unblock(fr.socle.directory.Actor.CONSOLE, code, "Fin de l’essai");
    }

    @Test
    void onlyAWholeCodeOfTheLastSixMonthsFindsAnybody() throws IOException {
        var code = code(consent(SignsIn.browser(), "Léa Exemplaire"));
        var browser = operator();
        for (var typed :
                List.of("", "K7Q2", code.substring(0, 13), "%", "' OR 1=1 --", "U".repeat(12))) {
            assertThat(status(search(browser, typed))).as(typed).isEqualTo(422);
        }
        assertThat(search(browser, "Z".repeat(12)).asNormalizedText())
                .contains("Aucune connexion des six derniers mois");
        db.sql(
                        """
                        UPDATE identity.sign_in_reference SET noted_at = noted_at - interval '7 months'
                         WHERE code = :code
                        """)
                .param("code", plain(code))
                .update();
        assertThat(status(search(browser, code))).isEqualTo(422);
        assertThat(status(open(browser, PEOPLE + "/" + plain(code)))).isEqualTo(404);
    }

    @Test
    void thereIsNoListOfPeopleAndNoWayAroundTheCode() throws IOException {
        var browser = operator();
        assertThat(open(browser, PEOPLE).getByXPath("//main//table")).isEmpty();
        assertThat(status(open(browser, PEOPLE + "/" + "Z".repeat(12)))).isEqualTo(404);
        assertThat(status(open(browser, PEOPLE + "/pas-un-code"))).isEqualTo(404);
        var block = List.of(new NameValuePair("motif", "x"));
        var path = PEOPLE + "/" + "Z".repeat(12) + "/blocage";
        assertThat(post(browser, path, block).getWebResponse().getStatusCode()).isEqualTo(404);
    }

    @Test
    void aCodeIsTheSameForOneSignInAndAnotherForTheNext() throws IOException {
        var one = consent(SignsIn.browser(), "Léa Exemplaire");
        var other = consent(SignsIn.browser(), "Léa Exemplaire");
        assertThat(code(one)).isNotEqualTo(code(other));
        assertThat(code((HtmlPage) one.refresh())).isEqualTo(code(one));
        assertThat(references.find(plain(code(one))).orElseThrow().person())
                .isEqualTo(references.find(plain(code(other))).orElseThrow().person());
    }

    private static String plain(String code) {
        return ((Parsed.Valid<String>) SignInReferences.parse(code)).value();
    }
}
