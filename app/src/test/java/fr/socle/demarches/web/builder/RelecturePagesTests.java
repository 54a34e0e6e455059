package fr.socle.demarches.web.builder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What an author finds in the builder beside the fields: remarks, cases, annotations. */
@NullMarked
class RelecturePagesTests extends BuilderHouse {

    @Test
    void aRemarkIsMendedByOneClick() throws IOException {
        var browser = builder(organisation("Commune relectrice (essai)"));
        var base = create(browser, "Relue").getUrl().getPath();
        add(browser, base, "texte", "Date de début des travaux");
        HtmlPage remarks = page(browser, base + "/relecture");
        assertThat(remarks.asNormalizedText()).contains("Choisir le type « Date »");
        HtmlPage mended = button(formTo(remarks, base + "/relecture")).click();
        assertThat(mended.asNormalizedText())
                .contains("C’est corrigé")
                .doesNotContain("Choisir le type « Date »");
        assertThat(page(browser, base).asNormalizedText()).contains("Date · obligatoire");
    }

    @Test
    void aRemarkOfAnotherProcedureIsNotFoundAndAnUnknownOneMendsNothing() throws IOException {
        var browser = builder(organisation("Commune fermée (essai)"));
        var base = create(browser, "Fermée").getUrl().getPath();
        var stranger = builder(organisation("Commune voisine (essai)"));
        assertThat(status(stranger, base + "/relecture")).isEqualTo(404);
        add(browser, base, "texte", "Date de début");
        HtmlPage remarks = page(browser, base + "/relecture");
        var form = formTo(remarks, base + "/relecture");
        form.getButtonsByName("remarque").getFirst().setAttribute("value", "never zzzz");
        HtmlPage same = button(form).click();
        assertThat(same.getWebResponse().getStatusCode()).isEqualTo(200);
        assertThat(same.asNormalizedText()).contains("Choisir le type « Date »");
    }

    @Test
    void whatThePreviewShowsIsKeptAsACase() throws IOException {
        var browser = builder(organisation("Commune aux essais (essai)"));
        var base = create(browser, "Essayée").getUrl().getPath();
        add(browser, base, "oui-non", "Avez-vous une voiture ?");
        HtmlPage preview = page(browser, base + "/apercu");
        var form = formTo(preview, base + "/apercu");
        form.getInputByName("essai").setValue("sans réponse");
        HtmlPage kept = form.getButtonsByName("action").getLast().click();
        assertThat(kept.asNormalizedText()).contains("sans réponse").contains("Réussi");
        HtmlPage editor = page(browser, base);
        HtmlPage edit = editor.getAnchorByText("Avez-vous une voiture ?").click();
        var path = edit.getUrl().getPath();
        button(formTo(edit, path + "/suppression")).click();
        assertThat(page(browser, base + "/apercu").asNormalizedText()).contains("Échoué");
        assertThat(page(browser, base + "/publier").asNormalizedText()).contains("la question « ");
        var cases = page(browser, base + "/apercu");
        HtmlPage without = button(formTo(cases, base + "/apercu/essai")).click();
        assertThat(without.asNormalizedText()).doesNotContain("sans réponse");
    }

    @Test
    void annotationsAreTheAdministrationsOwn() throws IOException {
        var browser = builder(organisation("Commune annotée (essai)"));
        var base = create(browser, "Annotée").getUrl().getPath();
        var path = base + "/champs/nouveau";
        HtmlPage blank = page(browser, path + "?type=engagement-juridique&annotation=oui");
        var form = formTo(blank, path);
        form.getInputByName("label").setValue("Engagement Chorus");
        HtmlPage added = button(form).click();
        assertThat(added.asNormalizedText()).contains("Engagement Chorus");
        assertThat(page(browser, base + "/apercu").asNormalizedText())
                .doesNotContain("Engagement Chorus");
        assertThat(page(browser, base + "/publier").asNormalizedText())
                .contains("ne pose encore aucune question");
    }

    @Test
    void aLongListIsSearchedWithoutJavaScript() throws IOException {
        var browser = builder(organisation("Commune aux listes (essai)"));
        var base = create(browser, "Longue liste").getUrl().getPath();
        add(browser, base, "commune", "Où habitez-vous ?");
        HtmlPage preview = page(browser, base + "/apercu");
        assertThat(preview.getWebResponse().getContentAsString()).hasSizeLessThan(60_000);
        var form = formTo(preview, base + "/apercu");
        form.getInputsByName(searched(preview)).getFirst().setValue("Saint-Denis");
        HtmlPage several = button(form).click();
        assertThat(several.asNormalizedText())
                .contains("Plusieurs réponses correspondent")
                .contains("Saint-Denis (974)");
        HtmlPage found = several.getWebClient().getPage(preview.getUrl());
        var again = formTo(found, base + "/apercu");
        again.getInputsByName(searched(found)).getFirst().setValue("Rennes");
        HtmlPage one = button(again).click();
        assertThat(one.asNormalizedText()).doesNotContain("Plusieurs réponses");
    }

    private static String searched(HtmlPage page) {
        HtmlInput input = page.getFirstByXPath("//input[contains(@name, '.cherche')]");
        return input.getNameAttribute();
    }
}
