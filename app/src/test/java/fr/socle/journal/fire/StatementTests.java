package fr.socle.journal.fire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.journal.Statement;
import fr.socle.journal.chain.MapMaker;
import fr.socle.journal.chain.Statements;
import fr.socle.journal.format.NoteSigner;
import fr.socle.journal.format.StatementCheck;
import fr.socle.journal.format.StatementVerdict;
import fr.socle.journal.format.StatementVerdict.Fault;
import fr.socle.journal.format.StatementVerdict.Holds;
import fr.socle.journal.format.VerifierKey;
import fr.socle.journal.log.Purge;
import fr.socle.kernel.PersonRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A person verifies that no line about them is missing; an operator who removes one, from every
 * table and with whatever his key can sign, is exposed.
 */
@Tag("fire")
class StatementTests extends CopiedLog {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    StatementTests() {
        super("releve");
    }

    @BeforeAll
    void start() throws IOException {
        for (int i = 1; i <= 12; i++) {
            application.journal().appendAlone(Several.about("ligne " + i, someone));
            application.journal().appendAlone(Several.about("ailleurs " + i, other));
            application.journal().appendAlone(Several.about("ensemble " + i, other, someone));
            application.journal().appendAlone(Several.about("sans personne " + i));
        }
        map();
    }

    @Test
    void noLineIsMissingBetweenTheFirstAndTheLast() {
        var statement = statement();
        var holds = holds(verdict(statement));
        assertThat(holds.first()).isEqualTo(1);
        assertThat(holds.last()).isEqualTo(24);
        assertThat(holds.map().linkedFrom()).isZero();
        assertThat(holds.map().size()).isEqualTo(48);
        assertThat(new String(statement, StandardCharsets.UTF_8))
                .contains("ligne 7", "ensemble 7")
                .doesNotContain("ailleurs", "Agent", someone.value().toString());
        assertThat(application.check().faults()).isEmpty();
        assertThat(application.check().links()).isEqualTo(48);
    }

    @Test
    void everyChangeOfOneByteIsRefused() {
        var statement = statement();
        var random = new Random(20261122);
        for (int i = 0; i < 1000; i++) {
            var changed = statement.clone();
            var at = random.nextInt(changed.length);
            changed[at] ^= (byte) (1 + random.nextInt(255));
            assertThat(verdict(changed))
                    .as("byte " + at)
                    .isInstanceOf(StatementVerdict.False.class);
        }
    }

    @Test
    void whatIsCutLengthenedOrRepeatedIsRefused() {
        var text = new String(statement(), StandardCharsets.UTF_8);
        var lines = text.split("\n");
        for (int length = 0; length < text.length(); length += 997) {
            assertFalse(text.substring(0, length));
        }
        assertFalse(text + "\n");
        assertFalse(text + text);
        assertFalse(text.replace("\n", "\r\n"));
        assertFalse(text.replace(lines[7] + "\n", ""));
        assertFalse(text.replace(lines[7], lines[7] + "\n" + lines[7]));
    }

    @Test
    void anotherPersonsStatementDoesNotContinueMineAndAnotherKeySignsNothing() {
        assertThat(verdict(statement(), statement(other)))
                .isEqualTo(new StatementVerdict.False(new Fault.EarlierUnusable()));
        var stranger = NoteSigner.fresh(key.name(), VerifierKey.Type.LOG).verifier();
        assertThat(check(statement(), stranger)).isInstanceOf(StatementVerdict.False.class);
    }

    @Test
    void theNextStatementContinuesTheOneThatWasKept() {
        onACopy();
        var kept = statement();
        application.journal().appendAlone(Several.about("plus tard", someone));
        map();
        var holds = holds(verdict(statement(), kept));
        assertThat(holds.last()).isEqualTo(25);
        assertThat(holds.compared()).isEqualTo(24);
    }

