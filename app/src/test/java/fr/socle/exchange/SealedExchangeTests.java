package fr.socle.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.citoyen.usages.Family;
import fr.socle.citoyen.usages.Filter;
import fr.socle.citoyen.usages.Usage;
import fr.socle.citoyen.usages.Usages;
import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.directory.Organisation;
import fr.socle.exchange.spi.Cases.CaseState;
import fr.socle.exchange.spi.FileTelling;
import fr.socle.exchange.trace.Scelle;
import fr.socle.habilitations.Differe;
import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.demande.Demande;
import fr.socle.habilitations.demande.Differes;
import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Part;
import fr.socle.journal.Proofs;
import fr.socle.journal.format.StatementCheck;
import fr.socle.journal.format.StatementVerdict;
import fr.socle.journal.format.VerifierKey;
import fr.socle.kernel.PersonRef;
import fr.socle.ui.Dictionary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What a text defers is there from the first day, and tells neither who nor what before its day.
 */
@NullMarked
class SealedExchangeTests extends ExchangeTest {

    private static final Differe DIFFERE = new Differe("Article d’essai", 90);
    private static final LocalDate OPENS =
            LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(DIFFERE.days());
    private static final Filter ALL = new Filter(EnumSet.allOf(Family.class), Optional.empty());

    private final String reference = "essai/" + UUID.randomUUID();
    private final PersonRef parent = person();

    @Autowired Differes differes;
    @Autowired Usages usages;
    @Autowired Proofs proofs;
    @Autowired FileTelling file;
    @Autowired Dictionary dictionary;
    @Autowired Simulator simulator;

    @SuppressWarnings("NullAway.Init") // because JUnit calls aSealedHabilitation first
    private Organisation city;

    @SuppressWarnings("NullAway.Init")
    private HabilitationId habilitation;

    @BeforeEach
    void aSealedHabilitation() {
        city = organisation("Ville discrète");
        var asked =
                submitted(
                        city, Map.of("quotient-familial", VALUE), EnumSet.of(RequesterKind.AGENT));
        done(differes.defer(Actor.CONSOLE, asked.id(), DIFFERE, asked.version()));
        habilitation = asked.id();
        accord(habilitation);
        onCase(true);
        journal.told.clear();
    }

    @AfterEach
    void asItWas() {
        behave("normal");
    }

    @Test
    void untilItsDayThePersonReadsThatALineExistsWhyAndWhenItOpens() {
        assertThat(gateway.ask(question(city))).isInstanceOf(Answer.Released.class);
        assertThat(journal.kinds())
                .containsExactly("exchange.demande", "exchange.accorde", "exchange.scelle");
        var line = line();
        assertThat(line.kind()).isEqualTo("exchange.scelle");
        assertThat(line.fondement()).isEqualTo("Article d’essai");
        assertThat(line.motif())
                .contains("s’ouvrira d’elle-même le", dictionary.french().day(OPENS));
        assertThat(line.organisation() + line.fournisseur() + line.demarche() + line.issue())
                .isEmpty();
        assertThat(line.donnees()).isEmpty();
        assertThat(usages.organisations(parent)).isEmpty();
    }

