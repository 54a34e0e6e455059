package fr.socle.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.notifications.delivery.Delivery;
import fr.socle.notifications.delivery.Post;
import fr.socle.notifications.delivery.Sender;
import fr.socle.notifications.outbox.Failure;
import fr.socle.notifications.outbox.Failure.Cause;
import fr.socle.notifications.preferences.Choice;
import fr.socle.notifications.preferences.PreferenceLinks;
import fr.socle.notifications.preferences.Preferences;
import fr.socle.ui.access.Right;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlRadioButtonInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PostgresTest
@Import(PagesTests.Parts.class)
class PagesTests {

    private static final UUID AGENT = UUID.randomUUID();

    @LocalServerPort int port;
    @Autowired Notifications notifications;
    @Autowired TransactionTemplate transaction;
    @Autowired PreferenceLinks links;
    @Autowired Preferences preferences;
    @Autowired Sender sender;
    @Autowired JdbcClient db;
    @Autowired Heard heard;

    private final WebClient browser = new WebClient();

    @BeforeEach
    void withoutJavaScript() {
        browser.getOptions().setJavaScriptEnabled(false);
        browser.getOptions().setCssEnabled(false);
        browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void theMailboxShowsWhatWasSentAsItWasReceived() throws Exception {
        var subject = "Décision " + UUID.randomUUID();
        var to = Sample.someone("boite");
        send(
                to,
                new Sample(
                        Sample.NEWS,
                        subject,
                        "<b>gras</b> مرحبا",
                        URI.create("https://socle.example/dossiers/1")));
        var list = page("/courriels?q=" + subject.substring(9));
        assertThat(list.querySelectorAll("tbody tr")).hasSize(1);
        HtmlPage letter = list.getAnchorByText(subject).click();
        assertThat(letter.asNormalizedText())
                .contains(
                        subject,
                        "boite@exemple.example",
                        "<b>gras</b> مرحبا",
                        "Bonjour Camille Essai,");
        assertThat(letter.getAnchorByHref("https://socle.example/dossiers/1")).isNotNull();
        var html = get(letter.getUrl().getPath() + "/html");
        assertThat(html.statusCode()).isEqualTo(200);
        assertThat(html.headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox")
                .contains("default-src 'none'")
                .doesNotContain("allow-scripts");
        assertThat(html.body()).contains("&lt;b&gt;gras&lt;/b&gt;").doesNotContain("<b>gras");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/courriels/00000000-0000-0000-0000-000000000000",
                "/courriels/00000000-0000-0000-0000-000000000000/html",
                "/courriels/rien",
                "/preferences/rien",
                "/preferences/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "/preferences/é%00",
                "/preferences/rien/desinscription/essai.nouvelles"
            })
    void whatDoesNotExistIsNotFound(String path) throws Exception {
        assertThat(get(path.replace("é", "%C3%A9")).statusCode()).isIn(400, 404);
    }

    @Test
    void oddSearchesFindNothingAndBreakNothing() throws Exception {
        for (var query :
                new String[] {
                    "%00",
                    "%25%27%22",
                    "a".repeat(3000),
                    "&q=b&page=2",
                    "x&page=-5",
                    "x&page=99999999"
                }) {
            assertThat(get("/courriels?q=" + query).statusCode()).as(query).isEqualTo(200);
        }
        assertThat(get("/courriels?page=deux").statusCode()).isEqualTo(400);
    }

    @Test
    void aPersonChoosesFromTheLinkInHisLetter() throws IOException {
        var to = UUID.randomUUID();
        var path = "/preferences/" + links.token(to);
        var page = page(path);
        assertThat(page.asNormalizedText()).contains("Toujours envoyés", "Sécurité d’essai");
        radio(page, "essai.nouvelles", "daily").setChecked(true);
        HtmlPage saved = ((HtmlButton) page.querySelector("main form button")).click();
        assertThat(saved.asNormalizedText()).contains("Vos choix sont enregistrés.");
        assertThat(radio(saved, "essai.nouvelles", "daily").isChecked()).isTrue();
        assertThat(preferences.all(to)).containsEntry("essai.nouvelles", Choice.DAILY);
    }

    @Test
    void aChoiceThatDoesNotExistIsRefusedAndNothingIsNoted() throws IOException {
        var to = UUID.randomUUID();
        var page = page("/preferences/" + links.token(to));
        var radio = radio(page, "essai.nouvelles", "never");
        radio.setValueAttribute("toujours");
        radio.setChecked(true);
        HtmlPage refused = ((HtmlButton) page.querySelector("main form button")).click();
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(refused.asNormalizedText()).contains("Choisissez une des réponses proposées.");
        assertThat(preferences.all(to)).isEmpty();
    }

    @Test
    void aChoiceWithoutTheFormsTokenIsRefused() throws Exception {
        var to = UUID.randomUUID();
        assertThat(post("/preferences/" + links.token(to), "essai.nouvelles=never").statusCode())
                .isIn(401, 403);
        assertThat(preferences.all(to)).isEmpty();
    }

    @Test
    void oneClickUnsubscribesWithoutAnyPage() throws Exception {
        var to = UUID.randomUUID();
        var path = "/preferences/" + links.token(to) + "/desinscription/essai.nouvelles";
        assertThat(get(path).statusCode()).isEqualTo(303);
        assertThat(preferences.all(to)).as("a robot that follows links changes nothing").isEmpty();
        assertThat(post(path, "autre=chose").statusCode()).isEqualTo(400);
        assertThat(preferences.all(to)).isEmpty();
        assertThat(post(path, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(200);
        assertThat(preferences.all(to)).containsEntry("essai.nouvelles", Choice.NEVER);
        assertThat(post(path, "List-Unsubscribe=One-Click").statusCode())
                .as("again")
                .isEqualTo(200);
    }

    @Test
    void oneClickInTheLetterOfTheDayRefusesWhatItGroups() throws Exception {
        var to = UUID.randomUUID();
        preferences.choose(to, Map.of(Sample.NEWS, Choice.DAILY));
        var path = "/preferences/" + links.token(to) + "/desinscription/" + Category.DIGEST.code();
        assertThat(post(path, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(200);
        assertThat(preferences.all(to)).containsEntry("essai.nouvelles", Choice.NEVER);
    }

    @Test
    void oneClickCannotRefuseWhatIsMandatoryOrUnknown() throws Exception {
        var token = "/preferences/" + links.token(UUID.randomUUID()) + "/desinscription/";
        assertThat(post(token + "essai.securite", "List-Unsubscribe=One-Click").statusCode())
                .isEqualTo(409);
        assertThat(post(token + "essai.rien", "List-Unsubscribe=One-Click").statusCode())
                .isEqualTo(404);
        assertThat(
                        post(
                                        "/preferences/faux/desinscription/essai.nouvelles",
                                        "List-Unsubscribe=One-Click")
                                .statusCode())
                .isEqualTo(404);
    }

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
        assertThat(heard.events).filteredOn(LetterEvent.Resent.class::isInstance).hasSize(1);
        assertThat(heard.events)
                .filteredOn(LetterEvent.Dropped.class::isInstance)
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

    private void awaitDead(Recipient to) {
        for (var i = 0; i < 100 && !"dead".equals(state(to)); i++) {
            sender.sendDue();
        }
    }

    private String state(Recipient to) {
        return db.sql("SELECT state FROM notifications.outbox WHERE recipient = :recipient")
                .param("recipient", to.id())
                .query(String.class)
                .single();
    }

    /** The application's own round may be faster than the test. */
    private void send(Recipient to, Mail mail) {
        transaction.executeWithoutResult(
                _ -> notifications.send(Message.byMail(to, mail, UUID.randomUUID().toString())));
        for (var i = 0; i < 100 && "waiting".equals(state(to)); i++) {
            sender.sendDue();
        }
    }

    private static HtmlRadioButtonInput radio(HtmlPage page, String name, String value) {
        return page.querySelector("input[name='" + name + "'][value='" + value + "']");
    }

    private static HtmlButton button(HtmlPage page, String act) {
        return page.querySelector("form[action$='" + act + "'] button");
    }

    private void as(String right) {
        browser.addRequestHeader("X-Essai-Droit", right);
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }

    private HtmlPage page(String path) throws IOException {
        return browser.getPage(url(path));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url(path))).GET());
    }

    private HttpResponse<String> post(String path, String body)
            throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(url(path)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    /** What the block announced. */
    static class Heard {
        final List<LetterEvent> events = new ArrayList<>();

        @EventListener
        void on(LetterEvent event) {
            events.add(event);
        }
    }

    @TestConfiguration
    static class Parts {

        @Bean
        Category news() {
            return Sample.NEWS;
        }

        @Bean
        Category safety() {
            return Sample.SAFETY;
        }

        @Bean
        Heard heard() {
            return new Heard();
        }

        /** Keeps letters, and refuses those to one address. */
        @Bean
        @Primary
        Post refusingPost() {
            return new RecordingPost()
                    .answering(
                            letter ->
                                    letter.recipient().address().local().equals("refuse")
                                            ? new Delivery.Refused(
                                                    new Failure(Cause.RECIPIENT, "550 inconnu"))
                                            : new Delivery.Kept());
        }

        @Bean
        Visitors visitors() {
            return request -> {
                var right = request.getHeader("X-Essai-Droit");
                return right == null || !right.contains(".")
                        ? Visitor.ANONYMOUS
                        : new Visitor.Agent(
                                AGENT,
                                "Agent d’essai",
                                UUID.randomUUID(),
                                "Ville d’Essai",
                                Set.of(),
                                Set.of(new Right(right)));
            };
        }
    }
}
