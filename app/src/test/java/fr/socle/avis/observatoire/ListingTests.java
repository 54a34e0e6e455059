package fr.socle.avis.observatoire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.Neighbours;
import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.avis.observatoire.listing.ListedDemarche;
import fr.socle.avis.observatoire.listing.ListedFile;
import fr.socle.avis.observatoire.listing.Listings;
import fr.socle.directory.OrganisationId;
import fr.socle.journal.Kind;
import fr.socle.journal.Proofs;
import fr.socle.kernel.Refusal;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlFileInput;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlOption;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlSelect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Any procedure of any administration can be listed, by page and by file. */
@PostgresTest
@Import(Neighbours.class)
class ListingTests {

    private static final String HOME = "/administration/observatoire";
    private static final String HEAD =
            "Nom_Demarche;URL_Demarche;Ref_Administration;Statut_En_ligne;Volumetrie_Totale;Note_Satisfaction\r\n";
    private static final String GOOD = ";https://site.example/;Ville d’Essai;Oui;12;9.1\r\n";

    @LocalServerPort int port;
    @Autowired Listings listings;
    @Autowired ListedFile file;
    @Autowired Proofs proofs;
    @TempDir Path folder;

    private final WebClient browser = SignsIn.browser();

    @BeforeEach
    void asReferent() {
        browser.addRequestHeader(Neighbours.RIGHT, ListingRights.LIST_CODE);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aProcedureIsListedByPageAndShownAtOnce() throws IOException {
        var name = unique("Permis de pêche");
        var listed = created(name);
        assertThat(listed.facts().address()).isEqualTo("https://peche.example/permis");
        assertThat(listed.facts().volume()).isEqualTo(1_200L);
        HtmlPage shown = page(listed.path());
        assertThat(shown.asNormalizedText()).contains(name, "Non déclaré", "À venir");
        assertThat(proofs.kinds().stream().map(Kind::code)).contains("avis.demarche-referencee");
    }

    @Test
    void whatIsWrongIsSaidAndNothingTypedIsLost() throws IOException {
        var form = page(HOME + "/nouvelle");
        type(form, "nom_demarche", "Sans adresse");
        choose(form, "statut_en_ligne", "oui");
        type(form, "volumetrie_en_ligne", "10");
        HtmlPage refused = SignsIn.press(form, "Enregistrer");
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(refused.asNormalizedText())
                .contains("a une adresse", "Donnez aussi le nombre total");
        assertThat(((HtmlInput) refused.getElementByName("nom_demarche")).getValue())
                .isEqualTo("Sans adresse");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://site.example/",
                "javascript:alert(1)",
                "https://moi:secret@site.example/",
                "site.example",
                "http://10.0.0.1/",
                "http://[fd00::1]/",
                "http://169.254.169.254/latest/meta-data"
            })
    void anAddressThatNobodyOutsideCouldOpenIsRefused(String address) throws IOException {
        var form = filled(unique("Adresse"), address);
        HtmlPage refused = SignsIn.press(form, "Enregistrer");
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat((Object) refused.querySelector("#url_demarche[aria-invalid=true]")).isNotNull();
    }

    @Test
    void theSecondWriterIsToldAndTheThirdListingOfOneNameRefused() throws IOException {
        var name = unique("Licence de taxi");
        var listed = created(name);
        HtmlPage mine = page(HOME + "/" + listed.id());
        HtmlPage other = page(HOME + "/" + listed.id());
        type(other, "volumetrie_totale", "5");
        SignsIn.press(other, "Enregistrer");
        type(mine, "volumetrie_totale", "7");
        HtmlPage told = SignsIn.press(mine, "Enregistrer");
        assertThat(told.getWebResponse().getStatusCode()).isEqualTo(409);
        assertThat(((HtmlInput) told.getElementByName("volumetrie_totale")).getValue())
                .isEqualTo("7");
        SignsIn.press(told, "Enregistrer");
        assertThat(listings.find(listed.id()).orElseThrow().facts().volume()).isEqualTo(7L);
        HtmlPage twice = SignsIn.press(filled(name, "https://a.example/"), "Enregistrer");
        assertThat(twice.asNormalizedText()).contains("référence déjà une démarche de ce nom");
    }

