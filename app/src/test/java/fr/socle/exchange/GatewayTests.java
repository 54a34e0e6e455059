package fr.socle.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.socle.directory.AgentId;
import fr.socle.directory.Organisation;
import fr.socle.exchange.Answer.Reason;
import fr.socle.exchange.spi.Cases.CaseState;
import fr.socle.habilitations.HabilitationId;
import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Part;
import fr.socle.kernel.IdentitePivot;
import fr.socle.kernel.PersonRef;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Four steps, over real HTTP to the demonstration provider. */
@NullMarked
class GatewayTests extends ExchangeTest {

    @Autowired TransactionTemplate transaction;

    private final PersonRef parent = person();
    private final String reference = "essai/" + UUID.randomUUID();

    @SuppressWarnings("NullAway.Init") // because JUnit calls aCityWithACase first
    private Organisation city;

    @SuppressWarnings("NullAway.Init")
    private HabilitationId habilitation;

    @BeforeEach
    void aCityWithACase() {
        city = organisation("Ville d’essai");
        habilitation = granted(city, Set.of("quotient_familial.valeur", "quotient_familial.annee"));
        caseIs(parent, Set.of(AGENT), true);
        journal.told.clear();
    }

    @AfterEach
    void asItWas() {
        journal.broken = null;
        behave("normal");
    }

    @Test
    void theDataIsReleasedOnceQuestionAndGrantAreDurable() {
        var released = (Answer.Released) gateway.ask(byAgent(VALUE));
        assertThat(released.values()).isEqualTo(Map.of("quotient_familial.valeur", "742"));
        assertThat(released.provider()).contains("(démonstration)");
        assertThat(journal.kinds()).containsExactly("exchange.demande", "exchange.accorde");
        await().until(() -> arrived(journal.told, lastAsked()));
        var told = readBy(entry("exchange.accorde"), Audience.PERSONNE);
        assertThat(told)
                .containsEntry("organisation", "Ville d’essai")
                .containsEntry("motif", "Calculer un tarif d’essai.")
                .containsEntry("fondement", "Délibération d’essai")
                .containsEntry("donnees", List.of("Quotient familial"))
                .containsEntry("issue", "accordé")
                .containsEntry("demarche", "Essai de cantine, dossier 1234");
        assertThat(told.toString())
                .doesNotContain(AGENT.toString())
                .doesNotContainPattern("\\b742\\b");
        assertThat(readBy(entry("exchange.accorde"), Audience.DPO).toString())
                .contains(AGENT.toString())
                .doesNotContainPattern("\\b742\\b");
        assertThat(readBy(entry("exchange.accorde"), Audience.AUDITEUR).toString())
                .doesNotContain(AGENT.toString())
                .doesNotContain(reference);
    }

    @Test
    void theEntryIsFoundInTheJournal() throws InterruptedException {
        var released = (Answer.Released) gateway.ask(byAgent(VALUE));
        var id = UUID.fromString(released.reference());
        var limit = Instant.now().plusSeconds(10);
        while (journal.find(id).isEmpty() && Instant.now().isBefore(limit)) {
            Thread.sleep(50);
        }
        assertThat(journal.find(id).orElseThrow().content().orElseThrow().kind())
                .isEqualTo("exchange.accorde");
    }

    @Test
    void aPersonGetsTheirOwn() {
        var question =
                new Question(
                        habilitation,
                        "quotient-familial",
                        VALUE,
                        new Requester.UsagerLuiMeme(parent, city.id()),
                        new Question.Subject(parent, ariane()),
                        new Case.Verifie(reference));
        assertThat(gateway.ask(question)).isInstanceOf(Answer.Released.class);
    }

    @Test
    void aFieldBeyondTheContractNeverLeaves() {
        behave("champ-en-plus");
        var released = (Answer.Released) gateway.ask(byAgent(VALUE));
        assertThat(released.values()).containsOnlyKeys("quotient_familial.valeur");
        // because figures are written every second
        await().until(() -> count("hors-contrat") > 0);
    }

    @Test
    void aProviderThatLiesOrIsDownIsUnavailableAndThePersonReadsOfIt() {
        behave("mensonge");
        assertThat(gateway.ask(byAgent(VALUE))).isInstanceOf(Answer.Unavailable.class);
        behave("panne");
        assertThat(gateway.ask(byAgent(VALUE)))
                .isInstanceOfSatisfying(
                        Answer.Unavailable.class,
                        it -> assertThat(it.retryIn()).isEqualTo(Duration.ofSeconds(60)));
        assertThat(journal.kinds()).doesNotContain("exchange.accorde");
        assertThat(readBy(entry("exchange.termine"), Audience.PERSONNE))
                .containsEntry("issue", "indisponible");
    }

    @Test
    void aPersonWhomTheProviderDoesNotKnowIsNotFound() {
        behave("inconnu");
        assertThat(gateway.ask(byAgent(VALUE))).isInstanceOf(Answer.NotFound.class);
        behave("normal");
        var other =
                new IdentitePivot(
                        "Personne",
                        "Inconnue",
                        ariane().birthDate(),
                        ariane().gender(),
                        ariane().birthPlace());
        assertThat(gateway.ask(about(parent, other))).isInstanceOf(Answer.NotFound.class);
        assertThat(journal.kinds()).doesNotContain("exchange.accorde");
    }

