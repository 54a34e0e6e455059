package fr.socle.citoyen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.Neighbours;
import fr.socle.journal.format.Receipt;
import fr.socle.journal.format.Verdict;
import fr.socle.journal.format.VerifierKey;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.htmlunit.Page;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person reads of the use of their data. */
class CitoyenTests extends CitoyenHouse {

    @Test
    void theFrontPageShowsHowFarEachProcedureCame() throws IOException {
        as("Camille");
        assertThat(page("/mon-dossier").asNormalizedText())
                .contains("Tarif de la restauration scolaire", "D-1-482917", "En instruction");
        as(stranger);
        assertThat(page("/mon-dossier").asNormalizedText())
                .contains("Aucune démarche pour l’instant")
                .doesNotContain("482917");
    }

    @Test
    void aLineTellsWhoWhatWhyAndOnWhichGroundAndNeverTheAgent() throws IOException {
        written(Line.exchange(person, "Ville d’Essai", "Calculer le tarif"));
        HtmlPage list = page("/mon-dossier/usages");
        assertThat(list.asNormalizedText())
                .contains(
                        "Ville d’Essai a obtenu des données de Caisse d’essai",
                        "Quotient familial");
        HtmlPage line = list.getAnchorByHref(usages().getFirst().path()).click();
        assertThat(line.asNormalizedText())
                .contains("Calculer le tarif", "CRPA, art. L. 114-8", "Adresse", "accordé")
                .contains("Un texte impose cette durée (CRPA, art. L114-8)")
                .doesNotContain("Agent Secret");
    }

    @Test
    void theReceiptThatIsHandedOutIsTrueAndTheHandingOutShows() throws IOException {
        written(Line.exchange(person, "Ville d’Essai", "Prouver"));
        var path = usages().getFirst().path();
        await().atMost(Duration.ofSeconds(3)).until(() -> receiptButton(path).isPresent());
        var line = page(path);
        assertThat(line.asNormalizedText())
                .contains("0 témoin", "./socle verify recu-", "Jamais prouvé");
        var receipt = receiptButton(path).orElseThrow().click().getWebResponse();
        assertThat(receipt.getResponseHeaderValue("Content-Disposition")).contains(".tlog-proof");
        var key = browser.getPage(url("/journal/1/cle")).getWebResponse().getContentAsString();
        var verdict =
                Verdict.of(
                        receipt.getContentAsString(), VerifierKey.parse(key.strip()), Set.of(), 0);
        assertThat(verdict).isNotInstanceOf(Verdict.False.class);
        assertThat(Receipt.parse(receipt.getContentAsString()).index())
                .isEqualTo(Long.parseLong(path.substring(path.lastIndexOf('/') + 1)));
        await().atMost(Duration.ofSeconds(3))
                .until(
                        () ->
                                usages().stream()
                                        .anyMatch(it -> it.kind().equals("citoyen.recu-remis")));
    }

    @Test
    void aLineOfSomebodyElseIsNotFoundJustAsOneThatDoesNotExist() throws IOException {
        written(Line.exchange(person, "Ville d’Essai", "À moi"));
        var path = usages().getFirst().path();
        as(stranger);
        var theirs = page(path).getWebResponse();
        var unknown = page("/mon-dossier/usages/1/999999999999").getWebResponse();
        assertThat(theirs.getStatusCode()).isEqualTo(404);
        assertThat(unknown.getStatusCode()).isEqualTo(404);
        assertThat(text(theirs.getContentAsString())).isEqualTo(text(unknown.getContentAsString()));
        assertThat(page("/mon-dossier/usages").asNormalizedText()).doesNotContain("À moi");
        assertThat(usages.receipt(Neighbours.person(stranger), place(path))).isEmpty();
    }