    @Test
    void aWithdrawnProcedureIsGoneAndOneOfThisSiteCannotBe() throws IOException {
        var listed = created(unique("Vignette"));
        HtmlPage page = page(HOME + "/" + listed.id());
        SignsIn.press(page, "Retirer cette démarche");
        assertThat(status(listed.path())).isEqualTo(404);
        HtmlPage own = page(HOME + "/" + Neighbours.STREET.id());
        assertThat(own.asNormalizedText()).doesNotContain("Retirer cette démarche");
        type(own, "volumetrie_totale", "400");
        SignsIn.press(own, "Enregistrer");
        assertThat(listings.find(Neighbours.STREET.id().value()).orElseThrow().facts().volume())
                .isEqualTo(400L);
    }

    @Test
    void anAuditThatIsDeclaredMakesTheDeclarationOfTheLaw() throws IOException {
        var listed = created(unique("Carte jeune"));
        HtmlPage form = page(HOME + "/" + listed.id() + "/accessibilite");
        type(form, "taux", "71,5");
        HtmlPage refused = SignsIn.press(form, "Publier la déclaration");
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(refused.asNormalizedText()).contains("la loi veut que les contenus");
        date(refused, "audit", "2026");
        date(refused, "publication", "2026");
        type(refused, "auditeur", "Cabinet d’essai");
        type(refused, "contact", "acces@site.example");
        ((org.htmlunit.html.HtmlTextArea) refused.getElementByName("non-conformites"))
                .setText("Des images sans texte.\nUn contraste faible.");
        SignsIn.press(refused, "Publier la déclaration");
        var declaration = page(listed.path() + "/accessibilite").asNormalizedText();
        assertThat(declaration)
                .contains(
                        "partiellement conforme",
                        "71,5 %",
                        "Un contraste faible.",
                        "Défenseur des droits",
                        "acces@site.example");
        assertThat(page(listed.path()).asNormalizedText()).contains("71,5 % · Insuffisant");
    }

    @Test
    void aFileIsReportedFirstAndThenWrittenWhole() throws IOException {
        var one = unique("Fichier un");
        var two = unique("Fichier deux");
        HtmlPage report = upload((HEAD + one + GOOD + two + GOOD).getBytes(windows()));
        assertThat(report.asNormalizedText())
                .contains("2 lignes, tout est correct", "note_satisfaction", "Nouvelle");
        assertThat(named(one)).isEmpty();
        HtmlPage done = SignsIn.press(report, "Enregistrer ces 2 démarches");
        assertThat(done.asNormalizedText()).contains("Toutes les démarches du fichier");
        assertThat(named(two).orElseThrow().facts().administration()).isEqualTo("Ville d’Essai");
        assertThat(upload((HEAD + one + GOOD).getBytes(StandardCharsets.UTF_8)).asNormalizedText())
                .contains("Sera mise à jour");
    }

