package fr.socle.demarches.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.builder.Publication;
import fr.socle.demarches.builder.Revisions;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Edits;
import fr.socle.directory.Actor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.UUID;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A procedure that is published anew while people fill it, through pages and without scripts. */
@NullMarked
class RevisionPagesTests extends DossierHouse {

    private static final Actor SOMEONE = new Actor(Actor.Nature.CONSOLE, null, "");

    @Autowired Revisions revisions;

    @Test
    void aFormThatWasOpenWhenARevisionCameLosesNothing() throws IOException {
        var form = form(filled(usager(UUID.randomUUID())));
        byEnd(form, ".jour.jour").setValue("28");
        byEnd(form, ".jour.mois").setValue("02");
        byEnd(form, ".jour.annee").setValue("2026");
        publish(withoutDayAndWithReason());
        var after = press(form, "Enregistrer le brouillon");
        assertThat(after.asNormalizedText())
                .contains("Cette démarche a changé depuis votre dernière visite")
                .contains("Une de vos réponses n’a pas trouvé de place")
                .contains("Date d’arrivée", "28/02/2026", "Cette question n’est plus posée")
                .contains("Raison de la demande");
        assertThat(byEnd(form(after), ".pren").getValue()).isEqualTo("Léa");
        var read = press(formTo(after, "/ecartees"), "J’ai lu");
        assertThat(read.asNormalizedText()).doesNotContain("n’a pas trouvé de place");
        assertThat(byEnd(form(read), ".pren").getValue()).isEqualTo("Léa");
    }

    @Test
    void theReviewNamesEachMissingAnswerWithItsLink() throws IOException {
        var browser = usager(UUID.randomUUID());
        var page = begun(browser);
        var review = (HtmlPage) browser.getPage(address("/mes-dossiers/" + idOf(page) + "/relire"));
        assertThat(status(review)).isEqualTo(422);
        assertThat(review.asNormalizedText())
                .contains("Il manque des réponses", "Enfant – Prénom", "Régime particulier")
                .doesNotContain("Lequel");
        var link = review.getAnchorByText("Régime particulier");
        assertThat(link.getHrefAttribute()).endsWith("/remplir#c.regi");
        HtmlPage there = link.click();
        assertThat(there.getElementById("c.regi")).isNotNull();
    }

    @Test
    void aDepositFromAPageOfTheRevisionBeforeIsReadAgainFirst() throws IOException {
        var browser = usager(UUID.randomUUID());
        var review = press(form(filled(browser)), "Continuer");
        publish(relabelled());
        var told = press(formTo(review, "/deposer"), "Déposer mon dossier");
        assertThat(status(told)).isEqualTo(409);
        assertThat(told.asNormalizedText()).contains("Cette démarche a changé", "Le régime suivi");
        var done = press(formTo(told, "/deposer"), "Déposer mon dossier");
        assertThat(done.asNormalizedText()).contains("Votre dossier est déposé");
    }

    @Test
    void whatWasDepositedStaysUnderItsOwnRevision() throws IOException {
        var browser = usager(UUID.randomUUID());
        var id = idOf(deposited(browser));
        var before = revisionOf(id);
        publish(relabelled());
        HtmlPage page = browser.getPage(address("/mes-dossiers/" + id));
        assertThat(page.asNormalizedText()).doesNotContain("Le régime suivi");
        assertThat(revisionOf(id)).isEqualTo(before);
    }

    @Test
    void aDepositedDossierBeginsAnotherWithWhatWasWritten() throws IOException {
        var browser = usager(UUID.randomUUID());
        var page = deposited(browser);
        publish(withoutDayAndWithReason());
        var form = formTo(page, "/copier");
        var copied = press(form, "Commencer avec ces réponses");
        assertThat(idOf(copied)).isNotEqualTo(idOf(page));
        assertThat(byEnd(form(copied), ".pren").getValue()).isEqualTo("Léa");
        assertThat(copied.asNormalizedText())
                .contains("Raison de la demande", "Transmis par Caisse d’essai")
                .doesNotContain("Réponse proposée par le lien");
        assertThat(idOf(press(form, "Commencer avec ces réponses"))).isEqualTo(idOf(copied));
        var stranger = usager(UUID.randomUUID());
        var own = formTo(begun(stranger), "/supprimer");
        own.setActionAttribute("/mes-dossiers/" + idOf(page) + "/copier");
        assertThat(status(press(own, "Supprimer ce brouillon"))).isEqualTo(404);
    }

