package fr.socle.citoyen;

import static org.awaitility.Awaitility.await;

import fr.socle.Neighbours;
import fr.socle.PostgresTest;
import fr.socle.citoyen.usages.Family;
import fr.socle.citoyen.usages.Filter;
import fr.socle.citoyen.usages.Place;
import fr.socle.citoyen.usages.Told;
import fr.socle.citoyen.usages.Usage;
import fr.socle.citoyen.usages.Usages;
import fr.socle.journal.Entry;
import fr.socle.journal.Journal;
import fr.socle.kernel.PersonRef;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A running house with made-up persons and what was done with their data. */
@PostgresTest
@Import(Neighbours.class)
abstract class CitoyenHouse {

    static final Filter ALL = new Filter(EnumSet.allOf(Family.class), Optional.empty());

    @LocalServerPort int port;
    @Autowired Journal journal;
    @Autowired Usages usages;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    final WebClient browser = new WebClient();
    final String who = "Essai-" + UUID.randomUUID();
    final PersonRef person = Neighbours.person(who);
    final String stranger = "Autre-" + UUID.randomUUID();

    @BeforeEach
    void withoutJavaScript() {
        browser.getOptions().setJavaScriptEnabled(false);
        browser.getOptions().setCssEnabled(false);
        browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
        browser.addRequestHeader(Neighbours.WHO, who);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    List<Usage> usages() {
        return usages.page(person, ALL, 50, 0).stream().map(Told::usage).toList();
    }

    void written(Entry entry) {
        var reference = journal.appendAlone(entry);
        var index =
                await().atMost(Duration.ofSeconds(3))
                        .until(() -> journal.find(reference.id()), Optional::isPresent)
                        .orElseThrow()
                        .index();
        await().atMost(Duration.ofSeconds(3))
                .until(
                        () ->
                                db.sql("SELECT count(*) FROM citoyen.usage WHERE index = :index")
                                                .param("index", index)
                                                .query(Long.class)
                                                .single()
                                        > 0);
    }

    Optional<HtmlButton> receiptButton(String path) throws IOException {
        return page(path).<HtmlButton>getByXPath("//main//form//button").stream().findFirst();
    }

    HtmlButton button(String path, String label) throws IOException {
        return page(path).<HtmlButton>getByXPath("//main//button").stream()
                .filter(it -> it.asNormalizedText().equals(label))
                .findFirst()
                .orElseThrow();
    }

    static Place place(String path) {
        var parts = path.split("/");
        return new Place(Integer.parseInt(parts[3]), Long.parseLong(parts[4]));
    }

    /** Without what differs from one request to the next: addresses, tokens, references. */
    static String text(String html) {
        return html.replaceAll("(?s)<head>.*</head>", "")
                .replaceAll("usages%2F[^\"]*|retour=[^\"]*|value=\"[^\"]*\"|<code>[^<]*</code>", "")
                .replaceAll("[0-9A-Za-z-]{8,}-[0-9]+|Autre-[0-9a-f-]+|<b>[^<]*</b>", "");
    }

    void as(String name) {
        browser.removeRequestHeader(Neighbours.WHO);
        browser.addRequestHeader(Neighbours.WHO, name);
    }

    HtmlPage page(String path) throws IOException {
        return browser.getPage(url(path));
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }
}
