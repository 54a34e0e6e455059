package fr.socle.avis;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.Neighbours;
import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.avis.form.Forms;
import fr.socle.avis.form.Questions;
import fr.socle.avis.form.ServiceForm;
import fr.socle.avis.form.ServiceForm.Facts;
import fr.socle.avis.form.Template;
import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.directory.OrganisationId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlRadioButtonInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A form stands in the pages of the sites that it names, and of no other. */
@PostgresTest
@Import(Neighbours.class)
class FramedFormTests {

    private static final String TOWN = "https://www.ville.example";
    private static final String CSP = "Content-Security-Policy";

    @LocalServerPort int port;
    @Autowired Forms forms;
    @Autowired Scores scores;

    private final WebClient browser = SignsIn.browser();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        browser.close();
        http.close();
    }

    @Test
    void onlyTheSitesThatTheFormNamesMayShowIt() throws Exception {
        var form = made(List.of(TOWN, "https://autre.example:8443"));
        var framed = get(form.path() + "/cadre");
        assertThat(framed.headers().allValues(CSP)).hasSize(1);
        assertThat(framed.headers().firstValue(CSP).orElseThrow())
                .endsWith("frame-ancestors " + TOWN + " https://autre.example:8443")
                .startsWith("default-src 'self';");
        assertThat(framed.headers().allValues("X-Frame-Options"))
                .as("it would send every frame away")
                .isEmpty();
        assertThat(framed.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(framed.body())
                .contains("data-sites=\"" + TOWN + " https://autre.example:8443\"");
        var page = get(form.path());
        assertThat(page.headers().firstValue(CSP).orElseThrow()).contains("frame-ancestors 'none'");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
    }

    @Test
    void aFormThatNamesNoSiteAndOneThatIsNotThereStandInNoFrame() throws Exception {
        var form = made(List.of());
        assertThat(get(form.path() + "/cadre").headers().firstValue(CSP).orElseThrow())
                .endsWith("frame-ancestors 'none'");
        var unknown = get("/Demarches/avis/" + UUID.randomUUID() + "/cadre");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue(CSP).orElseThrow())
                .endsWith("frame-ancestors 'none'");
        for (var other : List.of("/", "/avis/merci", "/Demarches/" + Neighbours.SCHOOL.id())) {
            assertThat(get(other).headers().firstValue(CSP).orElseThrow())
                    .as(other)
                    .contains("frame-ancestors 'none'");
        }
    }

    @Test
    void theFormIsFilledInTheFrameToItsEndWithoutAnyCookie() throws IOException {
        browser.getCookieManager().setCookiesEnabled(false);
        var form = made(List.of(TOWN));
        HtmlPage page = browser.getPage(address(form.path() + "/cadre"));
        assertThat((Object) page.querySelector("header, footer, nav.menu")).isNull();
        choose(page, "good");
        for (int i = 0; i < 4; i++) {
            page = page.<HtmlButton>querySelector("main form button").click();
        }
        assertThat(page.getUrl().getPath()).isEqualTo(form.path() + "/cadre/merci");
        assertThat(page.getWebResponse().getResponseHeaderValue(CSP)).endsWith(TOWN);
        assertThat((Object) page.querySelector("script[data-fini=oui]")).isNotNull();
        assertThat(said(form)).isEqualTo(1);
    }

    @Test
    void aHostileSiteNeitherSendsTheFormNorIsRecognisedByIt() throws Exception {
        var form = made(List.of(TOWN));
        var body = "etape=1&satisfaction=bad&essai=" + UUID.randomUUID();
        assertThat(post(form.path() + "/cadre", body, "cross-site").statusCode()).isEqualTo(403);
        assertThat(post(form.path() + "/cadre", body, "same-site").statusCode()).isEqualTo(403);
        assertThat(said(form)).isZero();
        assertThat(post(form.path() + "/cadre", body, "same-origin").statusCode()).isEqualTo(303);
        assertThat(post(form.path() + "/cadre", body, "same-origin").statusCode())
                .as("replayed")
                .isEqualTo(303);
        assertThat(said(form)).isEqualTo(1);
        assertThat(post(form.path() + "/cadre", "etape=1&etape=1", "same-origin").statusCode())
                .as("empty")
                .isEqualTo(422);
        var twice = body + "&satisfaction=good";
        assertThat(post(form.path() + "/cadre", twice, "same-origin").statusCode())
                .as("doubled")
                .isEqualTo(422);
        var enormous = "etape=4&verbatim=" + "x".repeat(100_000);
        assertThat(post(form.path() + "/cadre", enormous, "same-origin").statusCode())
                .isEqualTo(422);
    }

    @Test
    void theScriptOfTheWidgetIsThereForOtherSitesAndBelievesItsOwnFrameOnly() throws Exception {
        var script = get("/ressources/avis-widget.js");
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Content-Type").orElseThrow())
                .contains("javascript");
        assertThat(script.body())
                .contains(
                        "origin !== house", "source !== made.contentWindow", "data.nonce !== nonce")
                .doesNotContain("innerHTML", "document.cookie", "eval(");
        assertThat(get("/ressources/avis-cadre.js").body())
                .as("no message to whoever listens")
                .doesNotContain("\"*\"");
    }

    private HttpResponse<String> get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address(path))).build();
        return http.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body, String sender) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(address(path)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", sender)
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private ServiceForm made(List<String> sites) {
        var name = "Essai " + UUID.randomUUID();
        var facts = new Facts(name, Template.AVIS, true, sites, Questions.COMMON);
        var owner = new OrganisationId(new UUID(0, 2));
        var service = JudgedId.of(Neighbours.SCHOOL.id());
        return ((Change.Done<ServiceForm>) forms.create(Actor.CONSOLE, owner, service, facts))
                .value();
    }

    private long said(ServiceForm form) {
        return scores.byForm(form.service(), Scores.EVER)
                .getOrDefault(form.id(), Split.NONE)
                .open()
                .opinions();
    }

    private static void choose(HtmlPage page, String value) {
        page.<HtmlRadioButtonInput>querySelector("input[name=satisfaction][value=" + value + "]")
                .setChecked(true);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
