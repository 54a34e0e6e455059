package fr.socle.avis;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.Neighbours;
import fr.socle.PostgresTest;
import fr.socle.avis.store.Opinion;
import fr.socle.avis.store.OpinionStore;
import fr.socle.avis.store.OpinionStore.Given;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@PostgresTest
@Import(Neighbours.class)
class StatisticsApiTests {

    @LocalServerPort int port;
    @Autowired OpinionStore store;
    @Autowired TransactionTemplate transaction;

    @Test
    void aProgramReadsBothKindsApartMonthByMonth() throws Exception {
        give(Kind.VERIFIED, LocalDate.of(2025, 1, 31), Satisfaction.GOOD);
        give(Kind.VERIFIED, LocalDate.of(2025, 2, 1), Satisfaction.BAD);
        give(Kind.OPEN, LocalDate.of(2025, 2, 28), Satisfaction.MEDIUM);
        give(Kind.OPEN, LocalDate.of(2025, 3, 1), Satisfaction.MEDIUM);
        var whole = JsonMapper.shared().readTree(ask("du=2025-01&au=2025-02", "avis.lire").body());
        assertThat(whole.at("/parts/0/avis/verified/avis").asInt()).isEqualTo(2);
        assertThat(whole.at("/parts/0/avis/verified/satisfaction").asString()).isEqualTo("5.0");
        assertThat(whole.at("/parts/0/avis/open/avis").asInt()).isEqualTo(1);
        assertThat(whole.at("/parts/0/avis/open/reponses/satisfaction_medium").asInt())
                .isEqualTo(1);
        var months =
                JsonMapper.shared()
                        .readTree(ask("du=2025-01&au=2025-12&pas=mois", "avis.lire").body());
        assertThat(months.at("/parts")).hasSize(3);
        assertThat(months.at("/parts/1/debut").asString()).isEqualTo("2025-02-01");
    }

    @ParameterizedTest
    @CsvSource({
        "du=2025-01,/au",
        "au=2025-01,/du",
        "du=2025-13&au=2025-01,/du",
        "du=janvier&au=2025-01,/du",
        "du=1999-12&au=2025-01,/du",
        "du=2025-02&au=2025-01,/au",
        "du=2005-01&au=2025-01,/au",
        "du=2025-01&du=2025-02&au=2025-03,/du",
        "du=2025-01&au=2025-01&pas=jour,/pas"
    })
    void aWrongQuestionNamesItsMember(String query, String pointer) throws Exception {
        var answer = ask(query, "avis.lire");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"" + pointer + "\"");
    }

    @Test
    void whoHasNoRightOrAsksAboutOthersReadsNothing() throws Exception {
        assertThat(ask("du=2025-01&au=2025-01", "demarches.instruire").statusCode()).isEqualTo(403);
        assertThat(send(UUID.randomUUID() + "?du=2025-01&au=2025-01", "avis.lire").statusCode())
                .isEqualTo(404);
    }

    private void give(Kind kind, LocalDate day, Satisfaction answer) {
        var given = new Given(UUID.randomUUID(), kind, JudgedId.of(Neighbours.STREET.id()), day);
        transaction.executeWithoutResult(_ -> store.add(given, Opinion.of(answer)));
    }

    private HttpResponse<String> ask(String query, String right) throws Exception {
        return send(Neighbours.STREET.id() + "?" + query, right);
    }

    private HttpResponse<String> send(String path, String right) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var address = "http://localhost:" + port + "/api/avis/v1/statistics/" + path;
            var request =
                    HttpRequest.newBuilder(URI.create(address))
                            .header(Neighbours.RIGHT, right)
                            .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
