package fr.socle.habilitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.socle.directory.Role;
import fr.socle.habilitations.webhook.Signature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A program hears what happens: signed, again until it answers, and again when asked. */
@NullMarked
class HabilitationWebhookTests extends HabilitationHouse {

    private static final String HOOKS = "/administration/habilitations-webhooks";

    private record Heard(String id, String at, String signature, String body) {}

    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private HttpServer program;

    @BeforeEach
    void listen() throws IOException {
        program = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        program.createContext("/avis", this::hear);
        program.start();
    }

    @AfterEach
    void stop() {
        program.stop(0);
    }

    private void hear(HttpExchange call) throws IOException {
        var headers = call.getRequestHeaders();
        var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        heard.add(
                new Heard(
                        headers.getFirst("webhook-id"),
                        headers.getFirst("webhook-timestamp"),
                        headers.getFirst("webhook-signature"),
                        body));
        call.sendResponseHeaders(refusals.getAndDecrement() > 0 ? 500 : 204, -1);
        call.close();
    }

    @Test
    void anActIsToldSignedAgainUntilHeardAndOnceMoreWhenAsked() throws IOException {
        var city = organisation("Ville reliée (essai)");
        var requester = browserOf(city, Role.GESTIONNAIRE, HabilitationRights.INTEGRATEUR);
        var secret = connect(requester);
        refusals.set(1);
        var id = request(requester, "Reliée");
        await().atMost(Duration.ofSeconds(30)).until(() -> heard.size() == 2);
        var first = heard.getFirst();
        var key = Base64.getDecoder().decode(secret.substring(Signature.PREFIX.length()));
        for (var it : heard) {
            assertThat(it.id()).isEqualTo(first.id());
            assertThat(Long.parseLong(it.at()))
                    .isCloseTo(
                            Instant.now().getEpochSecond(),
                            org.assertj.core.data.Offset.offset(40L));
            assertThat(it.signature())
                    .isEqualTo(Signature.of(key, it.id(), Long.parseLong(it.at()), it.body()));
            assertThat(it.body()).contains("\"habilitations.demande\"", id, "soumise");
            assertThat(it.body()).doesNotContain("Reliée");
        }

        HtmlPage list = requester.getPage(address(HOOKS));
        var own =
                list.getAnchors().stream()
                        .filter(it -> it.getHrefAttribute().startsWith(HOOKS + "/"));
        HtmlPage history = own.findFirst().orElseThrow().click();
        assertThat(history.asNormalizedText()).contains("refusé (réponse 500)");
        await().atMost(Duration.ofSeconds(10))
                .until(
                        () ->
                                ((HtmlPage) history.refresh())
                                        .asNormalizedText()
                                        .contains("Transmis"));
        HtmlPage done = requester.getPage(history.getUrl());
        HtmlElement replay = done.getFirstByXPath("//form[contains(@action,'/rejeu')]//button");
        assertThat(((HtmlPage) replay.click()).asNormalizedText())
                .contains("La transmission repart.");
        await().atMost(Duration.ofSeconds(10)).until(() -> heard.size() == 3);
        assertThat(heard.get(2).id()).isEqualTo(first.id());

        var stranger =
                browserOf(organisation("Ville espionne (essai)"), HabilitationRights.INTEGRATEUR);
        assertThat(status(stranger, history.getUrl().getPath())).isEqualTo(404);

        HtmlPage last = requester.getPage(history.getUrl());
        HtmlElement remove = last.getFirstByXPath("//form[contains(@action,'/retrait')]//button");
        assertThat(((HtmlPage) remove.click()).asNormalizedText()).contains("Aucun programme");
        request(requester, "Muette");
        assertThat(
                        db.sql(
                                        """
                                        SELECT count(*) FROM habilitations.delivery d
                                          JOIN habilitations.webhook w ON w.id = d.webhook
                                         WHERE w.organisation = :city
                                        """)
                                .param("city", city.id().value())
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void anInstructorsProgramHearsOfOthersAndOfNoDraft() throws IOException {
        var ministry = organisation("Ministère relié (essai)");
        var instructor =
                browserOf(ministry, HabilitationRights.INSTRUCTEUR, HabilitationRights.INTEGRATEUR);
        HtmlPage page = instructor.getPage(address(HOOKS));
        var form = formTo(page, HOOKS);
        form.getInputByName("url").setValue(url());
        form.getInputByName("toutes").setChecked(true);
        button(form).click();
        var requester = requester("ouïe");
        HtmlPage blank = requester.getPage(address(OWN + "/nouvelle/autre"));
        HtmlElement keep =
                formTo(blank, OWN + "/nouvelle").getFirstByXPath(".//button[@name='envoi']");
        keep.click();
        var id = request(requester, "Ouïe");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> heard.stream().anyMatch(it -> it.body().contains(id)));
        assertThat(heard).noneMatch(it -> it.body().contains("brouillon"));
    }

    @Test
    void aProgramConnectsReadsTheHistoryAndDisconnects() {
        var api = api();
        var base = "/api/habilitations/v1/webhooks";
        var city = organisation("Ville branchée (essai)").id().toString();
        var body = Map.of("organisation", city, "url", url());
        var added = api.post().uri(base).body(body).retrieve().toEntity(String.class);
        assertThat(added.getStatusCode().value()).isEqualTo(201);
        assertThat(added.getBody()).contains("\"secret\":\"" + Signature.PREFIX);
        var list = base + "?organisation=" + city;
        var listed = String.valueOf(api.get().uri(list).retrieve().body(String.class));
        assertThat(listed).contains(url()).doesNotContain(Signature.PREFIX);
        var id = listed.replaceAll(".*?\"id\":\"([0-9a-f-]{36})\".*", "$1");
        assertThat(api.get().uri(base + "/" + id + "/livraisons").retrieve().body(String.class))
                .isEqualTo("[]");
        for (var wrong :
                List.of(
                        Map.of("organisation", city, "url", "rien"),
                        Map.of("organisation", city, "url", url(), "every", "peut-être"),
                        Map.of("organisation", UUID.randomUUID().toString(), "url", url()))) {
            var refused = api.post().uri(base).body(wrong).retrieve().toBodilessEntity();
            assertThat(refused.getStatusCode().value()).isEqualTo(422);
        }
        var replay = base + "/" + id + "/livraisons/" + UUID.randomUUID() + "/rejeu";
        assertThat(api.post().uri(replay).retrieve().toBodilessEntity().getStatusCode().value())
                .isEqualTo(404);
        for (var expected : List.of(204, 404)) {
            var removed = api.delete().uri(base + "/" + id).retrieve().toBodilessEntity();
            assertThat(removed.getStatusCode().value()).isEqualTo(expected);
        }
    }

    @Test
    void anAddressThatIsNoneIsRefused() throws IOException {
        var city = organisation("Ville égarée (essai)");
        var browser = browserOf(city, HabilitationRights.INTEGRATEUR);
        for (var url :
                List.of(
                        "",
                        "ftp://essai.example/",
                        "https://moi@essai.example/",
                        "https://10.0.0.1/",
                        "https://[fd00::1]/",
                        "https://169.254.169.254/latest",
                        "rien",
                        "https://" + "a".repeat(500))) {
            HtmlPage page = browser.getPage(address(HOOKS));
            var form = formTo(page, HOOKS);
            form.getInputByName("url").setValue(url);
            assertThat(((HtmlPage) button(form).click()).getWebResponse().getStatusCode())
                    .as(url)
                    .isEqualTo(422);
        }
        assertThat(status(browserOf(city, Role.GESTIONNAIRE), HOOKS)).isEqualTo(403);
    }

    private String connect(WebClient browser) throws IOException {
        HtmlPage page = browser.getPage(address(HOOKS));
        var form = formTo(page, HOOKS);
        form.getInputByName("url").setValue(url());
        HtmlPage told = button(form).click();
        return ((HtmlElement) told.getFirstByXPath("//figure//code")).getTextContent().strip();
    }

    private String url() {
        return "http://localhost:" + program.getAddress().getPort() + "/avis";
    }
}
