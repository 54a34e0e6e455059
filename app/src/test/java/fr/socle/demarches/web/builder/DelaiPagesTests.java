package fr.socle.demarches.web.builder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What silence means is settled through a page, before the first publication and never after. */
@NullMarked
class DelaiPagesTests extends BuilderHouse {

    @Autowired JdbcClient db;

    @Test
    void whatSilenceMeansIsSettledAndWrongLengthsAreSaid() throws IOException {
        var browser = builder(organisation("Commune à délai (essai)"));
        var path = create(browser, "Démarche à délai").getUrl().getPath() + "/delai";
        var form = formTo(page(browser, path), path);
        assertThat(form.getInputByName("duree").getValue()).isEqualTo("2");
        tick(form, "silence-accord");
        form.getInputByName("duree").setValue("800");
        HtmlPage refused = button(form).click();
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        var again = formTo(refused, path);
        assertThat(again.getInputByName("duree").getValue()).isEqualTo("800");
        again.getInputByName("duree").setValue("0");
        refused = button(again).click();
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        again = formTo(refused, path);
        again.getInputByName("duree").setValue("30");
        tick(again, "jours");
        tick(again, "reprend");
        HtmlPage kept = button(again).click();
        assertThat(kept.getWebResponse().getStatusCode()).isEqualTo(200);
        var shown = formTo(kept, path);
        assertThat(shown.getInputByName("duree").getValue()).isEqualTo("30");
        tick(shown, "ordinaire");
        HtmlPage none = button(shown).click();
        assertThat(formTo(none, path).getInputByName("duree").getValue()).isEqualTo("2");
    }

    @Test
    void theSecondWriterIsToldAndAPublishedProcedureKeepsWhatItSaid() throws IOException {
        var browser = builder(organisation("Commune publiante (essai)"));
        var base = create(browser, "Démarche à silence").getUrl().getPath();
        var path = base + "/delai";
        var form = formTo(page(browser, path), path);
        var late = formTo(page(browser, path), path);
        tick(form, "silence-rejet");
        button(form).click();
        tick(late, "declaratif-acceptation");
        HtmlPage conflict = button(late).click();
        assertThat(conflict.getWebResponse().getStatusCode()).isEqualTo(409);
        var open = formTo(page(browser, path), path);
        tick(open, "declaratif-acceptation");
        var id = base.substring(base.lastIndexOf('/') + 1);
        db.sql("UPDATE demarches.demarche SET state = 'publiee' WHERE id = :id::uuid")
                .param("id", id)
                .update();
        db.sql(
                        """
                        INSERT INTO demarches.revision (id, demarche, number, definition, datasets, habilitations,
                                                        published_at)
                        SELECT gen_random_uuid(), id, 1, draft, '{}', '{}', now() FROM demarches.demarche
                         WHERE id = :id::uuid
                        """)
                .param("id", id)
                .update();
        HtmlPage refused = button(open).click();
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(refused.asNormalizedText())
                .contains("ce choix ne change plus", "son silence vaut rejet (délai : 2 mois)");
        assertThat(page(browser, path).getForms())
                .noneMatch(it -> it.getActionAttribute().equals(path));
    }

    @Test
    void nobodyElseSettlesItAndARegimeThatIsNotOfferedIsRefused() throws IOException {
        var own = organisation("Commune gardée (essai)");
        var browser = builder(own);
        var path = create(browser, "Démarche à décider").getUrl().getPath() + "/delai";
        assertThat(post(browser, path)).isEqualTo(422);
        var stranger = builder(organisation("Commune curieuse (essai)"));
        assertThat(status(stranger, path)).isEqualTo(404);
        assertThat(post(stranger, path)).isEqualTo(404);
        var powerless = browserOf(agent("Sans droit (essai)", own), own);
        assertThat(status(powerless, path)).isEqualTo(403);
    }

    private static void tick(HtmlForm form, String value) {
        form.getInputsByValue(value).getFirst().setChecked(true);
    }
}
