package fr.socle.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.directory.Actor;
import fr.socle.directory.Organisation;
import fr.socle.exchange.spi.Cases.CaseState;
import fr.socle.habilitations.Differe;
import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.demande.Differes;
import fr.socle.journal.Audience;
import fr.socle.journal.LoggedEntry;
import fr.socle.journal.LoggedEntry.Content;
import fr.socle.kernel.PersonRef;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** What a node leaves that dies in the middle of an exchange. */
@NullMarked
class InterruptedExchangeTests extends ExchangeTest {

    @Autowired List<ScheduledTaskHolder> schedules;
    @Autowired Differes differes;

    private final PersonRef parent = person();
    private final String reference = "essai/" + UUID.randomUUID();

    @SuppressWarnings("NullAway.Init") // because JUnit calls aCityWithACase first
    private Organisation city;

    @SuppressWarnings("NullAway.Init")
    private HabilitationId habilitation;

    @BeforeEach
    void aCityWithACase() {
        city = organisation("Ville interrompue");
        habilitation = granted(city, VALUE);
        cases.put(
                reference,
                new CaseState(1, "Dossier d’essai", city.id(), parent, Set.of(AGENT), true));
        journal.told.clear();
    }

    @AfterEach
    void asItWas() {
        journal.broken = null;
    }

    @Test
    void aQuestionLeftWithoutAnEndGetsOneOnWhateverNodeAndThePersonReadsOfIt() throws Exception {
        var question = diesAt("exchange.accorde");
        anHourPasses(question);
        severalNodesLook();
        var ends = await().until(() -> ends(question), it -> !it.isEmpty());
        assertThat(ends).hasSize(1);
        assertThat(ends.getFirst().readBy(Audience.AUDITEUR)).containsEntry("issue", "interrompu");
        assertThat(ends.getFirst().readBy(parent))
                .containsEntry("issue", "interrompu")
                .containsEntry("organisation", "Ville interrompue")
                .containsEntry("motif", "Calculer un tarif d’essai.")
                .containsEntry("donnees", List.of("Quotient familial"))
                .containsEntry("fondement", "Délibération d’essai");
        assertThat(ends.getFirst().readBy(parent).toString()).doesNotContain(AGENT.toString());
        severalNodesLook();
        assertThat(open(question)).isZero();
    }

    @Test
    void whatWasGrantedBeforeTheNodeDiedIsToldAsNotConfirmed() throws Exception {
        var question = diesAt("exchange.remis");
        anHourPasses(question);
        severalNodesLook();
        var ends = await().until(() -> ends(question), it -> !it.isEmpty());
        assertThat(ends).hasSize(1);
        assertThat(ends.getFirst().readBy(Audience.DPO))
                .containsEntry("issue", "remise non confirmée");
        assertThat(ends.getFirst().readBy(parent))
                .containsEntry("issue", "remise non confirmée")
                .containsEntry("organisation", "Ville interrompue");
    }

    @Test
    void whatATextDefersStaysSealedWhenTheNodeDied() throws Exception {
        var asked =
                submitted(
                        city, Map.of("quotient-familial", VALUE), EnumSet.of(RequesterKind.AGENT));
        done(
                differes.defer(
                        Actor.CONSOLE,
                        asked.id(),
                        new Differe("Article d’essai", 9),
                        asked.version()));
        accord(asked.id());
        habilitation = asked.id();
        var question = diesAt("exchange.accorde");
        anHourPasses(question);
        severalNodesLook();
        var ends = await().until(() -> ends(question), it -> !it.isEmpty());
        assertThat(ends).hasSize(1);
        assertThat(ends.getFirst().readBy(parent)).isEmpty();
        assertThat(await().until(() -> ofKind("exchange.scelle", parent), it -> !it.isEmpty()))
                .hasSize(1)
                .allSatisfy(
                        it ->
                                assertThat(it.readBy(parent))
                                        .containsOnlyKeys("motif", "fondement", "ouverture"));
    }

