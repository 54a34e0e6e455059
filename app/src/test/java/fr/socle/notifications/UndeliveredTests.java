package fr.socle.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters that could not be delivered, by page and by call. */
class UndeliveredTests extends PagesTest {

    private static final String API = "/api/notifications/v1/undelivered";
    private static final String ADMINISTER = "notifications.administrer";

    @Test
    void onlyWhoHoldsTheRightSeesUndeliveredLetters() throws Exception {
        assertThat(get("/administration/courriels").statusCode()).isIn(303, 401);
        for (var act : new String[] {"renvoyer", "abandonner"}) {
            var path = "/administration/courriels/" + UUID.randomUUID() + "/" + act;
            assertThat(post(path, "").statusCode()).as(act).isIn(401, 403);
        }
        as("ui.observer");
        assertThat(page("/administration/courriels").getWebResponse().getStatusCode())
                .isEqualTo(403);
    }

    @Test
    void anUndeliveredLetterIsSentAgainOrGivenUp() throws IOException {
        as("notifications.administrer");
        var to = Sample.someone("refuse");
        send(to, Sample.news("Une"));
        var listed = page("/administration/courriels");
        assertThat(listed.asNormalizedText())
                .contains(
                        "refuse@exemple.example",
                        "Le serveur du destinataire a refusé cette adresse.");
        assertThat(listed.asXml()).as("unfolded on demand").contains("550 inconnu");
        HtmlPage resent = button(listed, "/renvoyer").click();
        assertThat(resent.asNormalizedText()).contains("Le courriel va être renvoyé.");
        HtmlPage again = button(listed, "/renvoyer").click();
        assertThat(again.asNormalizedText())
                .contains("Ce courriel a déjà été traité par quelqu’un d’autre.");
        sender.sendDue();
        awaitDead(to);
        HtmlPage dropped = button(page("/administration/courriels"), "/abandonner").click();
        assertThat(dropped.asNormalizedText())
                .contains("Le courriel est abandonné.")
                .doesNotContain("refuse@exemple.example");
        assertThat(heard.events).hasAtLeastOneElementOfType(LetterEvent.Undelivered.class);
        var letter = letterOf(to);
        assertThat(heardOf(letter, LetterEvent.Resent.class)).isEqualTo(1);
        assertThat(heard.events)
                .filteredOn(LetterEvent.Dropped.class::isInstance)
                .filteredOn(it -> it.letter().toString().equals(letter))
                .singleElement()
                .extracting(it -> ((LetterEvent.Dropped) it).agent())
                .isEqualTo(AGENT);
    }

    @Test
    void numbersNameNobody() throws Exception {
        send(Sample.someone("compte"), Sample.news("Compté"));
        as("ui.observer");
        var metrics =
                browser.getPage(url("/exploitation/prometheus"))
                        .getWebResponse()
                        .getContentAsString();
        assertThat(metrics)
                .contains(
                        "socle_notifications_waiting",
                        "socle_notifications_undelivered",
                        "socle_notifications_attempts_total")
                .doesNotContain("@exemple.example");
    }

    @Test
    void aProgramListsResendsAndDropsAsThePageDoes() throws Exception {
        var to = Sample.someone("refuse-programme");
        send(to, Sample.news("Par programme"));
        var letter = letterOf(to);
        var list = call("GET", "?size=100", "", ADMINISTER);
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body())
                .contains(
                        letter,
                        "refuse-programme@exemple.example",
                        "\"failure\":\"recipient\"",
                        "\"total\":")
                .doesNotContain("Par programme");
        var key = UUID.randomUUID().toString();
        var resent = call("POST", "/" + letter + "/resendings", key, ADMINISTER);
        assertThat(resent.statusCode()).isEqualTo(202);
        var again = call("POST", "/" + letter + "/resendings", key, ADMINISTER);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(resent.body());
        assertThat(heardOf(letter, LetterEvent.Resent.class)).isEqualTo(1);
        awaitDead(to);
        var dropped = call("DELETE", "/" + letter, "", ADMINISTER);
        assertThat(dropped.statusCode()).isEqualTo(200);
        assertThat(dropped.body()).contains("\"state\":\"abandonne\"");
        assertThat(state(to)).isEqualTo("dropped");
        assertThat(heardOf(letter, LetterEvent.Dropped.class)).isEqualTo(1);
        assertThat(call("GET", "?size=100", "", ADMINISTER).body()).doesNotContain(letter);
    }

    @Test
    void whatIsNotDeadIsNotFoundAndNothingIsDone() throws Exception {
        var to = Sample.someone("remise");
        send(to, Sample.news("Remise"));
        for (var id : List.of(letterOf(to), UUID.randomUUID().toString(), "rien")) {
            var resent = call("POST", "/" + id + "/resendings", "", ADMINISTER);
            assertThat(resent.statusCode()).as(id).isEqualTo(404);
            assertThat(resent.body()).contains("notifications.api.unknown");
            assertThat(call("DELETE", "/" + id, "", ADMINISTER).statusCode()).isEqualTo(404);
        }
        assertThat(state(to)).isEqualTo("kept");
    }

    @Test
    void aProgramWithoutTheRightLearnsNothing() throws Exception {
        var to = Sample.someone("refuse-garde");
        send(to, Sample.news("Gardée"));
        var letter = letterOf(to);
        for (var right : List.of("ui.observer", "")) {
            var status = right.isEmpty() ? 401 : 403;
            assertThat(call("GET", "", "", right).statusCode()).isEqualTo(status);
            assertThat(call("POST", "/" + letter + "/resendings", "", right).statusCode())
                    .isEqualTo(status);
            assertThat(call("DELETE", "/" + letter, "", right).statusCode()).isEqualTo(status);
        }
        assertThat(state(to)).isEqualTo("dead");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?page=0", "?page=deux", "?size=101", "?size=1&size=2"})
    void oddPagesAreNamed(String query) throws Exception {
        var answer = call("GET", query, "", ADMINISTER);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"pointer\":\"/");
    }

    @Test
    void theDescriptionOfTheApiTellsOfThem() throws Exception {
        assertThat(get("/api/openapi").body())
                .contains(API, API + "/{letter}/resendings", "UndeliveredView");
    }

    private String letterOf(Recipient to) {
        return db.sql("SELECT id::text FROM notifications.outbox WHERE recipient = :recipient")
                .param("recipient", to.id())
                .query(String.class)
                .single();
    }

    private long heardOf(String letter, Class<? extends LetterEvent> kind) {
        return heard.events.stream()
                .filter(kind::isInstance)
                .filter(it -> it.letter().toString().equals(letter))
                .count();
    }

    /** With credentials of its own, as programs have, so that no form's token is asked for. */
    private HttpResponse<String> call(String method, String path, String key, String right)
            throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(url(API + path)))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .header("Authorization", "Essai");
        if (!right.isEmpty()) {
            request.header("X-Essai-Droit", right);
        }
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        return send(request);
    }
}
