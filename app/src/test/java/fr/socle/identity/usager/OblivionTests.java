package fr.socle.identity.usager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.PostgresTest;
import fr.socle.identity.OwnPages;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.htmlunit.html.HtmlButton;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept is handed out, and goes when its term is over. */
@NullMarked
@PostgresTest
class OblivionTests {

    private static final List<String> TABLES =
            List.of("civil_status", "account", "subject", "device", "usager_session", "own_line");

    @LocalServerPort int port;
    @Autowired Oblivion oblivion;
    @Autowired JdbcClient db;

    @Test
    void anAccountGoesThreeYearsAfterTheMonthOfItsLastUseAndNoSooner() throws IOException {
        try (var gone = new OwnPages(port).signIn("Joëlle Françoise");
                var kept = new OwnPages(port).signIn("Camille Double (démonstration)")) {
            var firstKept = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1).minusYears(3);
            await().atMost(Duration.ofSeconds(20)).until(() -> rows("joelle", "own_line") > 0);
            assertThat(TABLES).allSatisfy(it -> assertThat(rows("joelle", it)).isPositive());
            var person = person("joelle");
            used("joelle", firstKept.minusDays(1).withDayOfMonth(1));
            used("homonyme-lille", firstKept);
            oblivion.purge();
            assertThat(TABLES)
                    .allSatisfy(
                            it ->
                                    assertThat(
                                                    db.sql(
                                                                    "SELECT count(*) FROM identity."
                                                                            + it
                                                                            + " WHERE person = :person")
                                                            .param("person", person)
                                                            .query(Long.class)
                                                            .single())
                                            .as(it)
                                            .isZero());
            assertThat(gone.page("/mes-connexions").getUrl().getPath()).isEqualTo("/connexion");
            assertThat(kept.page("/mes-connexions").getUrl().getPath())
                    .isEqualTo("/mes-connexions");
            kept.signIn("Camille Double (démonstration)");
            assertThat(usedIn("homonyme-lille"))
                    .isEqualTo(LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1));
            gone.signIn("Joëlle Françoise");
            assertThat(person("joelle")).isNotEqualTo(person);
        }
    }

    @Test
    void everythingIsTakenAwayAndNothingOfSomebodyElse() throws IOException {
        try (var who = new OwnPages(port).signIn("Gaspard Suppose");
                var other = new OwnPages(port).signIn("Ariane Fictif")) {
            await().atMost(Duration.ofSeconds(20))
                    .until(
                            () ->
                                    rows("etudiant", "own_line") > 0
                                            && rows("parent", "own_line") > 0);
            var json = download(who, "Télécharger en JSON");
            assertThat(json)
                    .contains("\"family_name\" : \"Suppose\"", "\"birthplace\" : \"67482\"")
                    .contains("\"fournisseur\" : \"Impôts fictifs", "identity.connexion")
                    .contains("\"navigateur\" : \"Chrome\"", "appareil-inconnu")
                    .doesNotContain("Fictif\"", person("etudiant").toString());
            assertThat(download(who, "Télécharger la page"))
                    .contains("Suppose", "Impôts fictifs", "Trois ans après votre dernière")
                    .doesNotContain("Ariane", "<script", person("etudiant").toString());
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () ->
                                    assertThat(who.text("/mes-connexions?sorte=reglages"))
                                            .contains("Emporter tout ce que la fédération"));
            assertThat(other.text("/mes-connexions?sorte=reglages"))
                    .doesNotContain("Emporter tout ce que la fédération");
        }
    }

    private static String download(OwnPages who, String label) throws IOException {
        var answer =
                who
                        .page("/mes-connexions/donnees")
                        .<HtmlButton>getByXPath("//main//button")
                        .stream()
                        .filter(it -> it.asNormalizedText().equals(label))
                        .findFirst()
                        .orElseThrow()
                        .click()
                        .getWebResponse();
        assertThat(answer.getResponseHeaderValue("Content-Disposition")).contains("attachment");
        assertThat(answer.getResponseHeaderValue("Cache-Control")).contains("no-store");
        return answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private long rows(String sub, String table) {
        return db.sql(
                        "SELECT count(*) FROM identity."
                                + table
                                + " WHERE person = (SELECT DISTINCT person FROM identity.account WHERE sub = :sub)")
                .param("sub", sub)
                .query(Long.class)
                .single();
    }

    private java.util.UUID person(String sub) {
        return db.sql("SELECT DISTINCT person FROM identity.account WHERE sub = :sub")
                .param("sub", sub)
                .query(java.util.UUID.class)
                .single();
    }

    private void used(String sub, LocalDate month) {
        db.sql("UPDATE identity.civil_status SET used_in = :month WHERE person = :person")
                .param("month", month)
                .param("person", person(sub))
                .update();
    }

    private LocalDate usedIn(String sub) {
        return db.sql("SELECT used_in FROM identity.civil_status WHERE person = :person")
                .param("person", person(sub))
                .query(LocalDate.class)
                .single();
    }
}
