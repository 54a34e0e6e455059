package fr.socle.demarches.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.builder.PublishedRevision;
import fr.socle.demarches.builder.Revisions;
import fr.socle.demarches.prefill.Prefills;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Answers that a link or a program proposes, as the usager meets them. */
@NullMarked
class PrefillPagesTests extends DossierHouse {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String SPENT = "Le lien que vous avez suivi ne sert plus";

    @Autowired Prefills prefills;
    @Autowired Revisions revisions;

    @Test
    void aLinkProposesAnswersThatTheUsagerCorrects() throws IOException {
        var browser = usager(UUID.randomUUID());
        var path = "/commencer/" + slug + "?champ_jour=2026-02-28&champ_regi=true&champ_zzzz=1";
        HtmlPage begin = browser.getPage(address(path));
        assertThat(begin.asNormalizedText())
                .contains("Des réponses vous sont proposées", "Date d’arrivée", "28/02/2026")
                .contains("Une réponse proposée n’a pas pu être reprise");
        var filling = press(formTo(begin, slug), "Commencer ma demande");
        assertThat(filling.asNormalizedText())
                .contains("Réponse proposée par le lien que vous avez suivi (Date d’arrivée)")
                .contains("Lequel");
        var form = form(filling);
        byEnd(form, ".jour.jour").setValue("27");
        byEnd(form, ".pren").setValue("Léa");
        byEnd(form, ".deta").setValue("Végétarien");
        form.getInputsByValue("Jean-Moulin").getFirst().setChecked(true);
        var review = press(form, "Continuer");
        assertThat(review.getUrl().getPath()).endsWith("/relire");
        assertThat(rowOf(review, "Date d’arrivée")).contains("27/02/2026", "Déclaré par l’usager");
        assertThat(rowOf(review, "Régime particulier")).contains("Proposé par un lien le");
    }

    @Test
    void aLinkNeverAnswersForTheFederationOrAnAdministration() throws IOException {
        var browser = usager(UUID.randomUUID());
        HtmlPage begin =
                browser.getPage(
                        address(
                                "/mes-dossiers/commencer/"
                                        + slug
                                        + "?champ_nomn=AUTRE&champ_quot=1"));
        var filling = press(formTo(begin, slug), "Commencer ma demande");
        assertThat(filling.asNormalizedText()).contains("ESSAI", "872,5").doesNotContain("AUTRE");
    }

    @Test
    void theShortAddressCarriesNothingElse() throws IOException {
        var browser = browser();
        browser.getOptions().setRedirectEnabled(false);
        var answer =
                browser.getPage(
                                address(
                                        "/commencer/"
                                                + slug
                                                + "?champ_jour=2026-02-28&retour=//ailleurs.example"))
                        .getWebResponse();
        assertThat(answer.getStatusCode()).isEqualTo(303);
        assertThat(answer.getResponseHeaderValue("Location"))
                .endsWith("/mes-dossiers/commencer/" + slug + "?champ_jour=2026-02-28");
        assertThat(status(browser, "/commencer/inconnue")).isEqualTo(404);
    }

    @Test
    void aProgramsAnswersServeTheFirstWhoBeginsAndNobodyElse() throws IOException {
        var kept = kept("{\"champ_jour\":\"2026-02-28\"}");
        assertThat(prefills.follow(asked().demarche(), List.of(kept.token(), "inconnu")))
                .singleElement()
                .satisfies(it -> assertThat(it.begun()).isEmpty());
        var browser = usager(UUID.randomUUID());
        HtmlPage begin = browser.getPage(address(kept.path()));
        var filling = press(formTo(begin, slug), "Commencer ma demande");
        assertThat(byEnd(form(filling), ".jour.mois").getValue()).isEqualTo("2");
        var again = press(formTo(begin, slug), "Commencer ma demande");
        assertThat(idOf(again)).isEqualTo(idOf(filling));
        assertThat(prefills.follow(asked().demarche(), List.of(kept.token())).getFirst().begun())
                .map(Prefills.Begun::state)
                .contains("brouillon");
        assertThat(serialOf(idOf(filling))).isEqualTo(kept.serial());
        HtmlPage late = usager(UUID.randomUUID()).getPage(address(kept.path()));
        assertThat(late.asNormalizedText())
                .contains("Les réponses de ce lien ne sont plus là")
                .doesNotContain("28/02/2026");
        assertThat(stillKept()).isZero();
    }

