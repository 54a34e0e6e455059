package fr.socle.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.SignsIn;
import fr.socle.directory.OrganisationId;
import fr.socle.exchange.Answer.Reason;
import fr.socle.exchange.Supposition.Asker;
import fr.socle.exchange.Supposition.Situation;
import fr.socle.exchange.spi.Cases.CaseState;
import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.habilitations.HabilitationId;
import fr.socle.kernel.PersonRef;
import fr.socle.ui.Dictionary;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is simulated is what would happen, and nothing happens. */
@NullMarked
class SimulationTests extends ParticulierTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));

    @Autowired Simulator simulator;
    @Autowired Dictionary dictionary;

    @SuppressWarnings("NullAway.Init") // because JUnit calls anHabilitation first
    private HabilitationId on;

    SimulationTests() throws IOException {}

    @BeforeEach
    void anHabilitation() {
        on =
                habilitation(
                        city,
                        quotient,
                        VALUE,
                        EnumSet.of(RequesterKind.AGENT, RequesterKind.USAGER_LUI_MEME));
        asked.set(0);
        journal.told.clear();
    }

    @Test
    void theAnswerIsThatOfTheGatewayInEverySituationOfAnAgent() {
        for (var situation : EnumSet.complementOf(EnumSet.of(Situation.MOTIF_DECLARE))) {
            var real = gateway.ask(real(situation));
            assertThat(simulated(Asker.AGENT, situation, VALUE).reasons())
                    .as(situation.name())
                    .isEqualTo(reasons(real));
        }
    }

    private Question real(Situation situation) {
        var reference = "essai/" + UUID.randomUUID();
        var other = PersonRef.fresh(new SecureRandom());
        var holder =
                situation == Situation.AUTRE_ORGANISATION
                        ? new OrganisationId(UUID.randomUUID())
                        : city.id();
        var state =
                new CaseState(
                        1,
                        "Dossier d’essai",
                        holder,
                        situation == Situation.AUTRE_PERSONNE ? other : parent,
                        situation == Situation.AUTRE_AGENT ? Set.of() : Set.of(AGENT),
                        situation != Situation.CLOS);
        if (situation != Situation.INCONNU) {
            cases.put(reference, state);
        }
        return new Question(
                on,
                quotient.code(),
                VALUE,
                new Requester.Agent(AGENT, city.id()),
                new Question.Subject(parent, ariane()),
                new Case.Verifie(reference));
    }

    private static List<Reason> reasons(Answer answer) {
        return switch (answer) {
            case Answer.Refused(var reasons) -> reasons;
            case Answer.Released _ -> List.of();
            case Answer.NotFound _, Answer.Unavailable _ ->
                    throw new AssertionError("not decided: " + answer);
        };
    }

    @Test
    void everyReasonIsToldAtOnce() {
        var found = simulated(Asker.PROGRAMME, Situation.CLOS, Set.of("quotient_familial.annee"));
        assertThat(found.allowed()).isFalse();
        assertThat(found.reasons())
                .containsExactlyInAnyOrder(
                        Reason.DONNEE_NON_COUVERTE,
                        Reason.DEMANDEUR_NON_COUVERT,
                        Reason.DOSSIER_CLOS);
        assertThat(found.document()).isEmpty();
        assertThat(found.facts()).isEmpty();
    }

    @Test
    void theDayCounts() {
        var later =
                new Supposition(
                        on,
                        quotient.code(),
                        VALUE,
                        Asker.AGENT,
                        Situation.OUVERT,
                        TODAY.plusYears(3));
        assertThat(simulate(later).reasons()).containsExactly(Reason.HABILITATION_EXPIREE);
        revoke(on);
        assertThat(simulated(Asker.AGENT, Situation.OUVERT, VALUE).reasons())
                .containsExactly(Reason.HABILITATION_REVOQUEE);
    }

    @Test
    void whatComesBackHasTheShapeOfTheRealAnswerAndMadeUpValues() {
        var found = simulated(Asker.USAGER, Situation.OUVERT, VALUE);
        assertThat(JSON.readTree(found.document()).toString())
                .isEqualTo(
                        "{\"data\":{\"quotient_familial\":{\"valeur\":123}},\"links\":{},\"meta\":{}}");
        assertThat(found.facts())
                .containsExactly(
                        new Simulation.Fact(
                                "quotient_familial.valeur", "Quotient familial", "NUMBER", "123"));
    }

    @Test
    void theSentenceIsThatOfThePersonsFile() {
        var told = simulated(Asker.USAGER, Situation.OUVERT, VALUE).told().orElseThrow();
        assertThat(told.sentence())
                .isEqualTo("Ville du contrat a obtenu des données de Fournisseur simulé");
        assertThat(told.facts())
                .containsEntry("Pourquoi", "Calculer un tarif d’essai.")
                .containsEntry("Fondement juridique", "Délibération d’essai");
        var refused = simulated(Asker.USAGER, Situation.CLOS, VALUE).told().orElseThrow();
        assertThat(refused.facts()).containsEntry("Pourquoi", "Le dossier est déjà traité.");
    }

    @Test
    void nobodyIsAskedAndNothingIsWritten() {
        var before = written();
        simulated(Asker.USAGER, Situation.OUVERT, VALUE);
        simulated(Asker.AGENT, Situation.CLOS, VALUE);
        assertThat(asked.get()).isZero();
        assertThat(journal.told).isEmpty();
        assertThat(written()).isEqualTo(before);
    }

    private long written() {
        return db.sql(
                        """
                        SELECT (SELECT count(*) FROM journal.pending WHERE kind LIKE 'exchange.%')
                             + (SELECT count(*) FROM journal.content WHERE kind LIKE 'exchange.%')
                        """)
                .query(Long.class)
                .single();
    }

    @Test
    void aProcedureSaysToEveryoneWhatItsAdministrationWouldObtain() throws IOException {
        var browser = SignsIn.browser();
        HtmlPage page =
                browser.getPage(
                        "http://localhost:"
                                + port
                                + "/demarches/tarif-restauration-scolaire/donnees");
        assertThat(page.getWebResponse().getStatusCode()).isEqualTo(200);
        assertThat(page.asNormalizedText())
                .contains("Quotient familial", "Ville de Beaumont", "Oui, champ par champ")
                .contains("L. 114-8");
        HtmlPage none = browser.getPage("http://localhost:" + port + "/demarches/aucune/donnees");
        assertThat(none.getWebResponse().getStatusCode()).isEqualTo(404);
    }

    private Simulation simulated(Asker asker, Situation situation, Set<String> fields) {
        return simulate(new Supposition(on, quotient.code(), fields, asker, situation, TODAY));
    }

    private Simulation simulate(Supposition supposition) {
        return simulator.simulate(supposition, dictionary.french()).orElseThrow();
    }
}
