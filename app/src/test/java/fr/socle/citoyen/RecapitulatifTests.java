package fr.socle.citoyen;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.citoyen.recapitulatif.Recapitulatifs;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The letter that tells how often a person's data was used. */
class RecapitulatifTests extends CitoyenHouse {

    private static final String PAGE = "/mon-dossier/recapitulatif";

    @Autowired Recapitulatifs recapitulatifs;

    @Test
    void oneLetterIsWrittenHoweverManyNodesLookAndItNamesNothing() throws IOException {
        assertThat(choose("semaine").asNormalizedText()).contains("Votre choix est enregistré.");
        written(Line.exchange(person, "Ville d’Essai", "Secret"));
        written(Line.refused(person, "Région d’Essai"));
        due();
        IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.runAsync(recapitulatifs::rounds))
                .toList()
                .forEach(CompletableFuture::join);
        recapitulatifs.rounds();
        assertThat(letters())
                .singleElement()
                .satisfies(
                        it ->
                                assertThat(it)
                                        .contains("utilisées 2 fois", "Une demande a été refusée")
                                        .doesNotContain("Ville d’Essai", "Secret", "Quotient"));
        due();
        recapitulatifs.rounds();
        assertThat(letters()).as("nothing more happened").hasSize(1);
    }

    @Test
    void whoWantsNoneGetsNoneAndLeavesNoTrace() throws IOException {
        choose("mois");
        choose("jamais");
        written(Line.refused(person, "Région d’Essai"));
        assertThat(
                        db.sql("SELECT count(*) FROM citoyen.recapitulatif WHERE person = :it")
                                .param("it", person.value())
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(letters()).isEmpty();
    }

    @Test
    void whatWasNotOfferedIsRefused() throws IOException {
        var form = form();
        form.getInputByValue("semaine").setValue("chaque-heure");
        form.getInputByValue("chaque-heure").setChecked(true);
        HtmlPage refused = form.<HtmlElement>getFirstByXPath(".//button").click();
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
    }

    private void due() {
        db.sql(
                        """
                        UPDATE citoyen.recapitulatif SET next_at = now() - interval '1 minute' WHERE person = :it
                        """)
                .param("it", person.value())
                .update();
    }

    private List<String> letters() {
        return db.sql(
                        """
                        SELECT o::text FROM notifications.outbox o
                         WHERE o.recipient = :it AND o.category = 'citoyen.recapitulatif'
                        """)
                .param("it", person.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private HtmlPage choose(String word) throws IOException {
        var form = form();
        form.getInputByValue(word).setChecked(true);
        return form.<HtmlElement>getFirstByXPath(".//button").click();
    }

    private HtmlForm form() throws IOException {
        return page(PAGE).getForms().stream()
                .filter(it -> it.getActionAttribute().equals(PAGE))
                .findFirst()
                .orElseThrow();
    }
}