    @Test
    void anExchangeThatMayStillBeUnderWayIsLeftAlone() throws Exception {
        var question = diesAt("exchange.accorde");
        await().until(() -> open(question) == 1);
        severalNodesLook();
        assertThat(open(question)).isOne();
        assertThat(ends(question)).isEmpty();
    }

    @Test
    void anExchangeThatEndedLeavesNothingOpen() {
        assertThat(gateway.ask(question())).isInstanceOf(Answer.Released.class);
        var question = lastAsked();
        await().until(() -> received(question));
        assertThat(open(question)).isZero();
        assertThat(ends(question)).isEmpty();
    }

    /** The id of an exchange that could not write this entry, nor any after it. */
    private String diesAt(String kind) {
        journal.broken = kind;
        gateway.ask(question());
        var question = lastAsked();
        if (kind.equals("exchange.remis")) {
            await().until(() -> arrived(journal.lost, question));
        }
        journal.broken = null;
        return question;
    }

    private Question question() {
        return new Question(
                habilitation,
                "quotient-familial",
                VALUE,
                new Requester.Agent(AGENT, city.id()),
                new Question.Subject(parent, ariane()),
                new Case.Verifie(reference));
    }

    private long open(String echange) {
        return db.sql("SELECT count(*) FROM exchange.step WHERE echange = :it::uuid AND NOT ended")
                .param("it", echange)
                .query(Long.class)
                .single();
    }

    private boolean received(String echange) {
        return db.sql(
                                "SELECT count(*) FROM exchange.step WHERE echange = :it::uuid AND received AND ended")
                        .param("it", echange)
                        .query(Long.class)
                        .single()
                == 1;
    }

    private void anHourPasses(String echange) {
        await().until(() -> open(echange) == 1);
        // because the grant follows the question in the log
        await().until(() -> projected() >= last());
        db.sql(
                        "UPDATE exchange.step SET seen_at = seen_at - interval '1 hour' WHERE echange = :it::uuid")
                .param("it", echange)
                .update();
    }

    private long projected() {
        return db.sql("SELECT next FROM journal.follower WHERE name = 'exchange.steps'")
                .query(Long.class)
                .single();
    }

    private long last() {
        return db.sql("SELECT count(*) FROM journal.leaf").query(Long.class).single();
    }

    /** The round that each node makes every minute, several at once. */
    private void severalNodesLook() throws Exception {
        var round =
                schedules.stream()
                        .flatMap(it -> it.getScheduledTasks().stream())
                        .map(ScheduledTask::getTask)
                        .filter(it -> it.toString().contains("Reconciler"))
                        .findFirst()
                        .orElseThrow()
                        .getRunnable();
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            var looking = new ArrayList<Callable<Object>>();
            for (int i = 0; i < 4; i++) {
                looking.add(Executors.callable(round));
            }
            for (var each : nodes.invokeAll(looking)) {
                each.get();
            }
        }
    }

    private List<Content> ends(String echange) {
        return all("exchange.termine").stream()
                .filter(it -> of(it.readBy(Audience.AUDITEUR), echange))
                .toList();
    }

    private List<Content> ofKind(String kind, PersonRef person) {
        return all(kind).stream().filter(it -> !it.readBy(person).isEmpty()).toList();
    }

    private List<Content> all(String kind) {
        var found = new ArrayList<Content>();
        long index = 0;
        for (var batch = journal.from(index, 500);
                !batch.isEmpty();
                batch = journal.from(index, 500)) {
            batch.stream()
                    .map(LoggedEntry::content)
                    .flatMap(it -> it.stream())
                    .filter(it -> it.kind().equals(kind))
                    .forEach(found::add);
            index = batch.getLast().index() + 1;
        }
        return found;
    }

    private static boolean of(Map<String, Object> facts, String echange) {
        return echange.equals(facts.get("echange"));
    }
}
