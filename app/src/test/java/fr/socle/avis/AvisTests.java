package fr.socle.avis;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.BlindClient;
import fr.socle.Neighbours;
import fr.socle.PostgresTest;
import fr.socle.demarches.DecisionRendue;
import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.DossierState;
import fr.socle.demarches.OpinionQuarter;
import fr.socle.demarches.spi.OpinionDoor;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlCheckBoxInput;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlHiddenInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlRadioButtonInput;
import org.htmlunit.html.HtmlTextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PostgresTest
@Import(Neighbours.class)
class AvisTests {

    @LocalServerPort int port;
    @Autowired OpinionDoor door;
    @Autowired Observatoire observatoire;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;

    private final WebClient browser = new WebClient();

    @BeforeEach
    void withoutJavaScript() {
        browser.getOptions().setJavaScriptEnabled(false);
        browser.getOptions().setCssEnabled(false);
        browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void anOpinionIsKeptAtEachStepAndSaidAgainItIsReplaced() throws IOException {
        var demarche = Neighbours.STREET.id();
        var before = observatoire.of(demarche);
        var path = newPath(demarche);
        var form = page(path);
        assertThat(form.asNormalizedText()).contains(Neighbours.STREET.title(), "anonyme");
        choose(form, "satisfaction", "good");
        var clarity = send(form);
        assertThat(clarity.asNormalizedText()).contains("Question 2 sur 4", "gardées");
        assertThat(observatoire.of(demarche).opinions()).isEqualTo(before.opinions() + 1);
        choose(clarity, "comprehension", "good");
        var help = send(clarity);
        choose(help, "contact_reached", "oui");
        choose(help, "contact_satisfaction", "very_good");
        tick(help, "phone");
        var text = send(help);
        ((HtmlTextArea) text.getElementByName("verbatim")).setText("Rapide.");
        HtmlPage thanks = send(text);
        assertThat(thanks.getUrl().getPath()).isEqualTo("/avis/merci");
        HtmlPage results = thanks.getAnchorByText("Voir les résultats de ce service").click();
        assertThat(results.asNormalizedText()).contains("10,0 / 10", "7,5 / 10", "100 %");
        assertThat((Object) results.querySelector("svg[role=img] title")).isNotNull();
        var again = page(path);
        assertThat(again.<HtmlRadioButtonInput>querySelector("input[value=good]").isChecked())
                .isTrue();
        choose(again, "satisfaction", "bad");
        var kept = send(again);
        assertThat(kept.<HtmlRadioButtonInput>querySelector("input[value=good]").isChecked())
                .as("the other answers stay")
                .isTrue();
        var after = observatoire.of(demarche);
        assertThat(after.opinions()).isEqualTo(before.opinions() + 1);
        assertThat(after.satisfaction().get(Satisfaction.BAD))
                .isEqualTo(before.satisfaction().getOrDefault(Satisfaction.BAD, 0L) + 1);
        assertThat(after.reached()).isEqualTo(before.reached() + 1);
    }

    @Test
    void aLaterStepWithoutTheFirstOneKeepsNothing() throws IOException {
        var demarche = new DemarcheId(UUID.randomUUID());
        var form = page(newPath(demarche) + "?etape=3");
        assertThat(form.asNormalizedText()).contains("Question 1 sur 4");
        form.<HtmlHiddenInput>querySelector("input[name=etape]").setValue("2");
        assertThat(send(form).asNormalizedText()).contains("Question 1 sur 4");
        assertThat(observatoire.of(demarche).opinions()).isZero();
    }

    @Test
    void ofManyWhoSendTheSameTokenAtOnceOneCounts() throws Exception {
        var demarche = new DemarcheId(UUID.randomUUID());
        var path = newPath(demarche);
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls =
                    IntStream.range(0, 8)
                            .<Callable<HtmlPage>>mapToObj(_ -> () -> once(path))
                            .toList();
            for (var sent : all.invokeAll(calls)) {
                assertThat(sent.get().getWebResponse().getStatusCode()).isEqualTo(200);
            }
        }
        assertThat(observatoire.of(demarche).opinions()).isEqualTo(1);
    }

    @Test
    void aTokenOfALetterIsGoodInItsQuarterAndTheNextOneOnly() throws IOException {
        var now = OpinionQuarter.of(LocalDate.now(ZoneId.of("Europe/Paris")));
        var demarche = Neighbours.MEALS.id();
        assertThat(status(newPath(demarche, now))).isEqualTo(200);
        assertThat(status(newPath(demarche, now.previous()))).isEqualTo(200);
        assertThat(status(newPath(demarche, now.previous().previous()))).isEqualTo(404);
        assertThat(status(newPath(demarche, new OpinionQuarter(now.number() + 1)))).isEqualTo(404);
    }

    @Test
    void anOpenOpinionNeverTakesThePlaceOfAVerifiedOne() throws IOException {
        var token = BlindClient.random(32);
        var path = expect(Neighbours.STREET.id(), now(), token);
        var form = page(path);
        choose(form, "satisfaction", "good");
        send(form);
        var digest = ByteBuffer.wrap(sha256(token));
        var number = new UUID(digest.getLong(), digest.getLong());
        var open = page("/Demarches/" + Neighbours.STREET.id() + "?essai=" + number);
        assertThat(open.asNormalizedText()).contains("Question 1 sur 4").doesNotContain("gardées");
        choose(open, "satisfaction", "bad");
        send(open);
        assertThat(
                        db.sql("SELECT satisfaction FROM avis.opinion WHERE id = :id")
                                .param("id", number)
                                .query(String.class)
                                .single())
                .isEqualTo("good");
    }

