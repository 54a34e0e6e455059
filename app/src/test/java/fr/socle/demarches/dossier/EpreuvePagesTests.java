package fr.socle.demarches.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Definition;
import fr.socle.directory.Actor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The draft of a procedure, tried by whoever has its private link. */
@NullMarked
class EpreuvePagesTests extends DossierHouse {

    private static final Actor ACTOR = new Actor(Actor.Nature.CONSOLE, null, "");
    private static final Pattern LINK = Pattern.compile("/essais/[A-Za-z0-9_-]{43}");

    @Test
    void aStrangerFillsAndDepositsADraftByItsLink() throws IOException {
        draft("Une question du brouillon");
        var link = opened();
        HtmlPage start = browser().getPage(address(link));
        assertThat(start.asNormalizedText())
                .contains("Ceci est un essai", "Livret de famille", "Quotient familial");
        var filling = press(formTo(start, link), "Commencer l’essai");
        assertThat(filling.asNormalizedText())
                .contains("Une question du brouillon", "Ceci est un essai");
        var incomplete = press(fields(filling), "Continuer");
        assertThat(status(incomplete)).isEqualTo(422);
        var review = press(answered(incomplete), "Continuer");
        assertThat(review.getUrl().getPath()).endsWith("/relire");
        var done = press(formTo(review, "/deposer"), "Déposer l’essai");
        assertThat(done.asNormalizedText()).contains("L’essai est déposé", "Léa", "Jean-Moulin");
        var again = press(formTo(review, "/deposer"), "Déposer l’essai");
        assertThat(again.asNormalizedText()).contains("L’essai est déposé");
        HtmlPage builders = agentBrowser(builderOf(school)).getPage(address(home()));
        assertThat(builders.asNormalizedText()).contains("Un essai commencé, un mené au bout");
    }

    @Test
    void aTestIsNoDossierAndAsksNoAdministration() throws IOException {
        draft("Une question du brouillon");
        int asked = gateway.asked.get();
        var dossiers = dossiers();
        var review = press(answered(begun(opened())), "Continuer");
        press(formTo(review, "/deposer"), "Déposer l’essai");
        assertThat(dossiers()).isEqualTo(dossiers);
        assertThat(gateway.asked.get()).isEqualTo(asked);
    }

    @Test
    void publicationRemovesTheLinkAndTheTests() throws IOException {
        draft("Une question du brouillon");
        var link = opened();
        var filling = begun(link);
        var present = builder.find(demarche()).orElseThrow();
        publisher.publish(ACTOR, present.id(), present.fiche().version());
        assertThat(status(browser(), link)).isEqualTo(404);
        assertThat(status(press(fields(filling), "Enregistrer"))).isEqualTo(404);
        assertThat(left()).isZero();
    }

    @Test
    void aReplacedEndedOrExpiredLinkLeadsNowhere() throws IOException {
        draft("Une question du brouillon");
        var first = opened();
        var path = begun(first).getUrl().getPath();
        var second = opened();
        assertThat(second).isNotEqualTo(first);
        assertThat(status(browser(), first)).isEqualTo(404);
        assertThat(status(browser(), path)).isEqualTo(404);
        var other = begun(second).getUrl().getPath();
        // the secret of a test opens nothing without the link under which it was begun
        assertThat(status(browser(), first + other.substring(second.length()))).isEqualTo(404);
        assertThat(status(browser(), second + "/" + "x".repeat(43))).isEqualTo(404);
        var agent = agentBrowser(builderOf(school));
        HtmlPage page = agent.getPage(address(home()));
        var ended = press(formTo(page, "/essai/fin"), "Arrêter les essais");
        assertThat(ended.asNormalizedText()).contains("Les essais sont arrêtés");
        assertThat(status(browser(), second)).isEqualTo(404);

        var third = opened();
        db.sql(
                        """
                        UPDATE demarches.epreuve_lien SET made_at = made_at - INTERVAL '31 days',
                               expires_at = expires_at - INTERVAL '31 days' WHERE demarche = :id
                        """)
                .param("id", demarche().value())
                .update();
        assertThat(status(browser(), third)).isEqualTo(404);
        HtmlPage after = agent.getPage(address(home()));
        assertThat(after.asNormalizedText()).contains("Aucun lien d’essai n’est ouvert");
    }

