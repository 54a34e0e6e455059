package fr.socle.notifications;

import fr.socle.PostgresTest;
import fr.socle.notifications.delivery.Delivery;
import fr.socle.notifications.delivery.Post;
import fr.socle.notifications.delivery.Sender;
import fr.socle.notifications.outbox.Failure;
import fr.socle.notifications.outbox.Failure.Cause;
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
import java.util.Set;
import java.util.UUID;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlRadioButtonInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A running house, a browser without scripts, and letters that some recipients refuse. */
@PostgresTest
@Import(PagesTest.Parts.class)
abstract class PagesTest {

    static final UUID AGENT = UUID.randomUUID();

    @LocalServerPort int port;
    @Autowired Notifications notifications;
    @Autowired TransactionTemplate transaction;
    @Autowired PreferenceLinks links;
    @Autowired Preferences preferences;
    @Autowired Sender sender;
    @Autowired JdbcClient db;
    @Autowired Heard heard;

    final WebClient browser = new WebClient();

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

    void awaitDead(Recipient to) {
        for (var i = 0; i < 100 && !"dead".equals(state(to)); i++) {
            sender.sendDue();
        }
    }

    String state(Recipient to) {
        return db.sql("SELECT state FROM notifications.outbox WHERE recipient = :recipient")
                .param("recipient", to.id())
                .query(String.class)
                .single();
    }

    /** The application's own round may be faster than the test. */
    void send(Recipient to, Mail mail) {
        transaction.executeWithoutResult(
                _ -> notifications.send(Message.byMail(to, mail, UUID.randomUUID().toString())));
        for (var i = 0; i < 100 && "waiting".equals(state(to)); i++) {
            sender.sendDue();
        }
    }

    static HtmlRadioButtonInput radio(HtmlPage page, String name, String value) {
        return page.querySelector("input[name='" + name + "'][value='" + value + "']");
    }

    static HtmlButton button(HtmlPage page, String act) {
        return page.querySelector("form[action$='" + act + "'] button");
    }

    void as(String right) {
        browser.addRequestHeader("X-Essai-Droit", right);
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }

    HtmlPage page(String path) throws IOException {
        return browser.getPage(url(path));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url(path))).GET());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(url(path)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    static HttpResponse<String> send(HttpRequest.Builder request)
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
                                    letter.recipient().address().local().startsWith("refuse")
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
