package fr.socle.journal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.PostgresTest;
import fr.socle.directory.Actor;
import fr.socle.directory.ApiTokenDraft;
import fr.socle.directory.ApiTokens;
import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Journal;
import fr.socle.journal.Kind;
import fr.socle.journal.LoggedEntry;
import fr.socle.journal.Part;
import fr.socle.journal.Reference;
import fr.socle.journal.Retention;
import fr.socle.journal.format.Verdict;
import fr.socle.journal.format.VerifierKey;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** The journal as programs meet it. */
@NullMarked
@PostgresTest
class JournalApiTests {

    private static final String BASE = "/api/journal/v1";
    private static final String MOTIF = "{\"motif\":\"demande d’accès n° 12\"}";

    @Autowired Journal journal;
    @Autowired ApiTokens tokens;
    @LocalServerPort int port;

    /** One part for the auditor, one for the officer. */
    record Trace(String what) implements Entry {
        @Override
        public Kind kind() {
            return new Kind("journal.trace-essai", Retention.of(Period.ofYears(1)));
        }

        @Override
        public List<Part> parts() {
            return List.of(
                    Part.readBy(Audience.AUDITEUR).with("type", what),
                    Part.readBy(Audience.DPO).with("nom", "Agent Inventé"));
        }
    }

    @Test
    void anAuditorReadsHisPartsAndNotTheOfficers() {
        var index = written("lue");
        var one = call(auditor(), HttpMethod.GET, "/entries/" + index, "", null);
        assertThat(status(one)).isEqualTo(200);
        assertThat(bodyOf(one))
                .containsEntry("kind", "journal.trace-essai")
                .containsEntry("values", Map.of("type", "lue"))
                .containsEntry("erased", false);
        assertThat(bodyOf(one).toString()).doesNotContain("Inventé");
        var list =
                call(auditor(), HttpMethod.GET, "/entries?size=1&before=" + (index + 1), "", null);
        assertThat(member(list, "items")).contains("lue").doesNotContain("Inventé");
    }

    @Test
    void listsArePagedAndOddParametersAreNamed() {
        var index = written("paginée");
        var first = bodyOf(call(auditor(), HttpMethod.GET, "/entries?size=1&before=1", "", null));
        assertThat(first).containsEntry("next", null);
        var last = bodyOf(call(auditor(), HttpMethod.GET, "/entries?size=1", "", null));
        assertThat(Objects.requireNonNull(number(last.get("size")))).isGreaterThan(index);
        for (var odd :
                List.of(
                        "size=201",
                        "size=0",
                        "before=x",
                        "before=-1",
                        "size=1&size=2",
                        "from=-1",
                        "from=x",
                        "from=1&before=2")) {
            var answer = call(auditor(), HttpMethod.GET, "/entries?" + odd, "", null);
            assertThat(status(answer)).as(odd).isEqualTo(422);
            assertThat(answer.getHeaders().getContentType())
                    .isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        }
    }

    @Test
    void whoFollowsTheJournalReadsEachLineOnceInTheOrderOfWriting() {
        var first = written("suivie 1");
        var second = written("suivie 2");
        var seen = new StringBuilder();
        var from = first;
        while (from <= second) {
            var page = call(auditor(), HttpMethod.GET, "/entries?size=1&from=" + from, "", null);
            seen.append(member(page, "items"));
            from = Objects.requireNonNull(number(bodyOf(page).get("next")));
        }
        assertThat(seen.toString()).containsSubsequence("suivie 1", "suivie 2");
        assertThat(seen.toString().split("suivie", -1)).hasSize(3);
        assertThat(from).isEqualTo(second + 1);
    }

    @Test
    void whoHasReadEverythingIsToldWhereTheNextLineWillStand() {
        var body = bodyOf(call(auditor(), HttpMethod.GET, "/entries?from=999999999", "", null));
        assertThat(body).containsEntry("items", List.of());
        assertThat(number(body.get("next"))).isEqualTo(999_999_999L);
    }

