package fr.socle.demarches.web.builder;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.definition.Types;
import fr.socle.directory.ServiceDraft;
import java.io.IOException;
import java.util.List;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Building a procedure through the pages, until it is published. */
@NullMarked
class BuilderPagesTests extends BuilderHouse {

    @Test
    void anAgentBuildsAndPublishesAProcedure() throws IOException {
        var where = organisation("Commune bâtisseuse (essai)");
        done(services.create(SOMEONE, where.id(), new ServiceDraft("Guichet", null)));
        var browser = builder(where);
        var made = create(browser, "Inscription à la garderie d’été");
        var base = made.getUrl().getPath();

        var asked = add(browser, base, "oui-non", "Avez-vous une voiture ?");
        assertThat(asked.asNormalizedText()).contains("Avez-vous une voiture ?");
        add(browser, base, "texte", "Laquelle ?");
        condition(browser, base);
        HtmlPage editor = page(browser, base);
        assertThat(editor.asNormalizedText())
                .contains("Affiché si « Avez-vous une voiture ? » est égal à « Oui »");

        previewFollowsAnswers(browser, base);

        HtmlPage blocked = page(browser, base + "/publier");
        assertThat(blocked.asNormalizedText()).contains("Choisissez au moins un service actif");
        assertThat(buttonsTo(blocked, base + "/publier")).isEmpty();

        complete(browser, base);
        HtmlPage ready = page(browser, base + "/publier");
        HtmlPage published = button(formTo(ready, base + "/publier")).click();
        assertThat(published.asNormalizedText()).contains("La démarche est publiée");

        var slug = "inscription-garderie-ete";
        var revision = revisions.latest(slug).orElseThrow();
        assertThat(revision.open()).isTrue();
        assertThat(demarches.search("inscriptions GARDERIE été", 5))
                .anySatisfy(it -> assertThat(it.path()).isEqualTo("/demarches/" + slug));
        HtmlPage presented = page(browser(), "/demarches/" + slug);
        assertThat(presented.asNormalizedText()).contains("Commencer").contains("Guichet");
        assertThat(presented.getAnchorByHref("/mes-dossiers/commencer/" + slug)).isNotNull();

        changesAreTold(browser, base);
        HtmlPage publish = page(browser, base + "/publier");
        HtmlPage closed = button(formTo(publish, base + "/fermeture")).click();
        assertThat(closed.asNormalizedText()).contains("La démarche est fermée");
        assertThat(revisions.revision(revision.id()).orElseThrow().definition())
                .isEqualTo(revision.definition());
        assertThat(page(browser(), "/demarches/" + slug).asNormalizedText())
                .contains("Cette démarche est fermée");
        assertThat(demarches.search("garderie", 5)).isEmpty();
    }

    @Test
    void everyTypeOfFieldCanBeAddedAndChanged() throws IOException {
        var where = organisation("Commune aux quarante types (essai)");
        var browser = builder(where);
        var base = create(browser, "Tous les types").getUrl().getPath();
        for (var type : Types.CODES) {
            var path = base + "/champs/nouveau";
            HtmlPage blank = page(browser, path + "?type=" + type);
            assertThat(blank.getWebResponse().getStatusCode()).as(type).isEqualTo(200);
            var form = formTo(blank, path);
            form.getInputByName("label").setValue("Champ " + type);
            if (type.equals("choix") || type.equals("choix-multiple")) {
                form.getTextAreaByName("options").setText("Un\nDeux");
            }
            HtmlPage added = button(form).click();
            assertThat(added.asNormalizedText()).as(type).contains("Champ " + type);
            HtmlPage edit = added.getAnchorByText("Champ " + type).click();
            HtmlPage saved = button(edit.getForms().get(formIndex(edit))).click();
            assertThat(saved.getWebResponse().getStatusCode()).as(type).isEqualTo(200);
        }
        assertThat(page(browser, base + "/apercu").getWebResponse().getStatusCode()).isEqualTo(200);
        assertThat(status(browser, base + "/export")).isEqualTo(200);
    }

    @Test
    void theDemonstrationsProcedureIsPublished() throws IOException {
        HtmlPage page = page(browser(), "/demarches/tarif-restauration-scolaire");
        assertThat(page.asNormalizedText())
                .contains("Tarif de la restauration scolaire")
                .contains("Vie scolaire")
                .contains("Commencer");
    }

    @Test
    void thePagesAlsoSpeakEnglish() throws IOException {
        var browser = builder(organisation("Commune anglophone (essai)"));
        var base = create(browser, "Démarche traduite").getUrl().getPath();
        add(browser, base, "choix", "Choice?");
        page(browser, "/langue/en?retour=/");
        for (var path : List.of("", "/presentation", "/apercu", "/publier", "/champs/nouveau")) {
            assertThat(status(browser, base + path)).as(path).isEqualTo(200);
        }
        assertThat(status(browser, "/demarches/tarif-restauration-scolaire")).isEqualTo(200);
    }
}