    @Test
    void whatIsKeptNamesNobodyAndNoHour() {
        var columns =
                new HashSet<>(
                        db.sql(
                                        "SELECT data_type FROM information_schema.columns WHERE table_schema = 'avis' AND table_name IN ('opinion', 'jeton')")
                                .query(String.class)
                                .list());
        assertThat(columns).doesNotContain("timestamp with time zone", "inet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rien",
                "%00",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "é"
            })
    void aTokenThatIsNotOursGetsAClearPage(String token) throws IOException {
        var answer = page("/avis/" + token.replace("é", "%C3%A9"));
        assertThat(answer.getWebResponse().getStatusCode()).isIn(400, 404);
    }

    @Test
    void aTokenChangedByOneLetterOpensNothing() throws IOException {
        var path = newPath(Neighbours.MEALS.id());
        var last = path.charAt(30) == 'A' ? 'B' : 'A';
        var forged = path.substring(0, 30) + last + path.substring(31);
        assertThat(page(forged).asNormalizedText()).contains("Ce lien n’ouvre aucun avis");
        assertThat(status(forged)).isEqualTo(404);
    }

    @Test
    void aRefusedStepLosesNothingAndChangesNothing() throws IOException {
        var path = newPath(Neighbours.MEALS.id());
        HtmlPage empty = send(page(path));
        assertThat(empty.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(empty.asNormalizedText()).contains("De façon générale");
        choose(empty, "satisfaction", "medium");
        var help = send(send(empty));
        tick(help, "none");
        tick(help, "desk");
        choose(help, "contact_satisfaction", "good");
        HtmlPage refused = send(help);
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(refused.asNormalizedText())
                .contains("2 réponses sont à corriger", "n’avoir pas eu besoin d’aide");
        ((HtmlCheckBoxInput) refused.querySelector("input[value=none]")).setChecked(false);
        choose(refused, "contact_reached", "oui");
        var text = send(refused);
        ((HtmlTextArea) text.getElementByName("verbatim")).setText("x".repeat(2001));
        HtmlPage tooLong = send(text);
        assertThat(tooLong.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(((HtmlTextArea) tooLong.getElementByName("verbatim")).getText()).hasSize(2001);
        ((HtmlTextArea) tooLong.getElementByName("verbatim")).setText("Clair.");
        assertThat(send(tooLong).getUrl().getPath()).isEqualTo("/avis/merci");
    }

    @Test
    void aValueThatWasNotOfferedIsRefused() throws IOException {
        var form = page(newPath(Neighbours.MEALS.id()));
        var radio = (HtmlRadioButtonInput) form.querySelector("input[name=satisfaction]");
        radio.setValueAttribute("excellent");
        radio.setChecked(true);
        assertThat(send(form).getWebResponse().getStatusCode()).isEqualTo(422);
    }

    @Test
    void aDecisionIsCountedExactlyWhenItIsMade() {
        var demarche = new DemarcheId(UUID.randomUUID());
        var decision = new DecisionRendue(demarche, DossierState.ACCEPTE, Instant.now());
        transaction.executeWithoutResult(
                status -> {
                    events.publishEvent(decision);
                    status.setRollbackOnly();
                });
        assertThat(observatoire.of(demarche).decisions()).isZero();
        transaction.executeWithoutResult(_ -> events.publishEvent(decision));
        assertThat(observatoire.of(demarche).decisions()).isEqualTo(1);
        assertThat(observatoire.byService()).containsKey(demarche);
    }

    @Test
    void marksFollowTheAnswersOfAllOpinions() throws IOException {
        var demarche = new DemarcheId(UUID.randomUUID());
        for (var answer : new String[] {"good", "medium", "bad"}) {
            var form = page(newPath(demarche));
            choose(form, "satisfaction", answer);
            send(form);
        }
        assertThat(observatoire.of(demarche).satisfactionMark()).contains(new BigDecimal("5.0"));
    }

    private HtmlPage once(String path) throws IOException {
        try (var own = new WebClient()) {
            own.getOptions().setJavaScriptEnabled(false);
            own.getOptions().setThrowExceptionOnFailingStatusCode(false);
            HtmlPage form = own.getPage("http://localhost:" + port + path);
            if (form.querySelector("main form") == null) {
                return form;
            }
            choose(form, "satisfaction", "bad");
            return send(form);
        }
    }

    private String newPath(DemarcheId demarche) {
        return newPath(demarche, now());
    }

    private String newPath(DemarcheId demarche, OpinionQuarter quarter) {
        return expect(demarche, quarter, BlindClient.random(32));
    }

    /** As the letters of a night do. */
    private String expect(DemarcheId demarche, OpinionQuarter quarter, byte[] token) {
        transaction.executeWithoutResult(
                _ -> door.expect(demarche, quarter, List.of(sha256(token))));
        return door.path() + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private static OpinionQuarter now() {
        return OpinionQuarter.of(LocalDate.now(ZoneId.of("Europe/Paris")));
    }

    private static byte[] sha256(byte[] token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private int status(String path) throws IOException {
        return page(path).getWebResponse().getStatusCode();
    }

    private static void choose(HtmlPage page, String name, String value) {
        ((HtmlRadioButtonInput)
                        page.querySelector("input[name='" + name + "'][value='" + value + "']"))
                .setChecked(true);
    }

    private static void tick(HtmlPage page, String value) {
        ((HtmlCheckBoxInput) page.querySelector("input[value=" + value + "]")).setChecked(true);
    }

    private static HtmlPage send(HtmlPage page) throws IOException {
        HtmlForm form = page.querySelector("main form");
        return form.<org.htmlunit.html.HtmlButton>querySelector("button").click();
    }

    private HtmlPage page(String path) throws IOException {
        return browser.getPage("http://localhost:" + port + path);
    }
}