    @Test
    void anOpeningIsRecordedFirstAndOnlyOnceForOneKey() {
        var index = written("ouverte");
        var key = UUID.randomUUID().toString();
        var opened = call(officer(), HttpMethod.POST, openings(index), MOTIF, null);
        assertThat(status(opened)).isEqualTo(201);
        assertThat(bodyOf(opened)).containsEntry("values", Map.of("nom", "Agent Inventé"));
        var recorded = integrated(UUID.fromString(member(opened, "id")));
        assertThat(recorded.content().orElseThrow().kind()).isEqualTo("journal.partie-ouverte");
        assertThat(recorded.content().orElseThrow().readBy(Audience.AUDITEUR))
                .containsEntry("motif", "demande d’accès n° 12");

        var caller = officer();
        var once = call(caller, HttpMethod.POST, openings(index), MOTIF, key);
        var again = call(caller, HttpMethod.POST, openings(index), MOTIF, key);
        assertThat(again.getBody()).isEqualTo(once.getBody());
        var other = MOTIF.replace("12", "13");
        assertThat(status(call(caller, HttpMethod.POST, openings(index), other, key)))
                .isEqualTo(422);
    }

    @Test
    void aRepeatedOpeningGivesNothingThatWasErasedSince() {
        var index = written("oubliée");
        var caller = officer();
        var key = UUID.randomUUID().toString();
        call(caller, HttpMethod.POST, openings(index), MOTIF, key);
        assertThat(journal.erase(index, "demande de la personne")).isTrue();
        var again = call(caller, HttpMethod.POST, openings(index), MOTIF, key);
        assertThat(bodyOf(again)).containsEntry("erased", true).containsEntry("values", Map.of());
        var read = call(caller, HttpMethod.GET, "/entries/" + index, "", null);
        assertThat(bodyOf(read)).containsEntry("erased", true).containsEntry("kind", null);
        assertThat(status(call(caller, HttpMethod.GET, receipt(index), "", null))).isEqualTo(404);
    }

    @Test
    void theReceiptHoldsAgainstTheKeyThatTheStateTells() {
        var index = written("prouvée");
        var state = bodyOf(call(auditor(), HttpMethod.GET, "/state", "", null));
        assertThat(state).containsEntry("standing", "sound");
        var key = VerifierKey.parse(String.valueOf(state.get("key")));
        var answer =
                await().atMost(Duration.ofSeconds(5))
                        .until(() -> text(auditor(), receipt(index)), it -> status(it) == 200);
        assertThat(Verdict.of(Objects.requireNonNull(answer.getBody()), key, Set.of(), 0))
                .isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void whoHasNoTokenOrNotTheRightGetsNothing() {
        var index = written("fermée");
        var stranger = client(null);
        var other = with("directory.gerer");
        for (var path : List.of("/entries", "/entries/" + index, receipt(index), "/state")) {
            assertThat(status(text(stranger, path))).as(path).isEqualTo(401);
            assertThat(status(text(client("socle_faux"), path))).as(path).isEqualTo(401);
            assertThat(status(text(other, path))).as(path).isEqualTo(403);
        }
        var size = bodyOf(call(auditor(), HttpMethod.GET, "/entries?size=1", "", null)).get("size");
        for (var caller : List.of(other, auditor(), with("journal.ouvrir"))) {
            var refused = call(caller, HttpMethod.POST, openings(index), MOTIF, null);
            assertThat(status(refused)).isEqualTo(403);
            assertThat(bodyOf(refused).toString()).doesNotContain("Inventé");
        }
        assertThat(status(call(stranger, HttpMethod.POST, openings(index), MOTIF, null)))
                .isEqualTo(401);
        assertThat(openingsOf(index, Objects.requireNonNull(number(size)) - 50)).isZero();
    }

    @Test
    void whatIsUnknownOrOfAnotherTypeIsRefusedAndNotRecorded() {
        var index = written("intacte");
        for (var unknown : List.of("999999999", "-1", "x", "1e3", "9".repeat(30))) {
            assertThat(status(text(auditor(), "/entries/" + unknown))).as(unknown).isEqualTo(404);
            assertThat(status(call(officer(), HttpMethod.POST, openings(unknown), MOTIF, null)))
                    .as(unknown)
                    .isEqualTo(404);
        }
        var bodies =
                List.of(
                        "{}",
                        "[]",
                        "",
                        "nul",
                        "{\"motif\":\" \"}",
                        "{\"motif\":{\"a\":1}}",
                        "{\"motif\":[\"a\",\"b\"]}");
        for (var body : bodies) {
            var answer = call(officer(), HttpMethod.POST, openings(index), body, null);
            assertThat(status(answer)).as(body).isBetween(400, 422);
        }
        var long301 = "{\"motif\":\"" + "a".repeat(301) + "\"}";
        var tooLong = call(officer(), HttpMethod.POST, openings(index), long301, null);
        assertThat(bodyOf(tooLong).toString()).contains("/motif", "ui.form.too-long");
        var form =
                officer()
                        .post()
                        .uri(BASE + openings(index))
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED);
        assertThat(status(form.body("motif=x").retrieve().toBodilessEntity())).isEqualTo(415);
        assertThat(openingsOf(index, index)).isZero();
    }