    @Test
    void withoutAMapOrBeforeItIsSignedThereIsNoStatement() {
        onACopy();
        var late = new PersonRef(UUID.randomUUID());
        application.journal().appendAlone(Several.about("tard", late));
        application.settle();
        assertThat(now(late)).isEmpty();
        assertThat(application.bean(MapMaker.class).make()).isTrue();
        assertThat(now(late)).isEmpty();
        application.settle();
        assertThat(now(late)).isPresent();
        assertThat(application.bean(MapMaker.class).make()).as("nothing changed").isFalse();
    }

    @Test
    void whatWasPurgedAtTermIsCountedAndWhatStaysIsProved() {
        onACopy();
        var person = new PersonRef(UUID.randomUUID());
        for (int i = 0; i < 3; i++) {
            application.journal().appendAlone(Several.brief("bref " + i, person));
        }
        application.journal().appendAlone(Several.about("long", person));
        application.journal().appendAlone(Several.brief("bref encore", person));
        application.journal().appendAlone(Several.about("long encore", person));
        map();
        var purge = application.bean(Purge.class);
        purge.purge(YearMonth.now(PARIS).plusMonths(3));
        application.settle();
        var holds = holds(verdict(statement(person)));
        assertThat(holds.first()).isEqualTo(4);
        assertThat(holds.last()).isEqualTo(6);
        assertThat(holds.gone()).as("kept in its place for the long one before it").isEqualTo(1);
        assertThat(application.check().faults()).isEmpty();
    }

    @Test
    void anErasedPersonsLinksAreGoneAndTheirNumbersGoOn() {
        onACopy();
        application.journal().erasePerson(someone, "demande de la personne");
        application.journal().appendAlone(Several.about("après", someone));
        map();
        assertThat(
                        count(
                                "SELECT count(*) FROM journal.link WHERE n < 25 AND key = (SELECT key FROM journal.chain WHERE n = 25)"))
                .isZero();
        var holds = holds(verdict(statement()));
        assertThat(holds.first()).isEqualTo(25);
        assertThat(holds.last()).isEqualTo(25);
        assertThat(application.check().faults()).isEmpty();
        assertThat(holds(verdict(statement(other))).last()).isEqualTo(24);
    }

    @Test
    void entriesOfAnOlderVersionStayOutsideAndTheStatementSaysSo() {
        onACopy();
        var db = application.bean(JdbcClient.class);
        for (var table : List.of("link", "chain", "touched", "map_page", "map")) {
            db.sql("DELETE FROM journal." + table).update();
        }
        db.sql("UPDATE journal.log SET linked_from = NULL, map_key = NULL").update();
        application.journal().appendAlone(Several.about("nouvelle", someone));
        db.sql("UPDATE journal.pending SET persons = NULL").update();
        map();
        var holds = holds(verdict(statement()));
        assertThat(holds.last()).isEqualTo(1);
        assertThat(holds.map().linkedFrom()).isEqualTo(49);
        assertThat(application.check().faults()).isEmpty();
    }

    private static StatementVerdict.Holds holds(StatementVerdict verdict) {
        assertThat(verdict).isInstanceOf(Holds.class);
        return (Holds) verdict;
    }

    private void assertFalse(String statement) {
        assertThat(verdict(statement.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(StatementVerdict.False.class);
    }

    private void map() {
        application.map();
    }

    private byte[] statement(PersonRef person) {
        return application.statement(person);
    }

    private Optional<Statement> now(PersonRef person) {
        return application.bean(Statements.class).now(person);
    }

    private StatementVerdict verdict(byte[] statement) {
        return check(statement, key);
    }

    private static StatementVerdict check(byte[] statement, VerifierKey key) {
        try {
            return StatementCheck.of(new ByteArrayInputStream(statement), key, Set.of(), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private StatementVerdict verdict(byte[] statement, byte[] earlier) {
        try {
            return StatementCheck.of(
                    new ByteArrayInputStream(statement),
                    new ByteArrayInputStream(earlier),
                    key,
                    Set.of(),
                    0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private long count(String sql) {
        return application.bean(JdbcClient.class).sql(sql).query(Long.class).single();
    }
}
