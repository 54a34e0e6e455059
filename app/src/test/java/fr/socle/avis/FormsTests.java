package fr.socle.avis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.Neighbours;
import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.avis.form.Forms;
import fr.socle.avis.form.Question;
import fr.socle.avis.form.Questions;
import fr.socle.avis.form.ServiceForm;
import fr.socle.avis.form.ServiceForm.Facts;
import fr.socle.avis.form.Template;
import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.directory.OrganisationId;
import fr.socle.journal.Kind;
import fr.socle.journal.Proofs;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlCheckBoxInput;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlRadioButtonInput;
import org.htmlunit.html.HtmlTextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A service has as many forms as it makes, and a form as many versions as it had questions. */
@PostgresTest
@Import(Neighbours.class)
class FormsTests {

    private static final Questions ALL = new Questions(0, Set.of(), Map.of());
    private static final OrganisationId TOWN = new OrganisationId(new UUID(0, 2));

    @LocalServerPort int port;
    @Autowired Forms forms;
    @Autowired Scores scores;
    @Autowired Proofs proofs;
    @Autowired JdbcClient db;

    private final WebClient browser = SignsIn.browser();

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void anAgentMakesAFormAndWhatIsSaidThroughItIsCountedApartAndWithTheRest() throws IOException {
        browser.addRequestHeader(Neighbours.RIGHT, "avis.gerer");
        var list = page(desk());
        var name = unique("Accueil");
        type(list, "nom", name);
        choose(list, "modele", "avis");
        HtmlPage made = SignsIn.press(list, "Créer le formulaire");
        assertThat(made.asNormalizedText()).contains("Version 1 des questions", "?button=1&amp;");
        var form = named(name);
        assertThat(proofs.kinds().stream().map(Kind::code)).contains("avis.formulaire-cree");
        var before = scores.of(service(), Scores.EVER).open().opinions();
        var asked = page(form.path() + "?button=1&nd_source=button");
        choose(asked, "satisfaction", "good");
        assertThat(send(asked).asNormalizedText()).contains("Question 2 sur 4");
        assertThat(said(form)).isEqualTo(1);
        assertThat(scores.of(service(), Scores.EVER).open().opinions()).isEqualTo(before + 1);
        assertThat(page(desk()).asNormalizedText()).contains(name, "10,0 / 10");
    }

    @Test
    void hiddenQuestionsAreNotAskedAndOthersHaveTheWordsOfTheService() throws IOException {
        var form =
                made(
                        Template.AVIS,
                        new Questions(
                                0,
                                Set.of(Question.COMPREHENSION, Question.CONTACT_TRIED),
                                Map.of(Question.SATISFACTION, "Et ce guichet ?")));
        var first = page(form.path() + "?etape=2");
        assertThat(first.asNormalizedText())
                .contains("Et ce guichet ?", "Question 1 sur 3")
                .doesNotContain("De façon générale");
        choose(first, "satisfaction", "medium");
        var help = send(first);
        assertThat(help.asNormalizedText())
                .contains("Question 2 sur 3", "vous a-t-elle répondu")
                .doesNotContain("qui avez-vous contacté");
        var scripted = page(help.getUrl().getFile().replace("etape=3", "etape=2"));
        assertThat(scripted.asNormalizedText()).contains("Question 1 sur 3");
        ((HtmlInput) scripted.getElementByName("etape")).setValue("2");
        send(scripted);
        assertThat(clarities(form)).as("nobody answers what is hidden").isZero();
    }

    @Test
    void whoBeganWithAVersionEndsWithItThoughTheFormChanges() throws IOException {
        var form = made(Template.AVIS, ALL);
        var shown = page(form.path());
        form = changed(form, new Questions(0, Set.copyOf(Question.HIDEABLE), Map.of()), true);
        assertThat(form.questions().number()).isEqualTo(2);
        choose(shown, "satisfaction", "good");
        var clarity = send(shown);
        assertThat(clarity.asNormalizedText())
                .as("the first answer was to the first version")
                .contains("Question 2 sur 4");
        form = changed(form, form.questions(), false);
        choose(clarity, "comprehension", "good");
        assertThat(send(clarity).asNormalizedText())
                .as("closed meanwhile: who began ends")
                .contains("Question 3 sur 4");
        assertThat(versions(form)).containsExactly(1);
        assertThat(page(form.path()).getWebResponse().getStatusCode()).isEqualTo(410);
        form = changed(form, form.questions(), true);
        assertThat(form.questions().number()).as("the same questions").isEqualTo(2);
        var now = page(form.path());
        assertThat(now.asNormalizedText()).contains("Question 1 sur 1");
        choose(now, "satisfaction", "bad");
        assertThat(send(now).getUrl().getPath()).isEqualTo("/avis/merci");
        assertThat(versions(form)).containsExactly(1, 2);
        assertThat(said(form)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "un", "999999999999999999999", ""})
    void aVersionThatIsNoneIsThatOfToday(String version) throws IOException {
        var form = made(Template.AVIS, ALL);
        var page = page(form.path());
        ((HtmlInput) page.getElementByName("questions")).setValue(version);
        choose(page, "satisfaction", "good");
        assertThat(send(page).asNormalizedText()).contains("Question 2 sur 4");
        assertThat(versions(form)).containsExactly(1);
    }

