package fr.socle.citoyen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.Neighbours;
import fr.socle.citoyen.protection.Protections;
import fr.socle.citoyen.usages.Usage;
import java.io.IOException;
import java.time.Duration;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A person has their file protected on a ground that only they read, and lifts that. */
class DossierProtegeTests extends CitoyenHouse {

    private static final String PAGE = "/mon-dossier/protection";
    private static final String DIGEST = "/mon-dossier/recapitulatif";

    @Autowired Protections protections;

    @Test
    void aPersonProtectsTheirFileReadsItInTheJournalAndLiftsIt() throws IOException {
        chosen(DIGEST, "semaine");
        var shown = chosen(PAGE, "violences");
        assertThat(shown.asNormalizedText()).contains("Votre dossier est protégé depuis le");
        assertThat(protections.isProtected(person)).isTrue();
        assertThat(protections.isProtected(Neighbours.person(stranger))).isFalse();
        assertThat(row()).contains(person.value().toString()).doesNotContain("violences");
        assertThat(digests()).as("nothing leaves by e-mail").isZero();
        var refused = chosen(DIGEST, "mois");
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(refused.asNormalizedText()).contains("Levez d’abord la protection");
        assertThat(page("/mon-dossier").asNormalizedText()).contains("Protéger mon dossier");

        var lifted = button(PAGE, "Lever la protection").<HtmlPage>click();
        assertThat(lifted.asNormalizedText()).contains("Pour quelle raison");
        assertThat(protections.isProtected(person)).isFalse();
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () ->
                                assertThat(usages())
                                        .extracting(Usage::kind)
                                        .containsExactly(
                                                "citoyen.protection-levee",
                                                "citoyen.dossier-protege"));
        assertThat(page("/mon-dossier/usages").asNormalizedText())
                .contains("Vous avez protégé votre dossier");
    }

    @Test
    void aGroundThatWasNotOfferedProtectsNothingAndNoneIsAsked() throws IOException {
        var form = form(PAGE);
        form.getInputByValue("autre").setValue("parce-que");
        form.getInputByValue("parce-que").setChecked(true);
        HtmlPage refused = form.<HtmlElement>getFirstByXPath(".//button").click();
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        HtmlPage nothing = form(PAGE).<HtmlElement>getFirstByXPath(".//button").click();
        assertThat(nothing.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(protections.isProtected(person)).isFalse();
    }

    private HtmlPage chosen(String path, String value) throws IOException {
        var form = form(path);
        form.getInputByValue(value).setChecked(true);
        return form.<HtmlElement>getFirstByXPath(".//button").click();
    }

    private HtmlForm form(String path) throws IOException {
        return page(path).getForms().stream()
                .filter(it -> it.getActionAttribute().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private long digests() {
        return db.sql("SELECT count(*) FROM citoyen.recapitulatif WHERE person = :it")
                .param("it", person.value())
                .query(Long.class)
                .single();
    }

    private String row() {
        return db.sql("SELECT p::text FROM citoyen.protection p WHERE person = :it")
                .param("it", person.value())
                .query(String.class)
                .single();
    }
}
