package fr.socle.citoyen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.SignsIn;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets into the file of a company, and who does not. */
class EntrepriseAccesTests extends EntrepriseHouse {

    private static final List<String> PAGES =
            List.of("", "/usages", "/usages/1/0", "/donnees", "/droits", "/export");
    private static final List<String> FORMS =
            List.of(
                    "/releve",
                    "/usages/1/0/recu",
                    "/donnees/unites-legales",
                    "/droits/nouveau",
                    "/export/json",
                    "/export/pdf",
                    "/export/recus");

    @Test
    void bothFederationsAndTheRegisterOpenTheFile() throws IOException {
        var browser = usager("Léa Exemplaire");
        var door = page(browser, FILE);
        assertThat(door.getWebResponse().getStatusCode()).isEqualTo(401);
        assertThat(door.asNormalizedText())
                .contains("Continuer avec mon compte professionnel", "Entreprise individuelle")
                .doesNotContain("Vérifier le dossier");
        assertThat(asked).hasValue(0);
        HtmlPage mail = door.getAnchorByText("Continuer avec mon compte professionnel").click();
        var file = SignsIn.fromMail(mail, "Nouvel Arrivant");
        assertThat(file.getUrl().getPath()).isEqualTo(FILE);
        assertThat(file.asNormalizedText())
                .contains("987 654 324", "Léa", "GERANT", "Registre des entreprises")
                .contains("Cette réponse vaut 15 minutes", "Vérifier le dossier");
        assertThat(asked).hasValue(1);
        shows(browser, FILE + "/usages", "Chaque échange et chaque refus");
        assertThat(asked).as("the proof is kept a short time").hasValue(1);
    }

    @Test
    void nobodyWithoutASignInAsUsagerIsEvenAsked() throws IOException {
        var agent = agent(organisation(CITY));
        for (var path : PAGES) {
            assertThat(page(agent, FILE + path).getUrl().getPath()).as(path).doesNotStartWith(FILE);
            assertThat(page(SignsIn.browser(), FILE + path).getUrl().getPath())
                    .as(path)
                    .doesNotStartWith(FILE);
        }
        shows(agent, "/agent/mon-compte", "Dossier de mon entreprise");
    }

