package fr.socle.avis;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.Neighbours;
import fr.socle.PostgresTest;
import fr.socle.avis.token.Tokens;
import fr.socle.demarches.DecisionRendue;
import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.DossierState;
import fr.socle.demarches.spi.OpinionDoor;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlCheckBoxInput;
import org.htmlunit.html.HtmlForm;
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
    @Autowired Tokens tokens;
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
    void anOpinionMovesThePublicPageAtOnceAndCountsOnce() throws IOException {
        var before = observatoire.of(Neighbours.STREET.id()).opinions();
        var path = newPath(Neighbours.STREET.id());
        var form = page(path);
        assertThat(form.asNormalizedText()).contains(Neighbours.STREET.title(), "anonyme");
        choose(form, "satisfaction", "good");
        choose(form, "comprehension", "good");
        choose(form, "contact_reached", "oui");
        choose(form, "contact_satisfaction", "very_good");
        tick(form, "phone");
        HtmlPage thanks = send(form);
        assertThat(thanks.getUrl().getPath()).isEqualTo("/avis/merci");
        HtmlPage results = thanks.getAnchorByText("Voir les résultats de ce service").click();
        assertThat(results.asNormalizedText()).contains("10,0 / 10", "7,5 / 10", "100 %");
        assertThat((Object) results.querySelector("svg[role=img] title")).isNotNull();
        assertThat(observatoire.of(Neighbours.STREET.id()).opinions()).isEqualTo(before + 1);
        HtmlPage again = send(form);
        assertThat(again.getWebResponse().getStatusCode()).isEqualTo(409);
        assertThat(page(path).asNormalizedText()).contains("Votre avis est déjà donné");
        assertThat(observatoire.of(Neighbours.STREET.id()).opinions()).isEqualTo(before + 1);
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
                assertThat(sent.get().getWebResponse().getStatusCode()).isIn(200, 409);
            }
        }
        assertThat(observatoire.of(demarche).opinions()).isEqualTo(1);
    }

    @Test
    void theTokenIsOneForADossierAndTellsNothingOfIt() {
        var dossier = UUID.randomUUID();
        var demarche = Neighbours.STREET.id();
        var path = door.pathFor(demarche, dossier).orElseThrow();
        assertThat(door.pathFor(demarche, dossier)).contains(path);
        assertThat(door.pathFor(demarche, UUID.randomUUID())).isNotEqualTo(path);
        var read = tokens.read(path.substring("/avis/".length())).orElseThrow();
        assertThat(read.demarche()).isEqualTo(demarche);
        assertThat(read.toString()).doesNotContain(dossier.toString());
    }

    @Test
    void theDoorClosesOnceTheOpinionIsGiven() throws IOException {
        var dossier = UUID.randomUUID();
        var demarche = Neighbours.STREET.id();
        var path = door.pathFor(demarche, dossier).orElseThrow();
        var token = tokens.read(path.substring("/avis/".length())).orElseThrow();
        db.sql("INSERT INTO avis.used_token (digest) VALUES (:digest)")
                .param("digest", token.digest())
                .update();
        assertThat(door.pathFor(demarche, dossier)).isEmpty();
        assertThat(page(path).asNormalizedText()).contains("Votre avis est déjà donné");
    }

    @Test
    void whatIsKeptNamesNobodyAndNoHour() {
        var columns =
                new HashSet<>(
                        db.sql(
                                        "SELECT data_type FROM information_schema.columns WHERE table_schema = 'avis' AND table_name IN ('opinion', 'used_token')")
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
        assertThat(page(forged).getWebResponse().getStatusCode()).isEqualTo(404);
    }

    @Test
    void aRefusedOpinionLosesNothingAndUsesNothing() throws IOException {
        var path = newPath(Neighbours.MEALS.id());
        var form = page(path);
        ((HtmlTextArea) form.getElementByName("verbatim")).setText("x".repeat(2001));
        tick(form, "none");
        tick(form, "desk");
        choose(form, "contact_satisfaction", "good");
        HtmlPage refused = send(form);
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(refused.asNormalizedText())
                .contains("4 réponses sont à corriger", "n’avoir pas eu besoin d’aide");
        assertThat(((HtmlTextArea) refused.getElementByName("verbatim")).getText()).hasSize(2001);
        ((HtmlTextArea) refused.getElementByName("verbatim")).setText("Clair.");
        choose(refused, "satisfaction", "medium");
        ((HtmlCheckBoxInput) refused.querySelector("input[value=none]")).setChecked(false);
        choose(refused, "contact_reached", "oui");
        assertThat(send(refused).getUrl().getPath()).isEqualTo("/avis/merci");
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
        return door.pathFor(demarche, UUID.randomUUID()).orElseThrow();
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