    @Test
    void anExchangeLeadsToTheDossierThatItWasMadeFor() throws IOException {
        var camille = Neighbours.person("Camille");
        written(Line.onCase(camille, Neighbours.MEALS_REFERENCE));
        as("Camille");
        assertThat(page("/mon-dossier/usages").asNormalizedText())
                .contains("devenu le dossier D-1-482917");
        var line = usages.page(camille, ALL, 1, 0).getFirst().usage();
        assertThat(page(line.path()).getAnchorByText("D-1-482917").getHrefAttribute())
                .isEqualTo("/mes-dossiers/1");
        written(Line.onCase(person, Neighbours.MEALS_REFERENCE));
        as(who);
        assertThat(page(usages().getFirst().path()).asNormalizedText())
                .as("another person's dossier")
                .doesNotContain("482917");
    }

    @Test
    void theSameRefusalOfOneDayIsOneLineThatLeadsToEach() throws IOException {
        written(Line.refused(person, "Région d’Essai"));
        written(Line.refused(person, "Ville d’Essai"));
        written(Line.refused(person, "Région d’Essai"));
        written(Line.refused(person, "Région d’Essai"));
        var list = page("/mon-dossier/usages");
        assertThat(list.querySelectorAll(".timeline > li")).hasSize(2);
        assertThat(list.asNormalizedText()).containsOnlyOnce("3 fois depuis le");
        var newest = usages.page(person, ALL, 50, 0).getFirst();
        assertThat(newest.times()).isEqualTo(3);
        assertThat(newest.since()).isBefore(newest.usage().at());
        var same = usages.sameAs(person, newest.usage());
        assertThat(same).hasSize(2);
        var line = page(newest.usage().path());
        same.forEach(it -> assertThat(line.getAnchorByHref(it.path())).isNotNull());
        assertThat(usages.all(person)).as("what can be taken away").hasSize(4);
    }

    @Test
    void whoIsConcernedSeesTheirOwnPartOnly() throws IOException {
        written(Line.both(person, Neighbours.person(stranger), "Ville d’Essai"));
        assertThat(page("/mon-dossier/usages").asNormalizedText()).contains("sujet", "Cantine");
        as(stranger);
        assertThat(page("/mon-dossier/usages").asNormalizedText())
                .contains("concerné")
                .doesNotContain("sujet", "Cantine");
    }

    @Test
    void linesAreChosenByOrganisationAndBySort() throws IOException {
        written(Line.exchange(person, "Ville d’Essai", "tarif"));
        written(Line.refused(person, "Région d’Essai"));
        written(Line.signIn(person));
        assertThat(page("/mon-dossier/usages").asNormalizedText())
                .contains("tarif", "Région d’Essai")
                .doesNotContain("Impots.essai a");
        assertThat(page("/mon-dossier/usages?sorte=refus").querySelectorAll(".timeline > li"))
                .hasSize(1);
        assertThat(
                        page("/mon-dossier/usages?organisation=Ville%20d%E2%80%99Essai")
                                .querySelectorAll(".timeline > li"))
                .hasSize(1);
        assertThat(page("/mon-dossier/usages?organisation=Personne").asNormalizedText())
                .contains("Aucune ligne ne répond à ces critères");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?sorte=nimporte",
                "?page=-5",
                "?page=99999999",
                "?organisation=%00",
                "?organisation=%25%27%22",
                "?sorte=connexions"
            })
    void oddChoicesBreakNothing(String query) throws IOException {
        assertThat(page("/mon-dossier/usages" + query).getWebResponse().getStatusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mon-dossier",
                "/mon-dossier/usages",
                "/mon-dossier/usages/1/0",
                "/mon-dossier/export"
            })
    void aStrangerIsSentToSignInAndAnAgentIsNoUsager(String path) throws IOException {
        browser.removeRequestHeader(Neighbours.WHO);
        browser.getOptions().setRedirectEnabled(false);
        Page answer = browser.getPage(url(path));
        assertThat(answer.getWebResponse().getStatusCode()).isEqualTo(303);
        browser.addRequestHeader(Neighbours.RIGHT, "journal.auditer");
        assertThat(browser.getPage(url(path)).getWebResponse().getStatusCode()).isNotEqualTo(200);
    }
}
