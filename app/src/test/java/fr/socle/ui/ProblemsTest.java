package fr.socle.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What programs are told when something is wrong. */
@SpringBootTest(classes = UiHouse.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({FailuresTest.Probe.class, DoorsTest.ProbeVisitors.class})
class ProblemsTest {

    @LocalServerPort int port;

    private Knocks knocks = new Knocks(0);

    @BeforeEach
    void knock() {
        knocks = new Knocks(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOO", "PROPFIND", "get"})
    void aMethodThatDoesNotExistIsNotImplemented(String method) throws Exception {
        var answer =
                RawRequest.send(port, method + " /probe/mine HTTP/1.1", "Accept: application/json");
        assertThat(answer)
                .startsWith("HTTP/1.1 501")
                .contains("ui.error.unknown-method", "nosniff");
    }

    @ParameterizedTest
    @CsvSource({
        "404,Ressource introuvable",
        "409,L’état actuel ne permet pas cette opération",
        "410,Cela n’existe plus",
        "412,La version indiquée n’est pas la version actuelle",
        "428,Il faut indiquer la version à modifier"
    })
    void theTitleOfAProblemIsThatOfItsStatus(int status, String title) throws Exception {
        var problem = knocks.get("/api/probe/status/" + status);
        assertThat(problem.statusCode()).isEqualTo(status);
        assertThat(problem.body())
                .contains("\"title\":\"" + title + "\"", "\"code\":\"ui.form.required\"");
    }

    @Test
    void aBrokenOrDoubleMemberIsPointedTo() throws Exception {
        for (var body : new String[] {"{\"nom\":\"a\",\"nom\":\"b\"}", "{\"nom\":\"a"}) {
            var answer =
                    knocks.post(
                            "/api/probe", "application/json", body, "Authorization", "Bearer a");
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.body())
                    .as(body)
                    .contains("\"pointer\":\"/nom\",\"code\":\"ui.json.malformed\"");
        }
    }

    @Test
    void aProgramIsNotToldOfAPageThatStayedOpen() throws Exception {
        var answer = knocks.post("/api/probe", "application/json", "{}", "X-Probe", "agent");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("ui.error.forged", "Authorization")
                .doesNotContain("restée ouverte");
    }
}
