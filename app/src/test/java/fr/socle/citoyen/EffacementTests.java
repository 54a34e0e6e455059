package fr.socle.citoyen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.Neighbours;
import fr.socle.citoyen.usages.Usage;
import java.io.IOException;
import java.time.Duration;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;

/** A person has erased what the law allows. */
class EffacementTests extends CitoyenHouse {

    private static final String PAGE = "/mon-dossier/effacement";

    @Test
    void whatNoTextOrdersToKeepGoesAndTheRestIsToldWithItsTextAndTerm() throws IOException {
        written(Line.exchange(person, "Ville d’Essai", "reste"));
        written(Line.refused(person, "Région d’Essai"));
        written(Line.refused(Neighbours.person(stranger), "Région d’Essai"));
        var before = page(PAGE);
        assertThat(before.asNormalizedText())
                .contains("Une ligne du journal qu’aucun texte n’impose de garder")
                .contains("Une ligne du journal, parce qu’un texte l’impose (CRPA, art. L114-8)");
        var refused = send(before, false);
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(refused.asNormalizedText()).contains("Cochez la case pour confirmer");
        assertThat(usages.count(person, ALL)).isEqualTo(2);
        assertThat(send(refused, true).asNormalizedText())
                .contains("Ce qui pouvait être effacé l’est.");
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () ->
                                assertThat(usages())
                                        .extracting(Usage::kind)
                                        .containsExactly("citoyen.effacement", "exchange.accorde"));
        assertThat(usages.count(Neighbours.person(stranger), ALL)).isEqualTo(1);
    }

    @Test
    void depositedDossiersStayAndAreNamed() throws IOException {
        as("Camille");
        assertThat(page(PAGE).asNormalizedText())
                .contains("D-1-482917", "jusqu’au terme annoncé par la démarche");
    }

    @Test
    void aForgedFormErasesNothing() throws IOException {
        written(Line.refused(person, "Région d’Essai"));
        var request =
                new org.htmlunit.WebRequest(
                        java.net.URI.create(url(PAGE)).toURL(), org.htmlunit.HttpMethod.POST);
        assertThat(browser.getPage(request).getWebResponse().getStatusCode()).isEqualTo(403);
        assertThat(usages.count(person, ALL)).isEqualTo(1);
    }

    private static HtmlPage send(HtmlPage page, boolean understood) throws IOException {
        HtmlForm form =
                page.getForms().stream()
                        .filter(it -> it.getActionAttribute().equals(PAGE))
                        .findFirst()
                        .orElseThrow();
        form.getInputByName("compris").setChecked(understood);
        return form.<HtmlElement>getFirstByXPath(".//button").click();
    }
}
