package fr.socle.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.SignsIn;
import fr.socle.directory.Actor;
import fr.socle.directory.ApiTokenDraft;
import fr.socle.directory.ApiTokens;
import fr.socle.exchange.trace.Echange;
import fr.socle.exchange.trace.EchangeAccorde;
import fr.socle.exchange.trace.SaltedDigest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.scheduling.config.ScheduledTask;

/** Every day the counts of those who asked, of the gateway and of those who gave are compared. */
@NullMarked
class RapprochementTests extends ParticulierTest {

    private static final String HOME = "/administration/echanges-rapprochement";

    /** Far enough back to be due at any hour, near enough to be declared. */
    private static final int BACK = 2;

    private final LocalDate day = LocalDate.now(ZoneId.of("Europe/Paris")).minusDays(BACK);

    @Autowired ApiTokens apiTokens;
    @Autowired ScheduledAnnotationBeanPostProcessor schedules;

    RapprochementTests() throws IOException {}

    @BeforeEach
    void asIfNobodyHadLooked() {
        db.sql("DELETE FROM exchange.rapprochement_line WHERE day = :day")
                .param("day", day)
                .update();
        db.sql("DELETE FROM exchange.rapprochement WHERE day = :day").param("day", day).update();
    }

    @Test
    void theCountsOfADayAreComparedOnceAndEachDifferenceIsToldInASentence() throws Exception {
        persons.known.put(parent, ariane());
        var program = token(declared);
        assertThat(particulier(program).statusCode()).isEqualTo(200);
        assertThat(particulier(program).statusCode()).isEqualTo(200);
        withoutARequest();
        passed(3);
        assertThat(declare(program, day, quotient.code(), 1, 1)).isEqualTo(204);
        var provider = providerToken();
        assertThat(declare(provider, day, quotient.code(), 9, 9)).isEqualTo(204);
        // the last word counts
        assertThat(declare(provider, day, quotient.code(), 3, 2)).isEqualTo(204);

        severalNodesLook();
        severalNodesLook();

        assertThat(lines()).isEqualTo(2);
        assertThat(entries()).isOne();
        assertThat(shown())
                .contains(
                        "Demandés : 2 ; accordés : 3 ; remis : 2"
                                .replace(" :", "\u00a0:")
                                .replace(" ;", "\u202f;"))
                .contains(
                        "accordés sans demande, ou remis sans accord",
                        "Le journal doit être vérifié")
                .contains("que le logiciel ne déclare pas", "absentes du décompte du logiciel")
                .contains(
                        "que la passerelle n’a pas posées", "absentes du décompte du fournisseur");
        assertThat(declare(program, day, quotient.code(), 2, 2)).isEqualTo(409);
    }

    @Test
    void aCountIsRefusedWithItsReason() throws Exception {
        var program = token(declared);
        assertThat(declare(program, day, quotient.code(), 1, 2)).isEqualTo(422);
        assertThat(declare(program, day, "inconnu", 1, 1)).isEqualTo(422);
        assertThat(declare(program, day, quotient.code(), -1, 0)).isEqualTo(422);
        assertThat(declare(program, day.plusDays(BACK), quotient.code(), 1, 1)).isEqualTo(422);
        assertThat(declare(program, day.minusDays(BACK), quotient.code(), 1, 1)).isEqualTo(422);
        assertThat(sent(program, "{\"jour\":\"" + day + "\",\"x\":1}")).isEqualTo(422);
        assertThat(sent(program, "[]")).isEqualTo(400);
    }

    @Test
    void onlyWhoCountedDeclares() throws Exception {
        var issued = issue(declared);
        var program = issued.token().orElseThrow();
        var before = providerToken();
        var provider = providerToken();
        var other = given("quotient-familial", 10);
        assertThat(declare("", day, quotient.code(), 1, 1)).isEqualTo(401);
        assertThat(declare("fournisseur-x", day, quotient.code(), 1, 1)).isEqualTo(401);
        assertThat(declare(before, day, quotient.code(), 1, 1)).isEqualTo(401);
        assertThat(declare(provider, day, other.code(), 1, 1)).isEqualTo(422);
        assertThat(declare(apiToken("exchange.operer"), day, quotient.code(), 1, 1)).isEqualTo(401);
        consumers.revoke(Actor.CONSOLE, issued.consumer().id());
        assertThat(declare(program, day, quotient.code(), 1, 1)).isEqualTo(401);
    }

