package fr.socle.demarches.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The public statistics of a procedure. */
@NullMarked
class StatistiquesTests extends GraphqlHouse {

    @Test
    void anybodyReadsHowAProcedureGoes() throws Exception {
        begun(usager(UUID.randomUUID()));
        decided(dossier(), "accepte", 10, 1);
        decided(dossier(), "accepte", 20, 2);
        decided(dossier(), "refuse", 30, 3);
        decided(dossier(), "sans-suite", 104, 100);
        db().sql("UPDATE demarches.dossier SET state = 'en-instruction' WHERE id = :id::uuid")
                .param("id", dossier())
                .update();
        dossier();
        var stats = stats(String.valueOf(demarche()), 200);
        assertThat(stats.path("funnel").toString())
                .isEqualTo(
                        "[[\"Tous\",7],[\"Déposés\",6],[\"Instruction débutée\",5],[\"Traités\",4]]");
        assertThat(stats.path("processed").toString())
                .isEqualTo("[[\"Acceptés\",2],[\"Refusés\",1],[\"Classés sans suite\",1]]");
        assertThat(stats.at("/processed_by_week/0/name").asString()).isEqualTo("accepte");
        assertThat(
                        stats.at("/processed_by_week/0/data")
                                .valueStream()
                                .mapToInt(JsonNode::asInt)
                                .sum())
                .isEqualTo(2);
        assertThat(stats.path("processing_time").toString())
                .isEqualTo("[%d,%d,%d]".formatted(9 * 86_400, 18 * 86_400, 27 * 86_400));
        assertThat(stats.path("processing_time_by_month").valueStream().map(JsonNode::asInt))
                .contains(4);
    }

    @Test
    void underThreeDecisionsNoUsualTimeIsTold() throws Exception {
        decided(dossier(), "accepte", 10, 1);
        var stats = stats(String.valueOf(demarche()), 200);
        assertThat(stats.path("processing_time").isNull()).isTrue();
    }

    @Test
    void aProcedureThatWasNeverPublishedHasNone() throws Exception {
        db().sql("UPDATE demarches.demarche SET state = 'brouillon' WHERE serial = :serial")
                .param("serial", demarche())
                .update();
        stats(String.valueOf(demarche()), 404);
        stats("999999999", 404);
        stats("99999999999999999999", 404);
        stats("-1", 404);
        stats("nonsense", 404);
    }

    /** Deposited and decided so many days ago. */
    private void decided(String dossier, String state, int deposited, int decided) {
        db().sql(
                        """
                        UPDATE demarches.dossier
                           SET state = :state, motivation = 'Essai.',
                               deposited_at = now() - make_interval(hours => 24 * :deposited),
                               decided_at = now() - make_interval(hours => 24 * :decided)
                         WHERE id = :id::uuid
                        """)
                .param("state", state)
                .param("deposited", deposited)
                .param("decided", decided)
                .param("id", dossier)
                .update();
    }

    private JsonNode stats(String number, int status) throws Exception {
        var address = address("/api/public/v1/demarches/" + number + "/stats");
        var answer =
                http.send(
                        HttpRequest.newBuilder(URI.create(address)).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }
}
