package fr.socle.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.kernel.Refusal;
import fr.socle.ui.access.NotAllowed;
import fr.socle.ui.access.Public;
import fr.socle.ui.access.Requires;
import fr.socle.ui.access.SignedIn;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.api.JsonBody;
import fr.socle.ui.form.Reading;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people and machines are told when something is wrong. */
@SpringBootTest(classes = UiHouse.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({FailuresTest.Probe.class, DoorsTest.ProbeVisitors.class})
class FailuresTest {

    @LocalServerPort int port;

    private Knocks knocks = new Knocks(0);

    @BeforeEach
    void knock() {
        knocks = new Knocks(port);
    }

    @ParameterizedTest
    @CsvSource({
        "/probe/unexpected,500,ui.error.unexpected",
        "/probe/pool,503,ui.error.unavailable",
        "/probe/transaction,503,ui.error.unavailable",
        "/probe/forbidden,403,ui.error.not-allowed",
        "/probe/number/abc,400,ui.error.bad-request",
        "/probe/query,400,ui.error.bad-request",
        "/probe/query?n=abc,422,ui.parameter.kind",
        "/probe/conflict,409,ui.form.choice",
        "/nowhere,404,ui.error.not-found",
        "/ressources/nothing.css,404,ui.error.not-found",
        "/langue/xx,404,ui.error.not-found",
        "/error,404,ui.error.not-found",
    })
    void aFailureIsAPageForPeopleAndAProblemForMachines(String path, int status, String code)
            throws Exception {
        var page = knocks.get(path, "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(Knocks.header(page, "content-type")).startsWith("text/html");
        assertThat(page.body())
                .contains("<h1>")
                .doesNotContain("Exception", "at fr.socle", "secret");

        var problem = knocks.get(path, "Accept", "application/json");
        assertThat(problem.statusCode()).isEqualTo(status);
        assertThat(Knocks.header(problem, "content-type")).isEqualTo("application/problem+json");
        assertThat(problem.body())
                .contains("\"status\":" + status, "\"code\":\"" + code + "\"", "\"reference\":")
                .doesNotContain("Exception", "secret");
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultHasItsPageInBothLanguages(Fault fault) throws Exception {
        for (var language : new String[] {"fr", "en"}) {
            var page =
                    knocks.post(
                            "/probe/fault/" + fault,
                            "text/plain",
                            "",
                            "Accept",
                            "text/html",
                            "Authorization",
                            "Bearer a",
                            "Cookie",
                            "socle_langue=" + language);
            assertThat(page.statusCode()).isEqualTo(fault.status());
            assertThat(page.body()).contains("lang=\"" + language + "\"", "<code>ABCD-2345</code>");
        }
    }

    @Test
    void anUnreachableDatabaseSaysWhenToComeBack() throws Exception {
        assertThat(Knocks.header(knocks.get("/probe/pool", "Accept", "text/html"), "retry-after"))
                .isEqualTo("30");
    }

    @Test
    void aDatabaseThatIsDownWhenTheVisitorIsRecognisedIsToldToo() throws Exception {
        var page = knocks.get("/accessibilite", "Accept", "text/html", "X-Probe", "down");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("momentanément indisponible");
        assertThat(Knocks.header(page, "retry-after")).isEqualTo("30");
        var problem = knocks.get("/api/probe", "X-Probe", "down");
        assertThat(problem.statusCode()).isEqualTo(503);
        assertThat(problem.body()).contains("ui.error.unavailable");
        assertThat(knocks.get("/ressources/socle.css", "X-Probe", "down").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/%zz", "/a;b", "/a//b", "/a%2fb", "/a%00b", "/..%2f..%2fetc", "/a%5cb"})
    void aMalformedAddressIsTheCallersFault(String path) throws Exception {
        var answer = RawRequest.send(port, "GET " + path + " HTTP/1.1", "Accept: text/html");
        assertThat(answer).startsWith("HTTP/1.1 4").contains("nosniff").doesNotContain("Tomcat");
    }

    @Test
    void anAddressThatIsTooLongIsTheCallersFault() throws Exception {
        var answer = RawRequest.send(port, "GET /" + "a".repeat(20_000) + " HTTP/1.1");
        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("Tomcat");
        assertThat(answer).contains("text/html", "Cette demande n’a pas abouti");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/<", "/?q=<script>", "/a b\"", "/{"})
    void anAddressThatCannotBeReadGetsAPageInFrench(String path) throws Exception {
        var answer = RawRequest.send(port, "GET " + path + " HTTP/1.1", "Accept: text/html");
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("text/html", "Cette demande n’a pas abouti", "nosniff")
                .doesNotContain("Tomcat");
    }

    @Test
    void whoAsksForTheMethodsOfAnAddressIsNotAskedToSignIn() throws Exception {
        var answer = RawRequest.send(port, "OPTIONS /probe/mine HTTP/1.1");
        assertThat(answer).startsWith("HTTP/1.1 200").contains("Allow: GET");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {\"nom\": | 400 | ui.error.bad-request",
                "application/json | [1] | 400 | ui.error.bad-request",
                "application/json | '' | 400 | ui.error.bad-request",
                "text/plain | bonjour | 415 | ui.error.wrong-type",
                "application/json | {\"enfants\": \"deux\"} | 422 | ui.error.invalid"
            })
    void aBodyThatCannotBeReadIsAProblem(String type, String body, int status, String code)
            throws Exception {
        var answer = knocks.post("/api/probe", type, body, "Authorization", "Bearer a");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }

    @Test
    void aRefusedBodyPointsToEachMemberInTheCallersLanguage() throws Exception {
        var answer =
                knocks.post(
                        "/api/probe",
                        "application/json",
                        "{\"enfants\": \"deux\"}",
                        "Authorization",
                        "Bearer a",
                        "Accept-Language",
                        "de, en;q=0.8, fr;q=0.2");
        assertThat(answer.body())
                .contains("\"title\":\"Some data need correcting\"")
                .contains("\"pointer\":\"/enfants\",\"code\":\"ui.form.whole\"")
                .contains("\"pointer\":\"/nom\",\"code\":\"ui.form.required\"")
                .contains("This answer is missing.");
    }

    @Test
    void aWrongMethodNamesTheRightOnes() throws Exception {
        var answer = knocks.post("/probe/mine", "text/plain", "", "Authorization", "Bearer a");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(Knocks.header(answer, "allow")).contains("GET");
    }

    @Test
    void aFormWithoutItsTokenIsRefusedWithAnExplanation() throws Exception {
        var answer =
                knocks.post(
                        "/probe/form",
                        "application/x-www-form-urlencoded",
                        "a=b",
                        "Accept",
                        "text/html");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("restée ouverte trop longtemps");
    }

    /** Fails in every way. */
    @RestController
    static class Probe {

        private final FailureWriter failures;

        Probe(FailureWriter failures) {
            this.failures = failures;
        }

        @Public
        @RequestMapping("/probe/fault/{fault}")
        void fault(
                @PathVariable Fault fault, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            failures.answer(Failure.of(fault), "ABCD-2345", request, response);
        }

        @Public
        @GetMapping("/probe/unexpected")
        String unexpected() {
            throw new IllegalStateException("secret");
        }

        @Public
        @GetMapping("/probe/pool")
        String pool() {
            throw new IllegalStateException(new SQLTransientConnectionException("secret"));
        }

        @Public
        @GetMapping("/probe/transaction")
        String transaction() {
            throw new CannotCreateTransactionException("secret");
        }

        @Public
        @GetMapping("/probe/forbidden")
        String forbidden() {
            throw new NotAllowed("secret");
        }

        @Public
        @GetMapping("/probe/number/{n}")
        String number(@PathVariable int n) {
            return "" + n;
        }

        @Public
        @GetMapping("/probe/query")
        String query(@RequestParam int n) {
            return "" + n;
        }

        @Public
        @GetMapping("/probe/conflict")
        String conflict() {
            throw ApiProblem.of(409, Refusal.of("ui.form.choice"));
        }

        @Public
        @GetMapping("/api/probe/status/{status}")
        String status(@PathVariable int status) {
            throw ApiProblem.of(status, Refusal.of("ui.form.required"));
        }

        @SignedIn
        @GetMapping({"/probe/mine", "/api/probe/mine"})
        String mine() {
            return "mine";
        }

        @Requires("ui.essayer")
        @GetMapping("/probe/right")
        String right() {
            return "right";
        }

        @Requires("ui.autre")
        @GetMapping("/probe/other-right")
        String otherRight() {
            return "other";
        }

        @GetMapping("/probe/undeclared")
        String undeclared() {
            return "nobody";
        }

        @Public
        @PostMapping("/probe/form")
        String form() {
            return "form";
        }

        @Public
        @PostMapping(path = "/api/probe", consumes = "application/json")
        String body(@RequestBody Map<String, Object> body) {
            var form = JsonBody.form(body);
            form.read("enfants", Reading.whole(0, 9));
            form.required("nom", 20);
            if (!form.ok()) {
                throw ApiProblem.of(form);
            }
            return "{}";
        }
    }
}