    @Test
    void aRevocationHoldsFromTheNextCall() {
        assertThat(gateway.ask(byAgent(VALUE))).isInstanceOf(Answer.Released.class);
        revoke(habilitation);
        refused(byAgent(VALUE), Reason.HABILITATION_REVOQUEE);
    }

    @Test
    void aFieldThatWasNotGrantedIsRefused() {
        refused(byAgent(Set.of("enfants")), Reason.DONNEE_NON_COUVERTE);
    }

    @Test
    void anotherOrganisationGetsNothingOnTheSameGround() {
        var other = organisation("Autre ville d’essai");
        var question =
                new Question(
                        habilitation,
                        "quotient-familial",
                        VALUE,
                        new Requester.Agent(AGENT, other.id()),
                        new Question.Subject(parent, ariane()),
                        new Case.Verifie(reference));
        refused(question, Reason.AUTRE_ORGANISATION);
        assertThat(readBy(entry("exchange.refuse"), Audience.PERSONNE))
                .containsEntry("organisation", "Autre ville d’essai")
                .doesNotContainKey("fondement");
    }

    @Test
    void aClosedCaseOrOneThatIsNotTheAgentsFoundsNothing() {
        caseIs(parent, Set.of(AGENT), false);
        refused(byAgent(VALUE), Reason.DOSSIER_CLOS);
        caseIs(parent, Set.of(new AgentId(UUID.randomUUID())), true);
        refused(byAgent(VALUE), Reason.AGENT_NON_CHARGE_DU_DOSSIER);
        assertThat(readBy(entry("exchange.refuse"), Audience.PERSONNE))
                .containsEntry("issue", "refusé")
                .containsEntry("donnees", List.of("Quotient familial"));
        assertThat(readBy(entry("exchange.refuse"), Audience.PERSONNE).toString())
                .doesNotContain(AGENT.toString());
    }

    @Test
    void anothersCaseIsNotNamedToThePersonAskedAbout() {
        caseIs(person(), Set.of(AGENT), true);
        refused(byAgent(VALUE), Reason.DOSSIER_D_UNE_AUTRE_PERSONNE);
        assertThat(readBy(entry("exchange.refuse"), Audience.PERSONNE).toString())
                .doesNotContainPattern("(?<![-\\w])1234(?![-\\w])");
    }

    @Test
    void withoutAnEntryNothingIsAskedAndNothingLeaves() {
        journal.broken = "exchange.demande";
        assertThat(gateway.ask(byAgent(VALUE))).isInstanceOf(Answer.Unavailable.class);
        assertThat(journal.kinds()).isEmpty();
        journal.broken = "exchange.accorde";
        assertThat(gateway.ask(byAgent(VALUE))).isInstanceOf(Answer.Unavailable.class);
        assertThat(journal.kinds()).containsExactly("exchange.demande");
    }

    @Test
    void theEndMayFailBecauseTheGrantIsWritten() {
        journal.broken = "exchange.remis";
        assertThat(gateway.ask(byAgent(VALUE))).isInstanceOf(Answer.Released.class);
        await().until(() -> arrived(journal.lost, lastAsked()));
    }

    @Test
    void aRefusalThatCannotBeWrittenIsNotTold() {
        journal.broken = "exchange.refuse";
        assertThat(gateway.ask(byAgent(Set.of("enfants")))).isInstanceOf(Answer.Unavailable.class);
    }

    @Test
    void anExchangeHoldsNoTransaction() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> gateway.ask(byAgent(VALUE))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(journal.kinds()).isEmpty();
    }

    private void refused(Question question, Reason reason) {
        journal.told.clear();
        assertThat(gateway.ask(question)).isEqualTo(new Answer.Refused(List.of(reason)));
        assertThat(journal.kinds()).containsExactly("exchange.refuse");
    }

    private Question byAgent(Set<String> fields) {
        return new Question(
                habilitation,
                "quotient-familial",
                fields,
                new Requester.Agent(AGENT, city.id()),
                new Question.Subject(parent, ariane()),
                new Case.Verifie(reference));
    }

    private Question about(PersonRef someone, IdentitePivot identity) {
        return new Question(
                habilitation,
                "quotient-familial",
                VALUE,
                new Requester.Agent(AGENT, city.id()),
                new Question.Subject(someone, identity),
                new Case.Verifie(reference));
    }

    private void caseIs(PersonRef subject, Set<AgentId> inCharge, boolean open) {
        cases.put(
                reference,
                new CaseState(
                        1, "Essai de cantine, dossier 1234", city.id(), subject, inCharge, open));
    }

    private Entry entry(String kind) {
        return journal.told.reversed().stream()
                .filter(it -> it.kind().code().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> readBy(Entry entry, Audience audience) {
        var all = new HashMap<String, Object>();
        entry.parts().stream()
                .filter(it -> it.audiences().contains(audience))
                .map(Part::content)
                .forEach(all::putAll);
        return all;
    }

    private long count(String outcome) {
        return db.sql(
                        "SELECT coalesce(sum(number), 0) FROM exchange.count WHERE outcome = :outcome")
                .param("outcome", outcome)
                .query(Long.class)
                .single();
    }
}