    @Test
    void theDescriptionTellsHowToCall() {
        var text = auditor().get().uri("/api/openapi").retrieve().body(String.class);
        assertThat(text)
                .contains(BASE + "/entries/{index}/openings", "OpeningBody", BASE + "/state");
    }

    private long openingsOf(long index, long from) {
        return journal.from(Math.max(0, from), 500).stream()
                .flatMap(it -> it.content().stream())
                .filter(it -> it.kind().equals("journal.partie-ouverte"))
                .filter(
                        it ->
                                Objects.equals(
                                        number(it.readBy(Audience.AUDITEUR).get("index")), index))
                .count();
    }

    private static @Nullable Long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : null;
    }

    private long written(String what) {
        Reference reference = journal.appendAlone(new Trace(what));
        return integrated(reference.id()).index();
    }

    private LoggedEntry integrated(UUID id) {
        return await().atMost(Duration.ofSeconds(5))
                .until(() -> journal.find(id), it -> it.isPresent())
                .orElseThrow();
    }

    private static String openings(Object index) {
        return "/entries/" + index + "/openings";
    }

    private static String receipt(long index) {
        return "/entries/" + index + "/receipt";
    }

    private RestClient auditor() {
        return with("journal.auditer");
    }

    private RestClient officer() {
        return with("journal.auditer", "journal.ouvrir");
    }

    private RestClient with(String... rights) {
        var draft = new ApiTokenDraft("essai", List.of(rights), Duration.ofHours(1));
        return client(tokens.create(Actor.CONSOLE, draft).secret());
    }

    private RestClient client(@Nullable String token) {
        var client =
                RestClient.builder()
                        .baseUrl("http://localhost:" + port)
                        .defaultStatusHandler(_ -> true, (_, _) -> {});
        return token == null
                ? client.build()
                : client.defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token).build();
    }

    private static ResponseEntity<String> text(RestClient client, String path) {
        return client.get().uri(BASE + path).retrieve().toEntity(String.class);
    }

    private static ResponseEntity<Map<String, Object>> call(
            RestClient client, HttpMethod method, String path, String body, @Nullable String key) {
        var call = client.method(method).uri(BASE + path).contentType(MediaType.APPLICATION_JSON);
        if (key != null) {
            call.header("Idempotency-Key", key);
        }
        return call.body(body).retrieve().toEntity(new ParameterizedTypeReference<>() {});
    }

    private static String member(ResponseEntity<Map<String, Object>> answer, String name) {
        return String.valueOf(bodyOf(answer).get(name));
    }

    private static int status(ResponseEntity<?> answer) {
        return answer.getStatusCode().value();
    }

    private static Map<String, Object> bodyOf(ResponseEntity<Map<String, Object>> answer) {
        return Objects.requireNonNull(answer.getBody());
    }
}