    @Test
    void oneWrongLineKeepsTheWholeFileOutAndEachProblemIsNamed() throws IOException {
        var good = unique("Bonne ligne");
        var text =
                HEAD
                        + good
                        + GOOD
                        + good
                        + GOOD
                        + "=HYPERLINK(1)"
                        + GOOD
                        + "DÃ©claration"
                        + GOOD
                        + "Sans état;https://site.example/;Ville d’Essai;Peut-être;douze;\r\n"
                        + "Courte;Oui\r\n";
        HtmlPage report = upload(text.getBytes(StandardCharsets.UTF_8));
        assertThat(report.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(report.asNormalizedText())
                .contains(
                        "5 lignes à corriger sur 6",
                        "Déjà à la ligne 2",
                        "un tableur y verrait une formule",
                        "enregistrez le fichier en UTF-8",
                        "Choisissez une de ces valeurs",
                        "2 cases, et 6 en-têtes");
        assertThat(named(good)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nom_Demarche;Inconnue\\nA;B|avis.import.column",
                "Nom_Demarche;Nom_Demarche\\nA;B|avis.import.column-twice",
                "Nom_Demarche;Ref_Administration\\nA;B|avis.import.column-missing",
                "Nom_Demarche|avis.import.empty",
                "Nom_Demarche\\n\"jamais fermé|avis.import.quote",
                "Nom_Demarche\\nA\\0|avis.import.not-text"
            })
    void aFileThatIsNoneSaysWhy(String text, String key) {
        var read = text.replace("\\n", "\n").replace("\\0", "\0");
        var report = file.check(new OrganisationId(UUID.randomUUID()), read);
        assertThat(report.sound()).isFalse();
        assertThat(report.wrong()).extracting(Refusal::key).isEqualTo(key);
    }

    @Test
    void anEnormousFileIsRefusedBeforeItIsRead() {
        var owner = new OrganisationId(UUID.randomUUID());
        var lines = "A;https://a.example/;B;Oui;;\r\n".repeat(ListedFile.MOST_LINES + 1);
        assertThat(file.check(owner, HEAD + lines).wrong())
                .extracting(Refusal::key)
                .isEqualTo("avis.import.too-many");
        assertThat(file.check(owner, "x".repeat(ListedFile.MOST_CHARACTERS + 1)).wrong())
                .extracting(Refusal::key)
                .isEqualTo("avis.import.too-long");
    }

    @Test
    void nobodyWithoutTheRightListsAnything() throws IOException {
        browser.removeRequestHeader(Neighbours.RIGHT);
        browser.addRequestHeader(Neighbours.WHO, "Camille");
        assertThat(status(HOME)).isIn(401, 403);
        assertThat(status(HOME + "/import")).isIn(401, 403);
    }

    private ListedDemarche created(String name) throws IOException {
        HtmlPage done = SignsIn.press(filled(name, "https://peche.example/permis"), "Enregistrer");
        assertThat(done.asNormalizedText()).contains("La démarche est enregistrée");
        return named(name).orElseThrow();
    }

    private HtmlPage filled(String name, String address) throws IOException {
        HtmlPage form = page(HOME + "/nouvelle");
        type(form, "nom_demarche", name);
        type(form, "url_demarche", address);
        type(form, "volumetrie_totale", "1 200");
        choose(form, "statut_en_ligne", "oui");
        return form;
    }

    private HtmlPage upload(byte[] bytes) throws IOException {
        var csv = Files.write(folder.resolve(UUID.randomUUID() + ".csv"), bytes);
        HtmlPage form = page(HOME + "/import");
        ((HtmlFileInput) form.getElementByName("fichier")).setFiles(csv.toFile());
        return SignsIn.press(form, "Vérifier le fichier");
    }

    private Optional<ListedDemarche> named(String name) {
        return listings.all().stream().filter(it -> it.facts().name().equals(name)).findFirst();
    }

    private static void date(HtmlPage page, String field, String year) {
        type(page, field + ".jour", "3");
        type(page, field + ".mois", "2");
        type(page, field + ".annee", year);
    }

    private static void type(HtmlPage page, String field, String text) {
        ((HtmlInput) page.getElementByName(field)).setValue(text);
    }

    private static void choose(HtmlPage page, String field, String value) {
        var select = (HtmlSelect) page.getElementByName(field);
        HtmlOption option = select.getOptionByValue(value);
        select.setSelectedAttribute(option, true);
    }

    private static String unique(String name) {
        return name + " " + UUID.randomUUID();
    }

    private static Charset windows() {
        return Charset.forName("windows-1252");
    }

    private int status(String path) throws IOException {
        return browser.getPage("http://localhost:" + port + path).getWebResponse().getStatusCode();
    }

    private HtmlPage page(String path) throws IOException {
        return browser.getPage("http://localhost:" + port + path);
    }
}