    @ParameterizedTest
    @CsvSource({
        "GERANT, EXEMPLAIRE, LEA, 1990-03-15, Le registre ne vous nomme pas",
        "GERANT, EXEMPLAIRE, LEO, 1990-03-14, Le registre ne vous nomme pas",
        "GERANT, EXEMPLE, LEA, 1990-03-14, Le registre ne vous nomme pas",
        "GERANT, EXEMPLAIRE, LEA, 1990, Le registre ne vous nomme pas",
        "GERANT, EXEMPLAIRE, '', 1990-03-14, Le registre ne vous nomme pas",
        "COMMISSAIRE AUX COMPTES TITULAIRE, EXEMPLAIRE, LEA, 1990-03-14, mais pas comme représentant",
        "'', EXEMPLAIRE, LEA, 1990-03-14, mais pas comme représentant"
    })
    void whomTheRegisterDoesNotNameSeesNothingOnAnyPage(
            String function, String family, String given, String born, String why)
            throws IOException {
        names(person(function, family, given, born));
        var browser = representative("Léa Exemplaire", company);
        for (var path : PAGES) {
            var page = page(browser, FILE + path);
            assertThat(page.getWebResponse().getStatusCode()).as(path).isEqualTo(403);
            assertThat(page.asNormalizedText())
                    .as(path)
                    .contains(why, "Rien du dossier n’a été montré.")
                    .doesNotContain("Vérifier le dossier", "Détail et preuve", "Télécharger");
        }
        assertThat(asked).as("what it said is kept too").hasValue(1);
        names(person("GERANT", "EXEMPLAIRE", "LEA", "1990-03-14"));
        lapse();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () ->
                                shows(
                                        browser,
                                        FILE + "/usages?sorte=refus",
                                        "Quelqu’un a demandé ce dossier sans représenter"));
        assertThat(page(browser, FILE + "/usages").asNormalizedText())
                .as("who was refused is not told")
                .doesNotContain(born.isEmpty() ? "x" : born);
    }

    @Test
    void noFormAnswersWhomTheRegisterDoesNotName() throws IOException {
        names();
        var browser = representative("Léa Exemplaire", company);
        var csrf = csrf(page(browser, "/mon-dossier/export"));
        for (var path : FORMS) {
            var answer = post(browser, FILE + path, csrf, Map.of("nature", "rectification"));
            assertThat(answer.getStatusCode()).as(path).isEqualTo(403);
            assertThat(answer.getContentType()).as(path).isEqualTo("text/html");
            assertThat(answer.getContentAsString()).as(path).contains("ne vous nomme pas");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "404, '{\"errors\":[{\"code\":\"02003\"}]}', 403, ne connaît pas cette entreprise",
        "503, '{\"errors\":[{\"code\":\"02001\"}]}', 503, ne répond pas",
        "200, '<html>', 503, ne répond pas",
        "200, '{\"data\":[7,null,[],\"GERANT\"]}', 403, ne vous nomme pas",
        "200, '{\"data\":{\"nom\":\"EXEMPLAIRE\"}}', 403, ne vous nomme pas"
    })
    void aRegisterThatSaysNothingOpensNothing(int status, String body, int shown, String why)
            throws IOException {
        says(status, body);
        var browser = representative("Léa Exemplaire", company);
        var page = page(browser, FILE);
        assertThat(page.getWebResponse().getStatusCode()).isEqualTo(shown);
        assertThat(page.asNormalizedText()).contains(why).doesNotContain("Vérifier le dossier");
    }

    @Test
    void whoIsRemovedFromTheRegisterLosesTheFileAtTheNextLookup() throws IOException {
        var browser = representative("Léa Exemplaire", company);
        shows(browser, FILE, "Vérifier le dossier");
        names(person("GERANT", "MODELE", "YLAN", "1995-09-09"));
        shows(browser, FILE, "Vérifier le dossier");
        lapse();
        assertThat(status(browser, FILE)).isEqualTo(403);
        assertThat(status(browser, FILE + "/export")).isEqualTo(403);
        shows(representative("Ylan Modèle", company), FILE, "Vérifier le dossier");
    }

    @Test
    void aCompanysRepresentativeIsNobodyAtAnother() throws IOException {
        var mine = representative("Léa Exemplaire", company);
        shows(mine, FILE, "Vérifier le dossier");
        names(person("GERANT", "MODELE", "YLAN", "1995-09-09"));
        var other = representative("Léa Exemplaire", freshSiren());
        assertThat(status(other, FILE)).isEqualTo(403);
        var theirs = representative("Ylan Modèle", freshSiren());
        var mineOnly =
                await().atMost(Duration.ofSeconds(10))
                        .until(
                                () -> lines(mine, FILE + "/usages?sorte=echanges"),
                                it -> !it.isEmpty());
        for (var path : mineOnly) {
            assertThat(status(mine, path)).isEqualTo(200);
            assertThat(status(theirs, path)).isEqualTo(404);
            assertThat(status(mine, path.replace(FILE, "/mon-dossier"))).isEqualTo(404);
        }
        assertThat(status(mine, FILE + "/droits/" + UUID.randomUUID())).isEqualTo(404);
        assertThat(status(mine, FILE + "/usages/1/" + "9".repeat(19))).isEqualTo(404);
        assertThat(status(mine, FILE + "/usages/x/0")).isEqualTo(404);
        assertThat(status(mine, FILE + "/usages?page=x")).isEqualTo(422);
    }

    @Test
    void anAccountServesTheOneWhoUsedItFirstAndForAnHour() throws IOException {
        names(
                person("GERANT", "EXEMPLAIRE", "LEA", "1990-03-14"),
                person("CO-GERANT", "MODELE", "YLAN", "1995-09-09"));
        var account = account(company, Instant.now().plusSeconds(600));
        var lea = usager("Léa Exemplaire");
        lea.getCookieManager().addCookie(account);
        shows(lea, FILE, "Vérifier le dossier");
        var ylan = usager("Ylan Modèle");
        ylan.getCookieManager().addCookie(account);
        assertThat(status(ylan, FILE)).isEqualTo(401);
        ylan.getCookieManager().addCookie(account(company, Instant.now().minusSeconds(1)));
        assertThat(status(ylan, FILE)).isEqualTo(401);
        assertThat(send(formTo(page(lea, FILE), FILE + "/quitter")).asNormalizedText())
                .contains("Continuer avec mon compte professionnel");
        lea.getCookieManager().addCookie(account);
        assertThat(status(lea, FILE)).isEqualTo(401);
    }

    @Test
    void aRegisterThatIsCutOffIsNotAskedAndOpensNothing() throws IOException {
        db.sql("UPDATE exchange.provider SET state = 'coupe' WHERE code = 'mandataires-sociaux'")
                .update();
        providers.forget();
        try {
            var browser = representative("Léa Exemplaire", company);
            assertThat(status(browser, FILE)).isEqualTo(503);
            assertThat(asked).hasValue(0);
        } finally {
            db.sql(
                            "UPDATE exchange.provider SET state = 'service' WHERE code = 'mandataires-sociaux'")
                    .update();
            providers.forget();
        }
    }
}
