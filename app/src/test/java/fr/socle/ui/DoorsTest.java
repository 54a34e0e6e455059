package fr.socle.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.kernel.Refusal;
import fr.socle.ui.access.NotAllowed;
import fr.socle.ui.access.Public;
import fr.socle.ui.access.Requires;
import fr.socle.ui.access.Right;
import fr.socle.ui.access.SignedIn;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.api.JsonBody;
import fr.socle.ui.form.Reading;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The doors of the house, knocked at over a real socket. */
@SpringBootTest(classes = UiHouse.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({DoorsTest.Probe.class, DoorsTest.ProbeVisitors.class})
class DoorsTest {

    @TempDir static Path folder;

    @LocalServerPort int port;

    private final HttpClient client = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void theme(DynamicPropertyRegistry registry) throws IOException {
        var theme = Files.createDirectory(folder.resolve("theme"));
        Files.writeString(theme.resolve("theme.css"), ":root { --accent: navy }");
        Files.writeString(theme.resolveSibling("secret.txt"), "secret");
        Files.createSymbolicLink(theme.resolve("link.txt"), theme.resolveSibling("secret.txt"));
        registry.add("socle.theme", theme::toString);
    }

    @Test
    void aPublicPageOpensNoSessionAndSetsNoCookie() throws Exception {
        var answer = get("/", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        assertThat(header(answer, "content-security-policy")).contains("default-src 'self'");
        assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(header(answer, "referrer-policy")).isEqualTo("same-origin");
        assertThat(header(answer, "vary")).contains("Cookie");
    }

    @Test
    void aPageWithAFormCarriesATokenAndACookieOfThisSiteOnly() throws Exception {
        var answer = get("/design", "Accept", "text/html");
        assertThat(answer.body()).contains("name=\"_csrf\" value=\"");
        assertThat(header(answer, "set-cookie")).contains("HttpOnly", "SameSite=Strict");
    }

    @Test
    void everyComponentIsShownInEnglishToo() throws Exception {
        var answer = get("/design?dir=rtl", "Accept", "text/html", "Cookie", "socle_langue=en");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("lang=\"en\" dir=\"rtl\"", "6 answers need correcting")
                .contains(
                        "<a href=\"#refuse.nom\">Surname and first name: This answer is missing.");
    }

    @ParameterizedTest
    @CsvSource({
        "/probe/unexpected,500,ui.error.unexpected",
        "/probe/pool,503,ui.error.unavailable",
        "/probe/transaction,503,ui.error.unavailable",
        "/probe/forbidden,403,ui.error.not-allowed",
        "/probe/number/abc,400,ui.error.bad-request",
        "/probe/query,400,ui.error.bad-request",
        "/probe/query?n=abc,400,ui.error.bad-request",
        "/probe/conflict,409,kernel.taken",
        "/nowhere,404,ui.error.not-found",
        "/ressources/nothing.css,404,ui.error.not-found",
        "/langue/xx,404,ui.error.not-found",
        "/error,404,ui.error.not-found",
    })
    void aFailureIsAPageForPeopleAndAProblemForMachines(String path, int status, String code)
            throws Exception {
        var page = get(path, "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(header(page, "content-type")).startsWith("text/html");
        assertThat(page.body())
                .contains("<h1>")
                .doesNotContain("Exception", "at fr.socle", "secret");

        if (!code.startsWith("kernel.")) {
            var problem = get(path, "Accept", "application/json");
            assertThat(problem.statusCode()).isEqualTo(status);
            assertThat(header(problem, "content-type")).isEqualTo("application/problem+json");
            assertThat(problem.body())
                    .contains("\"status\":" + status, "\"code\":\"" + code + "\"", "\"reference\":")
                    .doesNotContain("Exception", "secret");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultHasItsPageInBothLanguages(Fault fault) throws Exception {
        for (var language : new String[] {"fr", "en"}) {
            var page =
                    post(
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
        assertThat(header(get("/probe/pool", "Accept", "text/html"), "retry-after"))
                .isEqualTo("30");
    }

    @Test
    void aDatabaseThatIsDownWhenTheVisitorIsRecognisedIsToldToo() throws Exception {
        var page = get("/", "Accept", "text/html", "X-Probe", "down");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("momentanément indisponible");
        assertThat(header(page, "retry-after")).isEqualTo("30");
        var problem = get("/api/probe", "X-Probe", "down");
        assertThat(problem.statusCode()).isEqualTo(503);
        assertThat(problem.body()).contains("ui.error.unavailable");
        assertThat(get("/ressources/socle.css", "X-Probe", "down").statusCode()).isEqualTo(200);
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
    }

    @Test
    void aReaderWhoIsNotSignedInIsLedThereAndBack() throws Exception {
        var answer = get("/probe/mine?a=1&b=%C3%A9", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(header(answer, "location"))
                .isEqualTo("/connexion?retour=%2Fprobe%2Fmine%3Fa%3D1%26b%3D%25C3%25A9");
    }

    @Test
    void aMachineWithoutCredentialsIsAskedForThem() throws Exception {
        var answer = get("/api/probe/mine", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(header(answer, "www-authenticate")).isEqualTo("Bearer");
        assertThat(post("/api/probe", "application/json", "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void whoLacksTheRightIsRefusedAndWhoHoldsItEnters() throws Exception {
        assertThat(get("/probe/mine", "X-Probe", "agent").statusCode()).isEqualTo(200);
        assertThat(get("/probe/right", "X-Probe", "agent").statusCode()).isEqualTo(200);
        assertThat(get("/probe/other-right", "X-Probe", "agent").statusCode()).isEqualTo(403);
        assertThat(get("/probe/undeclared", "X-Probe", "agent").statusCode()).isEqualTo(403);
    }

    @Test
    void internalsAreForWhoObserves() throws Exception {
        assertThat(get("/exploitation/health").statusCode()).isEqualTo(200);
        assertThat(get("/exploitation/prometheus", "Accept", "text/plain").statusCode())
                .isEqualTo(401);
        assertThat(
                        get("/exploitation/prometheus", "Accept", "text/plain", "X-Probe", "agent")
                                .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aFormWithoutItsTokenIsRefusedWithAnExplanation() throws Exception {
        var answer =
                post(
                        "/probe/form",
                        "application/x-www-form-urlencoded",
                        "a=b",
                        "Accept",
                        "text/html");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("restée ouverte trop longtemps");
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
        var answer = post("/api/probe", type, body, "Authorization", "Bearer a");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }

    @Test
    void aRefusedBodyPointsToEachMemberInTheCallersLanguage() throws Exception {
        var answer =
                post(
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
        var answer = post("/probe/mine", "text/plain", "", "Authorization", "Bearer a");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(header(answer, "allow")).contains("GET");
    }

    @Test
    void theLanguageIsRememberedAndThePageComesBack() throws Exception {
        var answer = get("/langue/en?retour=%2Fdesign%3Fdir%3Drtl");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(header(answer, "location")).isEqualTo("/design?dir=rtl");
        assertThat(header(answer, "set-cookie"))
                .contains("socle_langue=en", "SameSite=Lax", "Max-Age=31536000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%2F%2Fevil", "%2F%5Cevil", "https%3A%2F%2Fevil", "%2F%09%2Fevil", "%2F%5B"})
    void theLanguageSwitchLeadsNowhereElse(String target) throws Exception {
        assertThat(header(get("/langue/en?retour=" + target), "location")).isEqualTo("/");
    }

    @Test
    void aThemeIsLoadedAfterTheHouseAndServedFromItsFolderOnly() throws Exception {
        assertThat(get("/", "Accept", "text/html").body())
                .containsPattern(
                        "(?s)/ressources/socle.css\\?v=[0-9a-f]{12}.*/theme/theme.css\\?v=");
        assertThat(get("/theme/theme.css").body()).contains("navy");
        assertThat(get("/theme/link.txt").statusCode()).isEqualTo(404);
        for (var path : new String[] {"/theme/../secret.txt", "/theme/%2e%2e/secret.txt"}) {
            assertThat(RawRequest.send(port, "GET " + path + " HTTP/1.1"))
                    .startsWith("HTTP/1.1 4")
                    .doesNotContain("secret");
        }
    }

    @Test
    void staticFilesAreKeptByBrowsers() throws Exception {
        assertThat(header(get("/ressources/socle.css"), "cache-control"))
                .contains("max-age=31536000");
        assertThat(header(get("/ressources/favicon.svg"), "content-type"))
                .isEqualTo("image/svg+xml");
        assertThat(header(get("/robots.txt"), "cache-control")).contains("max-age=86400");
    }

    @Test
    void theSignedInSeeTheirNameAndAWayOut() throws Exception {
        var page = get("/", "Accept", "text/html", "X-Probe", "agent");
        assertThat(page.body())
                .contains("Agent Exemple", "Mairie d’essai", "action=\"/deconnexion\"", "_csrf");
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(HttpRequest.newBuilder(address(path)), headers);
    }

    private HttpResponse<String> post(String path, String type, String body, String... headers)
            throws Exception {
        return send(
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body)),
                headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers)
            throws Exception {
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** Recognises who the test says he is. */
    @Component
    static class ProbeVisitors implements Visitors {
        @Override
        public Visitor recognise(HttpServletRequest request) {
            return switch (String.valueOf(request.getHeader("X-Probe"))) {
                case "down" -> throw new DataAccessResourceFailureException("secret host is down");
                case "agent" ->
                        new Visitor.Agent(
                                new UUID(0, 1),
                                "Agent Exemple",
                                new UUID(0, 2),
                                "Mairie d’essai",
                                Set.of(new Right("ui.essayer")),
                                Set.of());
                default -> Visitor.ANONYMOUS;
            };
        }
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
            throw ApiProblem.of(409, Refusal.of("kernel.taken"));
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
