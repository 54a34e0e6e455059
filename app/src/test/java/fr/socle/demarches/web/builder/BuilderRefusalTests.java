package fr.socle.demarches.web.builder;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.builder.DemarcheBuilder;
import fr.socle.ui.form.Form;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the builder refuses, and how it says so. */
@NullMarked
class BuilderRefusalTests extends BuilderHouse {

    @Autowired DemarcheBuilder demarcheBuilder;

    @Test
    void nobodyElseTouchesAProcedure() throws IOException {
        var own = organisation("Commune propriétaire (essai)");
        var base = create(builder(own), "Démarche gardée").getUrl().getPath();
        var stranger = builder(organisation("Commune voisine (essai)"));
        var paths =
                List.of("", "/presentation", "/apercu", "/publier", "/export", "/champs/nouveau");
        for (var path : paths) {
            assertThat(status(stranger, base + path)).as(path).isEqualTo(404);
        }
        for (var path :
                List.of("/presentation", "/publier", "/fermeture", "/ordre", "/champs/nouveau")) {
            assertThat(post(stranger, base + path)).as(path).isEqualTo(404);
        }
        var powerless = browserOf(agent("Sans droit (essai)", own), own);
        assertThat(status(powerless, HOME)).isEqualTo(403);
        assertThat(status(powerless, base)).isEqualTo(403);
        assertThat(post(powerless, base + "/publier")).isEqualTo(403);
        assertThat(page(browser(), HOME).getUrl().getPath())
                .startsWith("/agents/api/v2/interaction/");
        assertThat(page(stranger, HOME).asNormalizedText()).doesNotContain("Démarche gardée");
        assertThat(status(browser(), "/demarches/demarche-gardee")).isEqualTo(404);
    }

    @Test
    void theSecondWriterIsToldAndLosesNothing() throws IOException {
        var where = organisation("Commune à deux mains (essai)");
        var browser = builder(where);
        var base = create(browser, "Démarche disputée").getUrl().getPath();
        HtmlPage late = page(browser, base + "/champs/nouveau?type=texte");
        HtmlPage facts = page(browser, base + "/presentation");
        add(browser, base, "texte", "Premier arrivé");
        var form = formTo(late, base + "/champs/nouveau");
        form.getInputByName("label").setValue("Second arrivé");
        HtmlPage conflict = button(form).click();
        assertThat(conflict.getWebResponse().getStatusCode()).isEqualTo(409);
        assertThat(conflict.asNormalizedText())
                .contains("Ce qui a changé depuis", "Premier arrivé : Ajouté");
        var again = formTo(conflict, base + "/champs/nouveau");
        assertThat(again.getInputByName("label").getValue()).isEqualTo("Second arrivé");
        HtmlPage saved = button(again).click();
        assertThat(saved.asNormalizedText()).contains("Premier arrivé", "Second arrivé");
        HtmlPage stale = button(formTo(facts, base + "/presentation")).click();
        assertThat(stale.getWebResponse().getStatusCode()).isEqualTo(409);
        assertThat(post(browser, base + "/ordre")).isEqualTo(404);
    }

    @Test
    void undoingGoesBackOneChangeAtATime() throws IOException {
        var own = organisation("Commune qui hésite (essai)");
        var browser = builder(own);
        var base = create(browser, "Démarche hésitante").getUrl().getPath();
        assertThat(page(browser, base).asNormalizedText()).doesNotContain("Dernière modification");
        add(browser, base, "texte", "La première");
        var both = add(browser, base, "texte", "La seconde");
        assertThat(both.asNormalizedText()).contains("La seconde : Ajouté");
        var stale = formTo(both, base + "/annulation");
        HtmlPage once = button(stale).click();
        assertThat(once.asNormalizedText())
                .contains("La dernière modification est annulée", "La première : Ajouté")
                .doesNotContain("La seconde");
        assertThat(button(stale).click().getWebResponse().getStatusCode()).isEqualTo(409);
        HtmlPage twice = button(formTo(once, base + "/annulation")).click();
        assertThat(twice.asNormalizedText())
                .doesNotContain("La première")
                .doesNotContain("Dernière modification");
        assertThat(post(browser, base + "/annulation")).isEqualTo(404);
        var stranger = builder(organisation("Commune curieuse (essai)"));
        assertThat(post(stranger, base + "/annulation")).isEqualTo(404);
    }

    @Test
    void aCreationPressedTwiceMakesOneProcedure() throws IOException {
        var where = organisation("Commune pressée (essai)");
        var browser = builder(where);
        HtmlPage blank = page(browser, HOME + "/nouvelle");
        var form = formTo(blank, HOME + "/nouvelle");
        form.getInputByName("title").setValue("Une seule fois");
        HtmlPage made = button(form).click();
        HtmlPage again = button(form).click();
        assertThat(again.getUrl()).isEqualTo(made.getUrl());
        assertThat(demarcheBuilder.of(where.id())).hasSize(1);

        var stranger = builder(organisation("Commune imitatrice (essai)"));
        HtmlPage other = page(stranger, HOME + "/nouvelle");
        var copied = formTo(other, HOME + "/nouvelle");
        copied.getInputByName("title").setValue("Une seule fois");
        copied.getInputByName(Form.IDENTIFIER)
                .setValue(form.getInputByName(Form.IDENTIFIER).getValue());
        HtmlPage refused = button(copied).click();
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
    }

    @Test
    void whatIsWrongIsSaidAndKept() throws IOException {
        var browser = builder(organisation("Commune distraite (essai)"));
        HtmlPage blank = page(browser, HOME + "/nouvelle");
        var form = formTo(blank, HOME + "/nouvelle");
        form.getInputByName("title").setValue("x".repeat(300));
        form.getInputByName("minutes").setValue("beaucoup");
        HtmlPage refused = button(form).click();
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        var again = formTo(refused, HOME + "/nouvelle");
        assertThat(again.getInputByName("minutes").getValue()).isEqualTo("beaucoup");
        var base = create(browser, "Démarche distraite").getUrl().getPath();
        assertThat(status(browser, base + "/champs/nouveau?type=inconnu")).isEqualTo(404);
        assertThat(status(browser, base + "/champs/zzzzzzzz")).isEqualTo(404);
        assertThat(status(browser, base + "/champs/..%00")).isIn(400, 404);
        assertThat(status(browser, HOME + "/" + UUID.randomUUID())).isEqualTo(404);
        assertThat(status(browser, HOME + "/importer")).isEqualTo(200);
    }
}
