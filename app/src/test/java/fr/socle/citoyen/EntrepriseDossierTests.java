package fr.socle.citoyen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.exchange.access.ConsumerDraft;
import fr.socle.exchange.access.Consumers;
import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.habilitations.Habilitations;
import fr.socle.habilitations.demande.Complements;
import fr.socle.habilitations.demande.Contact;
import fr.socle.habilitations.demande.Contenu;
import fr.socle.habilitations.demande.Cote;
import fr.socle.habilitations.demande.Demandes;
import fr.socle.habilitations.demande.Motivation;
import fr.socle.habilitations.demande.Ordre;
import fr.socle.journal.format.StatementCheck;
import fr.socle.journal.format.StatementVerdict;
import fr.socle.journal.format.Verdict;
import fr.socle.journal.format.VerifierKey;
import fr.socle.kernel.Siren;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.htmlunit.WebClient;
import org.htmlunit.WebResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a company's representatives see of it, prove, take away and have put right. */
class EntrepriseDossierTests extends EntrepriseHouse {

    /** The one company that the made-up Sirene knows. */
    private static final Siren KNOWN = new Siren("987654324");

    private static final String OBTAINED = "Ville de Beaumont (démonstration) a obtenu des données";
    private static final String MOTIVE = "marche 42";

    @Autowired Consumers consumers;
    @Autowired Habilitations habilitations;
    @Autowired Demandes demandes;

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
        var seen = linesOnceThere(lea);
        assertThat(linesOnceThere(ylan)).containsAll(seen);
        var line = page(lea, seen.getFirst());
        assertThat(line.asNormalizedText())
                .contains(OBTAINED, MOTIVE, "Répertoire des entreprises", "Raison sociale")
                .contains("Demander une rectification")
                .doesNotContain("M’opposer");
        assertThat(page(ylan, seen.getFirst()).asNormalizedText()).contains(OBTAINED, MOTIVE);
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
                .contains("Vérifier qui représente l’entreprise")
                .doesNotContain("Un représentant a ouvert");
        assertThat(page(lea, "/mon-dossier/usages").asNormalizedText())
                .as("it lies in the company's file alone")
                .doesNotContain("Un représentant a ouvert");
    }

    @Test
    void theCompanyTakesItsFileAwayInEveryForm() throws Exception {
        assertThat(obtained(KNOWN)).isEqualTo(200);
        var lea = representative("Léa Exemplaire", KNOWN);
        linesOnceThere(lea);
        var json = pressed(lea, "/export", "/export/json");
        assertThat(json.getContentType()).isEqualTo("application/json");
        assertThat(json.getContentAsString())
                .contains("\"siren\" : \"987654324\"", "\"fonction\" : \"GERANT\"", MOTIVE)
                .doesNotContain("\"personne\"", "1990-03-14");
        var pdf = pressed(lea, "/export", "/export/pdf");
        try (var document = Loader.loadPDF(pdf.getContentAsStream().readAllBytes())) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(new PDFTextStripper().getText(document).replace('\u00a0', ' '))
                    .contains("Dossier de mon entreprise", "987 654 324", OBTAINED)
                    .doesNotContain("Mes démarches");
        }
        var files = unzipped(pressed(lea, "/export", "/export/recus"));
        var key = VerifierKey.parse(Objects.requireNonNull(files.get("cle.pub")).strip());
        var receipts = files.keySet().stream().filter(it -> it.startsWith("recus/")).toList();
        assertThat(receipts).isNotEmpty();
        for (var receipt : receipts) {
            var text = Objects.requireNonNull(files.get(receipt));
            assertThat(Verdict.of(text, key, Set.of(), 0)).isNotInstanceOf(Verdict.False.class);
        }
    }

    @Test
    void theStatementProvesThatNoLineOfTheCompanyIsMissing() throws Exception {
        var lea = representative("Léa Exemplaire", company);
        var answer =
                await().atMost(Duration.ofSeconds(60))
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> pressed(lea, "", "/releve"), it -> it.getStatusCode() == 200);
        assertThat(answer.getContentAsString())
                .contains("Vérifier qui représente l’entreprise")
                .doesNotContain("1990-03-14");
        var key = lea.getPage(url("/journal/1/cle")).getWebResponse().getContentAsString();
        assertThat(
                        StatementCheck.of(
                                answer.getContentAsStream(),
                                VerifierKey.parse(key.strip()),
                                Set.of(),
                                0))
                .isInstanceOf(StatementVerdict.Holds.class);
    }

    @Test
    void aReceiptIsHandedOutAndVerified() throws Exception {
        var lea = representative("Léa Exemplaire", company);
        page(lea, FILE);
        var line = linesOnceThere(lea).getFirst();
        var receipt =
                await().atMost(Duration.ofSeconds(10))
                        .until(
                                () ->
                                        send(formTo(page(lea, line), line + "/recu"))
                                                .getWebResponse(),
                                it -> it.getStatusCode() == 200);
        var key = lea.getPage(url("/journal/1/cle")).getWebResponse().getContentAsString();
        var verdict =
                Verdict.of(
                        receipt.getContentAsString(), VerifierKey.parse(key.strip()), Set.of(), 0);
        assertThat(verdict).isNotInstanceOf(Verdict.False.class);
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
        assertThat(
                        post(lea, "/mon-dossier/donnees/unites-legales", csrf, Map.of())
                                .getStatusCode())
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

    private List<String> linesOnceThere(WebClient browser) {
        return await().atMost(Duration.ofSeconds(15))
                .until(
                        () -> lines(browser, FILE + "/usages?sorte=echanges"),
                        it -> !it.isEmpty());
    }

    private WebResponse pressed(WebClient browser, String page, String action) throws IOException {
        return formTo(page(browser, FILE + page), FILE + action)
                .<org.htmlunit.html.HtmlElement>getFirstByXPath(".//button")
                .click()
                .getWebResponse();
    }

    private static Map<String, String> unzipped(WebResponse answer) throws IOException {
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(answer.getContentAsStream(), StandardCharsets.UTF_8)) {
            for (var it = zip.getNextEntry(); it != null; it = zip.getNextEntry()) {
                files.put(it.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /** An existing client of API Entreprise asks about a company. */
    private int obtained(Siren siren) throws Exception {
        var city = organisation(CITY);
        var contact = new Contact("Essai", "dpo@essai.example");
        var content =
                new Contenu(
                        "Essai de marché",
                        "Vérifier un candidat d’essai.",
                        "Délibération d’essai",
                        "",
                        Map.of("unites-legales", Set.of("personne_morale_attributs.raison_sociale")),
                        Set.of(RequesterKind.AUTOMATE, RequesterKind.AUTOMATE_SANS_DOSSIER),
                        12,
                        12,
                        contact,
                        contact,
                        Motivation.NONE,
                        new Complements(Set.of(), Contact.NONE, Contact.NONE, "", "", null));
        var made = done(demandes.submit(Actor.CONSOLE, city.id(), content)).dossier();
        done(
                demandes.act(
                        Actor.CONSOLE,
                        Cote.INSTRUCTEUR,
                        made.id(),
                        new Ordre.Accorder(),
                        made.version()));
        var ground = new ConsumerDraft.Ground.Held(habilitations.find(made.id()).orElseThrow());
        var draft = new ConsumerDraft(ground, "Logiciel d’essai", List.of(), null, 12);
        var token = consumers.issue(Actor.CONSOLE, draft).token().orElseThrow();
        var address =
                "/v4/insee/sirene/unites_legales/"
                        + siren.value()
                        + "?context=marches&object=marche%2042&recipient="
                        + CITY;
        var request =
                HttpRequest.newBuilder(URI.create(url(address)))
                        .header("Authorization", "Bearer " + token)
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        }
    }

    private static <T> T done(Change<T> change) {
        if (change instanceof Change.Done<T>(var value)) {
            return value;
        }
        throw new AssertionError("not done: " + change);
    }
}