    @Test
    void whoBeginsWithALinkThatSomebodyElseUsedMeanwhileIsTold() throws IOException {
        var kept = kept("{\"champ_jour\":\"2026-02-28\"}");
        HtmlPage late = usager(UUID.randomUUID()).getPage(address(kept.path()));
        HtmlPage first = usager(UUID.randomUUID()).getPage(address(kept.path()));
        var filling = press(formTo(first, slug), "Commencer ma demande");
        assertThat(filling.asNormalizedText()).doesNotContain(SPENT);
        assertThat(press(formTo(first, slug), "Commencer ma demande").asNormalizedText())
                .as("pressed twice")
                .doesNotContain(SPENT);
        var empty = press(formTo(late, slug), "Commencer ma demande");
        assertThat(empty.asNormalizedText()).contains(SPENT);
        assertThat(byEnd(form(empty), ".jour.mois").getValue()).isEmpty();
    }

    @Test
    void whatADossierWasBegunWithGoesWithTheDossier() throws IOException {
        var kept = kept("{\"champ_jour\":\"2026-02-28\"}");
        HtmlPage begin = usager(UUID.randomUUID()).getPage(address(kept.path()));
        var filling = press(formTo(begin, slug), "Commencer ma demande");
        var tokens = List.of(kept.token());
        assertThat(prefills.follow(asked().demarche(), tokens)).hasSize(1);
        db.sql("DELETE FROM demarches.dossier WHERE id = :id")
                .param("id", UUID.fromString(idOf(filling)))
                .update();
        assertThat(prefills.follow(asked().demarche(), tokens)).isEmpty();
    }

    @Test
    void aTokenThatIsTooOldOrOfAnotherProcedureIsGone() {
        var kept = kept("{\"champ_jour\":\"2026-02-28\"}");
        assertThat(prefills.find(asked(), kept.token())).isPresent();
        assertThat(prefills.find(asked(), kept.token() + "x")).isEmpty();
        var other = revisions.latest("tarif-restauration-scolaire").orElseThrow();
        assertThat(prefills.find(other, kept.token())).isEmpty();
        assertThat(prefills.claim(other, kept.token(), DossierId.random())).isFalse();
        db.sql("UPDATE demarches.preremplissage SET made_at = made_at - INTERVAL '15 days'")
                .update();
        assertThat(prefills.find(asked(), kept.token())).isEmpty();
        assertThat(prefills.follow(asked().demarche(), List.of(kept.token()))).isEmpty();
    }

    @Test
    void whatIsNoObjectOrTooLongIsNotKept() {
        assertThat(prefills.keep(asked(), JSON.readTree("[1]"))).isEmpty();
        assertThat(prefills.keep(asked(), JSON.readTree("\"champ_jour\""))).isEmpty();
        var huge = JSON.createObjectNode().put("champ_jour", "x".repeat(Prefills.LONGEST));
        assertThat(prefills.keep(asked(), huge)).isEmpty();
    }

    private Prefills.Kept kept(String body) {
        return prefills.keep(asked(), JSON.readTree(body)).orElseThrow();
    }

    private PublishedRevision asked() {
        return revisions.latest(slug).orElseThrow();
    }

    /** How many tokens that a dossier was begun with still hold answers. */
    private long stillKept() {
        return db.sql(
                        """
                        SELECT count(*) FROM demarches.preremplissage WHERE dossier IS NOT NULL AND content IS NOT NULL
                        """)
                .query(Long.class)
                .single();
    }

    private int serialOf(String dossier) {
        return db.sql("SELECT serial FROM demarches.dossier WHERE id = :id")
                .param("id", UUID.fromString(dossier))
                .query(Integer.class)
                .single();
    }

    private static String rowOf(HtmlPage page, String question) {
        return page.getElementsByTagName("tr").stream()
                .map(it -> it.asNormalizedText())
                .filter(it -> it.startsWith(question))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + question));
    }
}
