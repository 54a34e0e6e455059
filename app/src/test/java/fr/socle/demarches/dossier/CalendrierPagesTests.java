package fr.socle.demarches.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.Demarches;
import fr.socle.demarches.builder.Calendrier;
import fr.socle.demarches.builder.Calendriers;
import fr.socle.demarches.builder.DemarcheBuilder;
import fr.socle.demarches.builder.Revisions;
import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Procedures that open and close by themselves, and their form on paper. */
@NullMarked
class CalendrierPagesTests extends DossierHouse {

    private static final Actor SOMEONE = new Actor(Actor.Nature.CONSOLE, null, "");
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));

    @Autowired Calendriers calendriers;
    @Autowired DemarcheBuilder demarcheBuilder;
    @Autowired Demarches demarches;
    @Autowired Revisions revisions;

    @Test
    void aBuilderSaysWhenItOpensAndNobodyBeginsBefore() throws IOException {
        var agent = agentBrowser(builderOf(school));
        var page = calendar(agent);
        long before = entries("demarches.calendrier");
        write(formTo(page, "/calendrier"), "opens", TODAY.plusDays(3));
        var kept = press(formTo(page, "/calendrier"), "Enregistrer");
        assertThat(kept.asNormalizedText()).contains("Le calendrier est enregistré");
        assertThat(entries("demarches.calendrier")).isEqualTo(before + 1);
        HtmlPage presented = browser().getPage(address("/demarches/" + slug));
        assertThat(presented.asNormalizedText())
                .contains("Cette démarche ouvrira le")
                .doesNotContain("Formulaire à imprimer");
        assertThat(status(usager(UUID.randomUUID()), "/mes-dossiers/commencer/" + slug))
                .isEqualTo(404);
        assertThat(demarches.search(city.name(), 5))
                .noneMatch(it -> it.path().endsWith("/" + slug));
    }

    @Test
    void afterTheLastDayADraftIsKeptAndNotDeposited() throws IOException {
        var review = press(form(filled(usager(UUID.randomUUID()))), "Continuer");
        set(new Calendrier(null, TODAY, null));
        assertThat(revisions.latest(slug).orElseThrow().open()).isTrue();
        set(new Calendrier(null, TODAY.minusDays(1), null));
        var told = press(formTo(review, "/deposer"), "Déposer mon dossier");
        assertThat(status(told)).isEqualTo(409);
        assertThat(told.asNormalizedText()).contains("Cette démarche ne reçoit plus de dossier");
    }

    @Test
    void aClosedProcedureLeadsToTheOneThatTookItsPlace() throws IOException {
        var replaced = demarche();
        var old = slug;
        slug = published("La suivante " + UUID.randomUUID());
        set(replaced, new Calendrier(null, TODAY.minusDays(1), demarche()));
        HtmlPage presented = browser().getPage(address("/demarches/" + old));
        assertThat(presented.asNormalizedText()).contains("Une autre démarche la remplace");
        assertThat(presented.getAnchorByHref("/demarches/" + slug)).isNotNull();
    }

    @Test
    void whatMakesNoSenseIsRefusedByItsName() throws IOException {
        var agent = agentBrowser(builderOf(school));
        var page = calendar(agent);
        var form = formTo(page, "/calendrier");
        write(form, "opens", TODAY.plusDays(3));
        write(form, "closes", TODAY.plusDays(1));
        var order = press(form, "Enregistrer");
        assertThat(status(order)).isEqualTo(422);
        assertThat(order.asNormalizedText())
                .contains("Le dernier jour ne peut pas venir avant le premier");
        var wrong = formTo(order, "/calendrier");
        typed(wrong, "closes.mois", "13");
        assertThat(status(press(wrong, "Enregistrer"))).isEqualTo(422);
        var stale = formTo(page, "/calendrier");
        write(stale, "closes", TODAY.plusDays(9));
        set(Calendrier.ALWAYS);
        assertThat(status(press(stale, "Enregistrer"))).isEqualTo(409);
    }

    @Test
    void onlyAPublishedProcedureOfTheSameOrganisationTakesAPlace() {
        var own = demarche();
        var other = revisions.latest("tarif-restauration-scolaire").orElseThrow().demarche();
        for (var wrong : new DemarcheId[] {own, other, new DemarcheId(UUID.randomUUID())}) {
            var present = demarcheBuilder.find(own).orElseThrow();
            assertThat(
                            calendriers.set(
                                    SOMEONE,
                                    own,
                                    new Calendrier(null, null, wrong),
                                    present.fiche().version()))
                    .isInstanceOf(Change.Refused.class);
        }
    }

    @Test
    void anotherOrganisationsCalendarDoesNotExist() throws IOException {
        var path = "/administration/demarches/" + demarche() + "/calendrier";
        city();
        assertThat(status(agentBrowser(builderOf(school)), path)).isEqualTo(404);
        assertThat(status(agentBrowser(agent("Inès Essai", school)), path)).isEqualTo(403);
    }

    @Test
    void everyProcedurePrintsWithTheSameLogicInWords() throws IOException {
        HtmlPage presented = browser().getPage(address("/demarches/" + slug));
        HtmlPage paper = presented.getAnchorByText("Formulaire à imprimer").click();
        assertThat(paper.asNormalizedText())
                .contains("3. Enfant", "3.1. Prénom", "☐ Jean-Moulin", "3 au plus")
                .contains("À remplir seulement si « Régime particulier » est égal à « Oui ».")
                .contains("Document joint", "Signature", "Vie scolaire", city.name());
        assertThat(status(browser(), "/demarches/inconnue/papier")).isEqualTo(404);
        set(new Calendrier(null, TODAY.minusDays(1), null));
        assertThat(status(browser(), "/demarches/" + slug + "/papier")).isEqualTo(404);
    }

    private HtmlPage calendar(WebClient agent) throws IOException {
        HtmlPage publish =
                agent.getPage(address("/administration/demarches/" + demarche() + "/publier"));
        return publish.getAnchorByText("Ouverture et fermeture").click();
    }

    private DemarcheId demarche() {
        return revisions.latest(slug).orElseThrow().demarche();
    }

    private void set(Calendrier calendrier) {
        set(demarche(), calendrier);
    }

    private void set(DemarcheId id, Calendrier calendrier) {
        var version = demarcheBuilder.find(id).orElseThrow().fiche().version();
        done(calendriers.set(SOMEONE, id, calendrier, version));
    }

    private static void write(HtmlForm form, String name, LocalDate day) {
        typed(form, name + ".jour", String.valueOf(day.getDayOfMonth()));
        typed(form, name + ".mois", String.valueOf(day.getMonthValue()));
        typed(form, name + ".annee", String.valueOf(day.getYear()));
    }

    private static void typed(HtmlForm form, String name, String value) {
        form.getInputByName(name).setValue(value);
    }
}