    @Test
    void theStatementCountsItAndTellsNothingMore() throws IOException {
        gateway.ask(question(city));
        line();
        var statement =
                await().atMost(Duration.ofSeconds(40))
                        .until(() -> proofs.statementFor(parent), Optional::isPresent)
                        .orElseThrow();
        var bytes = new ByteArrayOutputStream();
        statement.body().writeTo(bytes);
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("Article d’essai", "exchange.scelle")
                .doesNotContain("Ville discrète", "Quotient", "quotient", "exchange.accorde")
                .doesNotContain("Calculer un tarif", "Délibération d’essai");
        var key = VerifierKey.parse(proofs.published().key());
        var verdict =
                StatementCheck.of(new ByteArrayInputStream(bytes.toByteArray()), key, Set.of(), 0);
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        StatementVerdict.Holds.class,
                        // the question and the grant, closed to the person, and the sealed line
                        holds -> assertThat(holds.last()).isEqualTo(3));
    }

    @Test
    void aRefusalAndAnAnswerThatFindsNobodyAreSealedToo() {
        onCase(false);
        assertThat(gateway.ask(question(city))).isInstanceOf(Answer.Refused.class);
        onCase(true);
        behave("inconnu");
        assertThat(gateway.ask(question(city))).isInstanceOf(Answer.NotFound.class);
        assertThat(journal.kinds())
                .containsExactly(
                        "exchange.refuse",
                        "exchange.scelle",
                        "exchange.demande",
                        "exchange.termine",
                        "exchange.scelle");
        assertThat(toPersonAtOnce())
                .hasSize(2)
                .allSatisfy(
                        it ->
                                assertThat(it.content())
                                        .containsOnlyKeys("motif", "fondement", "ouverture"));
    }

    @Test
    void onItsDayItTellsWhatItWouldHaveTold() {
        gateway.ask(question(city));
        var sealed =
                journal.told.stream().filter(Scelle.class::isInstance).findFirst().orElseThrow();
        var deferred =
                sealed.parts().stream()
                        .filter(it -> it.opensOn() != null)
                        .findFirst()
                        .orElseThrow();
        assertThat(deferred.opensOn()).isEqualTo(OPENS);
        var told =
                file.tell(
                        dictionary.french(), "exchange.scelle", Instant.now(), deferred.content());
        assertThat(told.sentence())
                .startsWith("Ville discrète a obtenu des données de")
                .endsWith("(ligne d’abord scellée)");
        assertThat(told.facts()).containsEntry("Pourquoi", "Calculer un tarif d’essai.");
    }

    @Test
    void whoHidesBehindAnothersHabilitationIsToldAtOnce() {
        var other = organisation("Ville curieuse");
        assertThat(gateway.ask(question(other))).isInstanceOf(Answer.Refused.class);
        assertThat(journal.kinds()).containsExactly("exchange.refuse");
        assertThat(toPersonAtOnce().getFirst().content())
                .containsEntry("organisation", "Ville curieuse");
    }

    @Test
    void itIsSaidBeforeTheFirstGrantAndOnce() {
        var version = demandes.find(habilitation).map(Demande::dossier).orElseThrow().version();
        var other = new Differe("Autre article", 1);
        assertThat(differes.defer(Actor.CONSOLE, habilitation, other, version))
                .isInstanceOf(Change.Refused.class);
        var asked =
                submitted(
                        city, Map.of("quotient-familial", VALUE), EnumSet.of(RequesterKind.AGENT));
        assertThat(differes.defer(Actor.CONSOLE, asked.id(), other, asked.version() + 7))
                .isInstanceOf(Change.Stale.class);
        var after = done(differes.defer(Actor.CONSOLE, asked.id(), other, asked.version()));
        assertThat(differes.defer(Actor.CONSOLE, asked.id(), DIFFERE, after.dossier().version()))
                .isInstanceOf(Change.Refused.class);
        assertThat(differes.find(asked.id())).contains(other);
        assertThat(differes.defer(Actor.CONSOLE, new HabilitationId(UUID.randomUUID()), other, 1))
                .isInstanceOf(Change.Unknown.class);
    }

    @Test
    void aSimulationShowsTheSealedLine() {
        var supposition =
                new Supposition(
                        habilitation,
                        "quotient-familial",
                        VALUE,
                        Supposition.Asker.AGENT,
                        Supposition.Situation.OUVERT,
                        LocalDate.now(ZoneId.of("Europe/Paris")));
        var told =
                simulator
                        .simulate(supposition, dictionary.french())
                        .flatMap(Simulation::told)
                        .orElseThrow();
        assertThat(told.sentence()).isEqualTo("Une consultation scellée existe");
        assertThat(told.facts()).doesNotContainValue("Ville discrète");
    }

    private void onCase(boolean open) {
        cases.put(
                reference,
                new CaseState(1, "Dossier d’essai", city.id(), parent, Set.of(AGENT), open));
    }

    private Question question(Organisation asker) {
        return new Question(
                habilitation,
                "quotient-familial",
                VALUE,
                new Requester.Agent(AGENT, asker.id()),
                new Question.Subject(parent, ariane()),
                new Case.Verifie(reference));
    }

    /** What the person could open today, of everything that was written. */
    private List<Part> toPersonAtOnce() {
        return journal.told.stream()
                .map(Entry::parts)
                .flatMap(List::stream)
                .filter(it -> it.audiences().contains(Audience.PERSONNE))
                .filter(it -> it.opensOn() == null)
                .toList();
    }

    private Usage line() {
        return await().atMost(Duration.ofSeconds(10))
                .until(() -> usages.page(parent, ALL, 10, 0), it -> it.size() == 1)
                .getFirst()
                .usage();
    }
}