    @Test
    void anotherFormDoesNotTakeOverAnOpinion() throws IOException {
        var one = made(Template.AVIS, ALL);
        var other = made(Template.AVIS, ALL);
        var page = page(one.path());
        choose(page, "satisfaction", "good");
        var essai = ((HtmlInput) page.getElementByName("essai")).getValue();
        send(page);
        var replayed = page(other.path() + "?essai=" + essai);
        choose(replayed, "satisfaction", "bad");
        assertThat(send(replayed).asNormalizedText()).contains("Question 1 sur 4");
        assertThat(said(one)).isEqualTo(1);
        assertThat(said(other)).isZero();
    }

    @Test
    void aVersionNeverChanges() {
        var form = made(Template.AVIS, ALL);
        assertThatThrownBy(
                        () ->
                                db.sql(
                                                "UPDATE avis.form_questions SET hidden = '{}' WHERE form = :id")
                                        .param("id", form.id())
                                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatIsWrongIsNamedAndTheSecondWriterIsTold() throws IOException {
        browser.addRequestHeader(Neighbours.RIGHT, "avis.gerer");
        var form = made(Template.AVIS, ALL);
        var path = desk() + "/" + form.id();
        var edit = page(path);
        var other = page(path);
        tick(edit, "masquer", "contact_reached");
        type(edit, "libelle-verbatim", "x".repeat(251));
        ((HtmlTextArea) edit.getElementByName("origines")).setText("http://ville.example");
        HtmlPage refused = SignsIn.press(edit, "Enregistrer");
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(refused.asNormalizedText())
                .contains("L’évaluation de l’aide", "n’est pas l’adresse d’un site", "250");
        type(other, "nom", form.name() + " bis");
        SignsIn.press(other, "Enregistrer");
        var late = page(path);
        type(late, "_version", "1");
        assertThat(SignsIn.press(late, "Enregistrer").getWebResponse().getStatusCode())
                .isEqualTo(409);
        var twice = page(desk());
        type(twice, "nom", form.name() + " BIS");
        choose(twice, "modele", "avis");
        assertThat(SignsIn.press(twice, "Créer le formulaire").asNormalizedText())
                .contains("déjà un formulaire de ce nom");
    }

    @Test
    void nobodyOpensTheFormsOfAnother() throws IOException {
        var foreign =
                ((Change.Done<ServiceForm>)
                                forms.create(
                                        Actor.CONSOLE,
                                        new OrganisationId(UUID.randomUUID()),
                                        new JudgedId(UUID.randomUUID()),
                                        facts(Template.AVIS, ALL, true)))
                        .value();
        assertThat(page(foreign.path()).getWebResponse().getStatusCode())
                .as("its service is not there")
                .isEqualTo(404);
        browser.addRequestHeader(Neighbours.RIGHT, "avis.gerer");
        assertThat(page(desk() + "/" + foreign.id()).getWebResponse().getStatusCode())
                .isEqualTo(404);
        assertThat(proofs.kinds().stream().map(Kind::code)).contains("avis.formulaire-refuse");
        browser.removeRequestHeader(Neighbours.RIGHT);
        browser.addRequestHeader(Neighbours.RIGHT, "avis.lire");
        assertThat(page(desk()).getWebResponse().getStatusCode()).isEqualTo(403);
    }

    private ServiceForm made(Template template, Questions questions) {
        var made = forms.create(Actor.CONSOLE, TOWN, service(), facts(template, questions, true));
        return ((Change.Done<ServiceForm>) made).value();
    }

    private ServiceForm changed(ServiceForm form, Questions questions, boolean open) {
        var facts = new Facts(form.name(), form.template(), open, List.of(), questions);
        assertThat(forms.change(Actor.CONSOLE, form, facts)).isInstanceOf(Change.Done.class);
        return forms.find(form.id()).orElseThrow();
    }

    private static Facts facts(Template template, Questions questions, boolean open) {
        return new Facts(unique("Essai"), template, open, List.of(), questions);
    }

    private ServiceForm named(String name) {
        return forms.of(service()).stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private long said(ServiceForm form) {
        return scores.byForm(service(), Scores.EVER)
                .getOrDefault(form.id(), Split.NONE)
                .open()
                .opinions();
    }

    private long clarities(ServiceForm form) {
        return db.sql("SELECT count(comprehension) FROM avis.opinion WHERE form = :form")
                .param("form", form.id())
                .query(Long.class)
                .single();
    }

    private List<Integer> versions(ServiceForm form) {
        return db.sql("SELECT questions FROM avis.opinion WHERE form = :form ORDER BY 1")
                .param("form", form.id())
                .query((row, _) -> row.getInt("questions"))
                .list();
    }

    private static JudgedId service() {
        return JudgedId.of(Neighbours.MEALS.id());
    }

    private static String desk() {
        return "/agent/avis/" + Neighbours.MEALS.id() + "/formulaires";
    }

    private static String unique(String name) {
        return name + " " + UUID.randomUUID();
    }

    private static void type(HtmlPage page, String field, String text) {
        ((HtmlInput) page.getElementByName(field)).setValue(text);
    }

    private static void tick(HtmlPage page, String field, String value) {
        page.<HtmlCheckBoxInput>querySelector("input[name=" + field + "][value=" + value + "]")
                .setChecked(true);
    }

    private static void choose(HtmlPage page, String field, String value) {
        page.<HtmlRadioButtonInput>querySelector("input[name=" + field + "][value=" + value + "]")
                .setChecked(true);
    }

    private static HtmlPage send(HtmlPage page) throws IOException {
        return page.<HtmlButton>querySelector("main form button").click();
    }

    private HtmlPage page(String path) throws IOException {
        return browser.getPage("http://localhost:" + port + path);
    }
}
