package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.journal.Audience;
import fr.socle.journal.Journal;
import fr.socle.journal.LoggedEntry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a sign-in leaves behind: an entry for the person alone, and nothing readable. */
@NullMarked
@PostgresTest
class TraceTests {

    @Autowired Journal journal;
    @Autowired JdbcClient db;
    @LocalServerPort int port;

    @Test
    void comingAndLeavingAreToldToThePersonAlone() throws IOException {
        var browser = SignsIn.browser();
        var base = "http://localhost:" + port;
        var home = SignsIn.usager(browser, base, "Téa Supposée");
        HtmlPage out = home.<HtmlButton>getFirstByXPath("//header//button").click();
        assertThat(out.getUrl().getPath()).isEqualTo("/");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(lines("identity.deconnexion")).isNotEmpty());
        var shared =
                lines("identity.connexion").stream()
                        .filter(it -> "Mes démarches".equals(it.get("service")))
                        .toList()
                        .getLast();
        assertThat(shared)
                .containsEntry("fournisseur", "Impôts fictifs (démonstration)")
                .containsEntry("issue", "accordé");
        assertThat(String.valueOf(shared.get("donnees")))
                .contains("Nom de naissance", "Adresse électronique");
        for (var entry : entries("identity.connexion")) {
            assertThat(entry.content().orElseThrow().readBy(Audience.AUDITEUR)).isEmpty();
        }
    }

    @Test
    void nothingThatIsStoredNamesThePerson() throws IOException {
        SignsIn.usager(SignsIn.browser(), "http://localhost:" + port, "Ylan Modèle");
        for (var table :
                List.of("sign_in", "usager_session", "civil_status", "account", "subject")) {
            var rows =
                    db.sql("SELECT t::text FROM identity." + table + " t")
                            .query(String.class)
                            .list();
            assertThat(rows).as(table).isNotEmpty();
            assertThat(rows)
                    .as(table)
                    .noneMatch(it -> it.contains("Ylan") || it.contains("Modèle"))
                    .noneMatch(it -> it.contains("@usagers.example"));
        }
    }

    private List<Map<String, Object>> lines(String kind) {
        return entries(kind).stream()
                .map(it -> it.content().orElseThrow().readBy(Audience.PERSONNE))
                .toList();
    }

    private List<LoggedEntry> entries(String kind) {
        var found = new ArrayList<LoggedEntry>();
        for (var batch = journal.from(0, 1000); !batch.isEmpty(); ) {
            batch.stream()
                    .filter(it -> it.content().filter(c -> c.kind().equals(kind)).isPresent())
                    .forEach(found::add);
            batch = journal.from(batch.getLast().index() + 1, 1000);
        }
        return found;
    }
}