    @Test
    void twoTabsOfOneTestNeverOverwriteEachOther() throws IOException {
        draft("Une question du brouillon");
        var filling = begun(opened());
        var late = fields(filling);
        press(answered(filling), "Enregistrer");
        assertThat(status(press(late, "Enregistrer"))).isEqualTo(409);
    }

    @Test
    void theDraftMayChangeWhileItIsTested() throws IOException {
        draft("Une question du brouillon");
        var filling = begun(opened());
        draft("Une tout autre question");
        var kept = press(fields(filling), "Enregistrer");
        assertThat(kept.asNormalizedText())
                .contains("Une question du brouillon")
                .doesNotContain("Une tout autre question");
    }

    @Test
    void onlyBuildersOfTheOrganisationOpenTests() throws IOException {
        var before = entries("demarches.epreuve-ouverte");
        var path = home();
        assertThat(status(agentBrowser(agent("Ines Essai", school)), path)).isEqualTo(403);
        var mine = agentBrowser(builderOf(school));
        HtmlPage page = mine.getPage(address(path));
        var form = formTo(page, "/essai");
        var elsewhere = slug;
        city();
        form.setActionAttribute(
                path.replace(demarche(elsewhere).toString(), demarche().toString()));
        assertThat(status(press(form, "Créer un lien d’essai"))).isEqualTo(404);
        assertThat(entries("demarches.epreuve-ouverte")).isEqualTo(before);
    }

    /** The draft asks one question more than what is published. */
    private void draft(String question) {
        var present = builder.find(demarche()).orElseThrow();
        var champs = new ArrayList<>(MadeUpForm.definition().champs());
        champs.add(Champ.of(new ChampId("nouv"), question, false, new ChampType.Texte(100, false)));
        done(
                builder.redraft(
                        present.id(),
                        new Definition(champs, List.of(), List.of()),
                        Map.of(Neighbours.DATASET, Neighbours.HABILITATION),
                        present.fiche().version()));
    }

    private String opened() throws IOException {
        HtmlPage page = agentBrowser(builderOf(school)).getPage(address(home()));
        var label =
                page.asNormalizedText().contains("Aucun lien d’essai")
                        ? "Créer un lien d’essai"
                        : "Remplacer le lien";
        var made = press(formTo(page, "/essai"), label).asNormalizedText();
        assertThat(made).contains("Le lien d’essai est créé");
        var link = LINK.matcher(made);
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private HtmlPage begun(String link) throws IOException {
        HtmlPage start = browser().getPage(address(link));
        return press(formTo(start, link), "Commencer l’essai");
    }

    private static HtmlForm fields(HtmlPage page) {
        return formTo(page, page.getUrl().getPath());
    }

    private static HtmlForm answered(HtmlPage page) {
        var form = fields(page);
        answer(form);
        byEnd(form, ".nomn").setValue("Essai");
        byEnd(form, ".quot").setValue("872,50");
        return form;
    }

    private String home() {
        return "/administration/demarches/" + demarche() + "/essai";
    }

    private DemarcheId demarche() {
        return demarche(slug);
    }

    private DemarcheId demarche(String name) {
        return new DemarcheId(
                db.sql("SELECT id FROM demarches.demarche WHERE slug = :slug")
                        .param("slug", name)
                        .query(UUID.class)
                        .single());
    }

    private long dossiers() {
        return db.sql("SELECT count(*) FROM demarches.dossier").query(Long.class).single();
    }

    private long left() {
        return db.sql(
                        """
                        SELECT count(*) FROM demarches.epreuve e
                          JOIN demarches.epreuve_lien l ON l.token_hash = e.lien WHERE l.demarche = :id
                        """)
                .param("id", demarche().value())
                .query(Long.class)
                .single();
    }
}