    @Test
    void whoOnlyObservesIssuesNoToken() throws IOException {
        HtmlPage page = browser("exchange.observer").getPage(address(HOME));
        assertThat(page.getWebResponse().getStatusCode()).isEqualTo(200);
        assertThat(page.asNormalizedText()).doesNotContain("Délivrer");
        HtmlPage stranger = browser("exchange.simuler").getPage(address(HOME));
        assertThat(stranger.getWebResponse().getStatusCode()).isEqualTo(403);
    }

    /** An entry that the four steps never write. */
    private void withoutARequest() {
        var question =
                new Question(
                        declared,
                        quotient.code(),
                        VALUE,
                        new Requester.Automate("essai", city.id()),
                        new Question.Subject(parent, ariane()),
                        new Case.Declare("essai"));
        var echange =
                new Echange(UUID.randomUUID(), question, null, null, "", "", "SOCIAL", List.of());
        var digest = SaltedDigest.of(new byte[] {1}, new SecureRandom());
        journal.appendAlone(new EchangeAccorde(echange, Set.of(), Instant.now(), digest));
    }

    /** As if this many exchanges of today had been of the day. */
    private void passed(int exchanges) {
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                db.sql(
                                                        """
                                                        SELECT count(*) FILTER (WHERE received OR NOT requested)
                                                          FROM exchange.step WHERE habilitation = :it
                                                        """)
                                                .param("it", declared.value())
                                                .query(Long.class)
                                                .single()
                                        == exchanges);
        db.sql("UPDATE exchange.step SET day = :day WHERE habilitation = :it")
                .param("day", day)
                .param("it", declared.value())
                .update();
    }

    private long lines() {
        return db.sql("SELECT count(*) FROM exchange.rapprochement_line WHERE data_set = :set")
                .param("set", quotient.code())
                .query(Long.class)
                .single();
    }

    /** Of this day, in the journal. */
    private long entries() {
        return db.sql(
                        """
                        SELECT (SELECT count(*) FROM journal.content
                                 WHERE kind = 'exchange.rapprochement' AND position(:day::bytea IN parts) > 0)
                             + (SELECT count(*) FROM journal.pending
                                 WHERE kind = 'exchange.rapprochement' AND position(:day::bytea IN parts) > 0)
                        """)
                .param("day", day.toString().getBytes(StandardCharsets.UTF_8))
                .query(Long.class)
                .single();
    }

    private String shown() throws IOException {
        HtmlPage page = browser("exchange.observer").getPage(address(HOME));
        var rows = page.getElementsByTagName("tr").stream();
        return rows.map(it -> it.getTextContent().replaceAll("[ \\n]+", " "))
                .filter(it -> it.contains(quotient.code()))
                .reduce("", String::concat);
    }

    /** As an operator gets it, on the page. */
    private String providerToken() throws IOException {
        var browser = browser("exchange.operer", "exchange.observer");
        HtmlPage page = browser.getPage(address(HOME));
        page.getForms()
                .getLast()
                .getSelectByName("jeu")
                .setSelectedAttribute(quotient.code(), true);
        var issued = SignsIn.press(page, "Délivrer");
        return issued.getElementsByTagName("code").getFirst().getTextContent().strip();
    }

    private void severalNodesLook() throws Exception {
        var round =
                schedules.getScheduledTasks().stream()
                        .map(ScheduledTask::getTask)
                        .filter(it -> it.toString().contains("DailyRound"))
                        .findFirst()
                        .orElseThrow()
                        .getRunnable();
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            var looking =
                    Stream.<Callable<Object>>generate(() -> Executors.callable(round))
                            .limit(4)
                            .toList();
            for (var each : nodes.invokeAll(looking)) {
                each.get();
            }
        }
    }

    private int declare(String token, LocalDate on, String set, long requested, long answered)
            throws Exception {
        return sent(
                token,
                JSON.writeValueAsString(
                        Map.of(
                                "jour", on.toString(),
                                "jeu", set,
                                "demandes", requested,
                                "reponses", answered)));
    }

    private int sent(String token, String body) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(address("/api/exchange/v1/decomptes")))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private String apiToken(String... rights) {
        var draft = new ApiTokenDraft("Essai", List.of(rights), Duration.ofHours(1));
        return apiTokens.create(Actor.CONSOLE, draft).secret();
    }

    private WebClient browser(String... rights) {
        var browser = SignsIn.browser();
        browser.addRequestHeader("Authorization", "Bearer " + apiToken(rights));
        return browser;
    }
}
