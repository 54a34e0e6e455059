package fr.socle.citoyen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.citoyen.recapitulatif.Recapitulatifs;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.htmlunit.WebClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a company's representatives see of it, prove, take away and have put right. */
class EntrepriseDossierTests extends EntrepriseHouse {

    private static final String OBTAINED = "Ville de Beaumont (démonstration) a obtenu des données";
    private static final String MOTIVE = "marche 42";

    @Autowired Recapitulatifs recapitulatifs;

    @BeforeEach
    void twoRepresentatives() {
        names(
                person("GERANT", "EXEMPLAIRE", "LEA", "1990-03-14"),
                person("CO-GERANT", "MODELE", "YLAN", "1995-09-09"));
        lapse();
    }

    @Test
    void exchangesOfTheApiEntrepriseContractShowToEveryRepresentativeAlike() throws Exception {
        assertThat(obtained(KNOWN)).isEqualTo(200);
        var lea = representative("Léa Exemplaire", KNOWN);
        var ylan = representative("Ylan Modèle", KNOWN);
        var seen = lineSaying(lea, MOTIVE);
        assertThat(linesOnceThere(ylan)).contains(seen);
        var line = page(lea, seen);
        assertThat(line.asNormalizedText())
                .contains(OBTAINED, MOTIVE, "Répertoire des entreprises", "Raison sociale")
                .contains("Demander une rectification")
                .doesNotContain("M’opposer");
        assertThat(page(ylan, seen).asNormalizedText()).contains(OBTAINED, MOTIVE);
        assertThat(page(lea, "/mon-dossier/usages?sorte=echanges").asNormalizedText())
                .doesNotContain(MOTIVE);
    }

