package fr.socle.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.ui.access.Right;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The doors of the house: who enters, with which headers, and where one is led. */
@SpringBootTest(classes = UiHouse.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({FailuresTest.Probe.class, DoorsTest.ProbeVisitors.class})
class DoorsTest {

    @TempDir static Path folder;

    @LocalServerPort int port;

    private Knocks knocks = new Knocks(0);

    @BeforeEach
    void knock() {
        knocks = new Knocks(port);
    }

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
        var answer = knocks.get("/accessibilite", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        assertThat(Knocks.header(answer, "content-security-policy")).contains("default-src 'self'");
        assertThat(Knocks.header(answer, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(Knocks.header(answer, "referrer-policy")).isEqualTo("same-origin");
        assertThat(Knocks.header(answer, "vary")).contains("Cookie");
    }

    @Test
    void aPageWithAFormCarriesATokenWhoseCookieComesBackFromALetterToo() throws Exception {
        var answer = knocks.get("/design", "Accept", "text/html");
        assertThat(answer.body()).contains("name=\"_csrf\" value=\"");
        assertThat(Knocks.header(answer, "set-cookie")).contains("HttpOnly", "SameSite=Lax");
    }

    @ParameterizedTest
    @CsvSource({"cross-site, 403", "same-site, 403", "same-origin, 200", "none, 200", ", 200"})
    void aFormWithAGoodTokenIsStillRefusedFromAnotherSite(@Nullable String sender, int status)
            throws Exception {
        var page = knocks.get("/design", "Accept", "text/html");
        var cookie = Knocks.header(page, "set-cookie").replaceAll(";.*", "");
        var token = page.body().replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        var headers = new ArrayList<>(List.of("Cookie", cookie, "X-Probe", "agent"));
        if (sender != null) {
            headers.addAll(List.of("Sec-Fetch-Site", sender));
        }
        var answer =
                knocks.post(
                        "/probe/form",
                        "application/x-www-form-urlencoded",
                        "_csrf=" + token,
                        headers.toArray(String[]::new));
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void everyComponentIsShownInEnglishToo() throws Exception {
        var answer =
                knocks.get("/design?dir=rtl", "Accept", "text/html", "Cookie", "socle_langue=en");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("lang=\"en\" dir=\"rtl\"", "6 answers need correcting")
                .contains(
                        "<a href=\"#refuse.nom\">Surname and first name: This answer is missing.");
    }

    @Test
    void aReaderWhoIsNotSignedInIsLedThereAndBack() throws Exception {
        var answer = knocks.get("/probe/mine?a=1&b=%C3%A9", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Knocks.header(answer, "location"))
                .isEqualTo("/connexion?retour=%2Fprobe%2Fmine%3Fa%3D1%26b%3D%25C3%25A9");
    }

    @Test
    void aMachineWithoutCredentialsIsAskedForThem() throws Exception {
        var answer = knocks.get("/api/probe/mine", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Knocks.header(answer, "www-authenticate")).isEqualTo("Bearer");
        assertThat(knocks.post("/api/probe", "application/json", "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void whoLacksTheRightIsRefusedAndWhoHoldsItEnters() throws Exception {
        assertThat(knocks.get("/probe/mine", "X-Probe", "agent").statusCode()).isEqualTo(200);
        assertThat(knocks.get("/probe/right", "X-Probe", "agent").statusCode()).isEqualTo(200);
        assertThat(knocks.get("/probe/other-right", "X-Probe", "agent").statusCode())
                .isEqualTo(403);
        assertThat(knocks.get("/probe/undeclared", "X-Probe", "agent").statusCode()).isEqualTo(403);
    }

    @Test
    void internalsAreForWhoObserves() throws Exception {
        assertThat(knocks.get("/exploitation/health").statusCode()).isEqualTo(200);
        assertThat(knocks.get("/exploitation/prometheus", "Accept", "text/plain").statusCode())
                .isEqualTo(401);
        assertThat(
                        knocks.get(
                                        "/exploitation/prometheus",
                                        "Accept",
                                        "text/plain",
                                        "X-Probe",
                                        "agent")
                                .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theLanguageIsRememberedAndThePageComesBack() throws Exception {
        var answer = knocks.get("/langue/en?retour=%2Fdesign%3Fdir%3Drtl");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Knocks.header(answer, "location")).isEqualTo("/design?dir=rtl");
        assertThat(Knocks.header(answer, "set-cookie"))
                .contains("socle_langue=en", "SameSite=Lax", "Max-Age=31536000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%2F%2Fevil", "%2F%5Cevil", "https%3A%2F%2Fevil", "%2F%09%2Fevil", "%2F%5B"})
    void theLanguageSwitchLeadsNowhereElse(String target) throws Exception {
        assertThat(Knocks.header(knocks.get("/langue/en?retour=" + target), "location"))
                .isEqualTo("/");
    }

    @Test
    void aThemeIsLoadedAfterTheHouseAndServedFromItsFolderOnly() throws Exception {
        assertThat(knocks.get("/accessibilite", "Accept", "text/html").body())
                .containsPattern(
                        "(?s)/ressources/socle.css\\?v=[0-9a-f]{12}.*/theme/theme.css\\?v=");
        assertThat(knocks.get("/theme/theme.css").body()).contains("navy");
        assertThat(knocks.get("/theme/link.txt").statusCode()).isEqualTo(404);
        for (var path : new String[] {"/theme/../secret.txt", "/theme/%2e%2e/secret.txt"}) {
            assertThat(RawRequest.send(port, "GET " + path + " HTTP/1.1"))
                    .startsWith("HTTP/1.1 4")
                    .doesNotContain("secret");
        }
    }

    @Test
    void staticFilesAreKeptByBrowsers() throws Exception {
        assertThat(Knocks.header(knocks.get("/ressources/socle.css"), "cache-control"))
                .contains("max-age=31536000");
        assertThat(Knocks.header(knocks.get("/ressources/favicon.svg"), "content-type"))
                .isEqualTo("image/svg+xml");
        assertThat(Knocks.header(knocks.get("/robots.txt"), "cache-control"))
                .contains("max-age=86400");
    }

    @Test
    void theSignedInSeeTheirNameAndAWayOut() throws Exception {
        var page = knocks.get("/accessibilite", "Accept", "text/html", "X-Probe", "agent");
        assertThat(page.body())
                .contains("Agent Exemple", "Mairie d’essai", "action=\"/deconnexion\"", "_csrf");
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
}