    @Test
    void twoPagesThatOpenADraftAtOnceMoveItOnce() throws IOException {
        var browser = usager(UUID.randomUUID());
        var first = filled(browser);
        press(form(first), "Enregistrer le brouillon");
        publish(withoutDayAndWithReason());
        var address = address("/mes-dossiers/" + idOf(first) + "/remplir");
        HtmlPage one = browser.getPage(address);
        HtmlPage two = browser.getPage(address);
        assertThat(one.asNormalizedText()).contains("a changé depuis votre dernière visite");
        assertThat(two.asNormalizedText()).doesNotContain("a changé depuis votre dernière visite");
        assertThat(byEnd(form(two), ".pren").getValue()).isEqualTo("Léa");
    }

    @Test
    void theOneWhoPublishesReadsWhatItDoesToDrafts() throws IOException {
        var form = form(filled(usager(UUID.randomUUID())));
        byEnd(form, ".jour.jour").setValue("28");
        byEnd(form, ".jour.mois").setValue("02");
        byEnd(form, ".jour.annee").setValue("2026");
        press(form, "Continuer");
        deposited(usager(UUID.randomUUID()));
        var demarche = revisions.latest(slug).orElseThrow().demarche();
        draft(withoutDayAndWithReason());
        var agent = agentBrowser(builderOf(school));
        HtmlPage page =
                agent.getPage(address("/administration/demarches/" + demarche + "/publier"));
        assertThat(page.asNormalizedText())
                .contains("Un brouillon passera à cette version")
                .contains("Un brouillon a une réponse qui n’aura plus de place")
                .contains("Un brouillon complet ne le sera plus")
                .contains("Un dossier attend une décision")
                .contains("Date d’arrivée");
        assertThat(status(usager(UUID.randomUUID()), page.getUrl().getPath())).isNotEqualTo(200);
    }

    @Test
    void nobodyElseSeesOrHidesWhatWasSetAside() throws IOException {
        var id = idOf(filled(usager(UUID.randomUUID())));
        var stranger = usager(UUID.randomUUID());
        var own = begun(stranger);
        var form = formTo(own, "/supprimer");
        form.setActionAttribute("/mes-dossiers/" + id + "/ecartees");
        assertThat(status(press(form, "Supprimer ce brouillon"))).isEqualTo(404);
    }

    private UUID revisionOf(String id) {
        return db.sql("SELECT revision FROM demarches.dossier WHERE id = :id")
                .param("id", UUID.fromString(id))
                .query(UUID.class)
                .single();
    }

    private static Definition relabelled() {
        var before = MadeUpForm.definition();
        var regime = before.find(MadeUpForm.REGIME).orElseThrow();
        return Edits.replace(before, regime.withLabel("Le régime suivi"));
    }

    private static Definition withoutDayAndWithReason() {
        var before = MadeUpForm.definition();
        var champs =
                new ArrayList<>(
                        before.champs().stream()
                                .filter(it -> !it.id().equals(MadeUpForm.JOUR))
                                .toList());
        champs.add(
                Champ.of(
                        new ChampId("rais"),
                        "Raison de la demande",
                        true,
                        new ChampType.Texte(100, false)));
        return before.withChamps(champs);
    }

    private Demarche draft(Definition definition) {
        var latest = revisions.latest(slug).orElseThrow();
        var demarche = builder.find(latest.demarche()).orElseThrow();
        return done(
                builder.redraft(
                        demarche.id(),
                        definition,
                        demarche.fiche().habilitations(),
                        demarche.fiche().version()));
    }

    private void publish(Definition definition) {
        var demarche = draft(definition);
        assertThat(publisher.publish(SOMEONE, demarche.id(), demarche.fiche().version()))
                .isInstanceOf(Publication.Published.class);
    }
}