    @Test
    void whatARepresentativeDoesInTheFileIsALineThatTheOthersRead() throws IOException {
        var lea = representative("Léa Exemplaire", company);
        page(lea, FILE + "/export");
        var ylan = representative("Ylan Modèle", company);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () ->
                                shows(
                                        ylan,
                                        FILE + "/usages?sorte=moi",
                                        "Un représentant a ouvert ce dossier",
                                        "Lecture de la page des copies par Léa Exemplaire, GERANT"));
        assertThat(page(ylan, FILE + "/usages").asNormalizedText())
                .contains("Vérification du pouvoir de représenter")
                .doesNotContain("Un représentant a ouvert");
        assertThat(page(lea, "/mon-dossier/usages").asNormalizedText())
                .as("it lies in the company's file alone")
                .doesNotContain("Un représentant a ouvert");
    }

    @Test
    void whatProvidersHoldAboutTheCompanyIsFetchedForItAlone() throws IOException {
        var lea = representative("Léa Exemplaire", KNOWN);
        var offers = page(lea, FILE + "/donnees");
        assertThat(offers.asNormalizedText())
                .contains("Répertoire des entreprises")
                .doesNotContain("Caisse d’allocations familiales");
        var answer = send(formTo(offers, FILE + "/donnees/unites-legales"));
        assertThat(answer.asNormalizedText()).contains("MENUISERIE DE L’EXEMPLE", "987654324");
        assertThat(answer.getWebResponse().getResponseHeaderValue("Cache-Control"))
                .contains("no-store");
        var csrf = csrf(offers);
        for (var code : List.of("quotient-familial", "mandataires-sociaux", "x".repeat(61))) {
            assertThat(post(lea, FILE + "/donnees/" + code, csrf, Map.of()).getStatusCode())
                    .as(code)
                    .isEqualTo(404);
        }
        assertThat(post(lea, "/mon-dossier/donnees/unites-legales", csrf, Map.of()).getStatusCode())
                .as("a person is no company")
                .isEqualTo(404);
        assertThat(post(lea, FILE + "/donnees/unites-legales", "autre", Map.of()).getStatusCode())
                .isEqualTo(403);
        var unknown = representative("Léa Exemplaire", company);
        assertThat(
                        send(formTo(page(unknown, FILE + "/donnees"), FILE + "/donnees/unites"))
                                .asNormalizedText())
                .contains("Cette administration ne connaît pas l’entreprise");
    }

    @Test
    void aRectificationGoesToTheSourceAndEveryRepresentativeFollowsIt() throws IOException {
        var lea = representative("Léa Exemplaire", company);
        var form = page(lea, FILE + "/droits/nouveau?nature=rectification&jeu=unites-legales");
        var sent = formTo(form, FILE + "/droits/nouveau");
        sent.getTextAreaByName("texte").setText("La raison sociale est fausse.");
        var followed = send(sent);
        var path = followed.getUrl().getPath();
        assertThat(followed.asNormalizedText()).contains("En attente de réponse");
        shows(representative("Ylan Modèle", company), path, "La raison sociale est fausse.");
        assertThat(status(representative("Ylan Modèle", freshSiren()), path)).isEqualTo(404);
        assertThat(status(lea, path.replace(FILE, "/mon-dossier"))).isEqualTo(404);
        var officer = agent(organisation(MINISTRY), "delegue-protection-donnees");
        shows(
                officer,
                "/administration/droits-des-personnes/" + path.substring(path.lastIndexOf('/') + 1),
                "Entreprise " + company.formatted(),
                "Léa Exemplaire (GERANT)");
        var nouveau = FILE + "/droits/nouveau";
        assertThat(status(lea, nouveau + "?nature=opposition&jeu=unites-legales")).isEqualTo(404);
        assertThat(status(lea, nouveau + "?nature=rectification&jeu=quotient-familial"))
                .isEqualTo(404);
        assertThat(rectify(lea, csrf(form), "pas-un-jeton", "Faux.")).isEqualTo(400);
        assertThat(rectify(lea, csrf(form), UUID.randomUUID().toString(), "x".repeat(4001)))
                .isEqualTo(422);
    }

    @Test
    void aDigestCountsWhatWasDoneWithTheCompanyAndEndsWithItsReadersFunction() throws IOException {
        var lea = representative("Léa Exemplaire", company);
        var form = formTo(page(lea, FILE + "/recapitulatif"), FILE + "/recapitulatif");
        form.getInputByValue("semaine").setChecked(true);
        assertThat(send(form).asNormalizedText()).contains("Votre choix est enregistré.");
        lapse();
        page(lea, FILE);
        await().atMost(Duration.ofSeconds(15))
                .until(() -> lines(lea, FILE + "/usages?sorte=echanges").size() == 2);
        due();
        recapitulatifs.rounds();
        assertThat(letters())
                .singleElement()
                .satisfies(
                        it ->
                                assertThat(it)
                                        .contains("données de votre entreprise ont été utilisées")
                                        .doesNotContain("Registre", company.value()));
        names();
        lapse();
        assertThat(status(lea, FILE)).isEqualTo(403);
        due();
        recapitulatifs.rounds();
        assertThat(
                        db.sql("SELECT count(*) FROM citoyen.recapitulatif WHERE siren = :siren")
                                .param("siren", company.value())
                                .query(Long.class)
                                .single())
                .isZero();
    }

    private void due() {
        db.sql(
                        """
                        UPDATE citoyen.recapitulatif SET next_at = now() - interval '1 minute' WHERE siren = :siren
                        """)
                .param("siren", company.value())
                .update();
    }

    /** To whoever wants one about this company. */
    private List<String> letters() {
        return db.sql(
                        """
                        SELECT o.subject || ' ' || o.plain FROM notifications.outbox o
                          JOIN citoyen.recapitulatif r ON r.person = o.recipient
                         WHERE r.siren = :siren AND o.category = 'citoyen.recapitulatif'
                        """)
                .param("siren", company.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private int rectify(WebClient browser, String csrf, String token, String text)
            throws IOException {
        var fields =
                Map.of(
                        "jeton",
                        token,
                        "nature",
                        "rectification",
                        "jeu",
                        "unites-legales",
                        "texte",
                        text);
        return post(browser, FILE + "/droits/nouveau", csrf, fields).getStatusCode();
    }
}
