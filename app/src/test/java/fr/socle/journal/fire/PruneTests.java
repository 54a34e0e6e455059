package fr.socle.journal.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import fr.socle.TestFolders;
import fr.socle.journal.Hash;
import fr.socle.journal.check.CheckReport;
import fr.socle.journal.format.Checkpoint;
import fr.socle.journal.format.LogEntry;
import fr.socle.journal.format.Merkle;
import fr.socle.journal.log.Purge;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What goes when its time has come is named; what goes or changes otherwise is found out. 600
 * entries are kept a month, the 100 after them for three years.
 */
@Tag("fire")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PruneTests {

    private static final String ORIGINAL = "elagage";
    private static final int SHORT = 600;
    private static final int LONG = 100;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Cluster cluster = Cluster.start();
    private final List<Checkpoint> published = new ArrayList<>();
    private Application application;
    private int copies;

    @BeforeAll
    void start() {
        cluster.create(ORIGINAL);
        application =
                Application.still(
                        cluster.url(ORIGINAL),
                        TestFolders.fresh("socle-elagage"),
                        SwitchedDatabase.class);
        write(SHORT / 2, true);
        write(SHORT / 2, true);
        write(LONG, false);
        application.journal().erase(3, "demande de la personne");
        publish();
    }

    @AfterAll
    void stop() {
        application.close();
        cluster.close();
    }

    @Test
    void anUntouchedCopyHolds() {
        onACopy();
        var report = application.check();
        assertThat(report.faults()).isEmpty();
        assertThat(report.entries()).isEqualTo(SHORT + LONG + 1);
        assertThat(report.erased()).containsExactly(entry("demande de la personne", 1L));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    parts, the format            | UPDATE journal.content SET parts = set_byte(parts, 0, 9) WHERE index = 7 | entry 7
                    parts, a commitment          | UPDATE journal.content SET parts = set_byte(parts, 12, get_byte(parts, 12) # 1) WHERE index = 7 | entry 7
                    parts, a person's key        | UPDATE journal.content SET parts = set_byte(parts, 2, 1) WHERE index = 7 | entry 7
                    parts, another person's key  | UPDATE journal.content SET parts = set_byte(parts, 9, 1 + get_byte(parts, 9) % 2) WHERE index = 7 | entry 7
                    parts, a length              | UPDATE journal.content SET parts = set_byte(parts, 45, get_byte(parts, 45) # 1) WHERE index = 7 | entry 7
                    parts, a huge length         | UPDATE journal.content SET parts = set_byte(parts, 42, 255) WHERE index = 7 | entry 7
                    parts, a sealed byte         | UPDATE journal.content SET parts = set_byte(parts, 60, get_byte(parts, 60) # 1) WHERE index = 7 | entry 7
                    parts, an open byte          | UPDATE journal.content SET parts = set_byte(parts, length(parts) - 3, get_byte(parts, length(parts) - 3) # 1) WHERE index = 7 | entry 7
                    parts, cut                   | UPDATE journal.content SET parts = substring(parts FROM 1 FOR length(parts) - 1) WHERE index = 7 | entry 7
                    parts, none                  | UPDATE journal.content SET parts = '' WHERE index = 7 | entry 7
                    parts, those of another      | UPDATE journal.content SET parts = (SELECT parts FROM journal.content WHERE index = 8) WHERE index = 7 | entry 7
                    content, gone by hand        | DELETE FROM journal.content WHERE index = 5 | entry 5
                    content, a month by hand     | DELETE FROM journal.content WHERE kind = 'journal.trace-courte' | no Effacement
                    the Effacement itself        | DELETE FROM journal.content WHERE kind = 'journal.effacement' | entry 3
                    a person's key               | DELETE FROM journal.person_key WHERE id = (SELECT min(id) FROM journal.person_key) | lost its key
                    the beginning                | UPDATE journal.log SET minimum = 512 | no Elagage
                    leaf, its version            | UPDATE journal.leaf SET log_entry = set_byte(log_entry, 0, 2) WHERE index = 300 | entry 300
                    leaf, its commitment         | UPDATE journal.leaf SET log_entry = set_byte(log_entry, 5, get_byte(log_entry, 5) # 1) WHERE index = 300 | entry 300
                    leaf, its link               | UPDATE journal.leaf SET log_entry = set_byte(log_entry, 40, get_byte(log_entry, 40) # 1) WHERE index = 300 | tile 0/001
                    leaf, cut                    | UPDATE journal.leaf SET log_entry = substring(log_entry FROM 1 FOR 64) WHERE index = 300 | entry 300
                    leaf, its month              | UPDATE journal.leaf SET purge_month = purge_month + interval '1 month' WHERE index = 300 | entry 300
                    leaf, gone                   | DELETE FROM journal.leaf WHERE index = 300 | entry 300
                    leaf, the last one gone      | DELETE FROM journal.leaf WHERE index = 700 | entry 700
                    leaf, one too many           | INSERT INTO journal.leaf SELECT log, 701, log_entry, purge_month FROM journal.leaf WHERE index = 700 | head
                    tile, a byte                 | UPDATE journal.tile SET hashes = set_byte(hashes, 100, get_byte(hashes, 100) # 1) WHERE level = 0 AND n = 1 | tile 0/001
                    tile, a byte of the edge     | UPDATE journal.tile SET hashes = set_byte(hashes, 100, get_byte(hashes, 100) # 1) WHERE level = 0 AND n = 2 | tile 0/002
                    tile, a byte higher up       | UPDATE journal.tile SET hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1) WHERE level = 1 | tile 1/000
                    tile, gone                   | DELETE FROM journal.tile WHERE level = 0 AND n = 1 | tile 0/001
                    tile, the edge gone          | DELETE FROM journal.tile WHERE level = 0 AND n = 2 | tile 0/002
                    head, its root               | UPDATE journal.head SET root = set_byte(root, 5, get_byte(root, 5) # 1) | head
                    head, less                   | UPDATE journal.head SET size = size - 1 | head
                    head, more                   | UPDATE journal.head SET size = size + 1 | entry 701
                    head, another name           | UPDATE journal.log SET origin = 'autre.example' | another log
                    head, another key            | UPDATE journal.log SET verifier_key = regexp_replace(verifier_key, '.{8}$', 'AAAAAAAA') | key
                    checkpoint, its size         | UPDATE journal.checkpoint SET note = replace(note, E'\\n701\\n', E'\\n700\\n') WHERE size = 701 | is not signed
                    checkpoint, its root         | UPDATE journal.checkpoint SET note = overlay(note placing 'AAAA' from position(E'\\n701\\n' in note) + 8) WHERE size = 701 | is not signed
                    checkpoint, its signature    | UPDATE journal.checkpoint SET note = overlay(note placing 'AAAA' from length(note) - 40) WHERE size = 701 | is not signed
                    checkpoint, its form         | UPDATE journal.checkpoint SET note = concat('x', note) WHERE size = 701 | log
                    """)
    void aChangeByHandIsReported(String what, String change, String told) {
        onTheOriginal();
        assertThat(checkedAfter(change).faults())
                .as(what)
                .isNotEmpty()
                .anySatisfy(it -> assertThat(it).contains(told));
    }

    /** The check sees the change in the transaction that makes it, which is then rolled back. */
    private CheckReport checkedAfter(String change) {
        var transaction =
                new TransactionTemplate(application.bean(PlatformTransactionManager.class));
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return transaction.execute(
                status -> {
                    status.setRollbackOnly();
                    assertThat(application.bean(JdbcClient.class).sql(change).update())
                            .as(change)
                            .isPositive();
                    return application.check();
                });
    }

    @Test
    void aMonthIsDroppedInTimeAndNamedAndWhatStaysIsStillProved() {
        onACopy();
        var purge = application.bean(Purge.class);
        purge.purge(YearMonth.now(PARIS).plusMonths(1));
        assertThat(application.check().erased()).hasSize(1);
        application.bean(SwitchedDatabase.Later.class).move(Duration.ofDays(75));
        purge.purge(YearMonth.now(application.bean(SwitchedDatabase.Later.class).withZone(PARIS)));
        publish();
        assertThat(application.check().faults()).isEmpty();
        assertThat(application.check().erased())
                .containsEntry("durée de conservation écoulée", SHORT - 1L);

        assertThat(purge.prune()).isEqualTo(512);
        assertThat(purge.prune()).isEqualTo(512);
        var report = application.check();
        assertThat(report.faults()).isEmpty();
        assertThat(report.erased()).containsOnly(entry("durée de conservation écoulée", 88L));
        assertThat(report.pruned()).isEqualTo(512);
        assertServesWhatIsLeft();
        write(300, false);
        assertThat(application.check().faults()).isEmpty();
        assertAllProofs();
    }

    private void assertServesWhatIsLeft() {
        var stranger = stranger();
        assertThat(stranger.status("/tile/0/000")).isEqualTo(404);
        assertThat(stranger.status("/tile/0/000.p/10")).isEqualTo(404);
        assertThat(stranger.status("/tile/0/001")).isEqualTo(404);
        assertThat(stranger.status("/tile/entries/000")).isEqualTo(404);
        assertThat(stranger.status("/tile/entries/000.p/10")).isEqualTo(404);
        assertThat(stranger.status("/tile/entries/001.p/255")).isEqualTo(404);
        assertThat(stranger.status("/tile/0/002.p/190")).isEqualTo(200);
        assertThat(stranger.status("/tile/entries/002.p/190")).isEqualTo(200);
        assertThat(stranger.status("/tile/1/000.p/2")).isEqualTo(200);
    }

    /** Between all sizes at or above the minimum, and for every entry at or above it. */
    private void assertAllProofs() {
        var stranger = stranger();
        var sizes = published.stream().filter(it -> it.size() >= 512).toList();
        assertThat(sizes).hasSizeGreaterThan(3);
        for (var older : sizes) {
            sizes.stream()
                    .filter(newer -> newer.size() > older.size())
                    .forEach(newer -> stranger.assertContinues(older, newer));
        }
        var last = sizes.getLast();
        var tree = stranger.tiles(last.size());
        for (long index = 512; index < last.size(); index++) {
            var path = Merkle.inclusion(tree, index, last.size());
            assertThat(Merkle.rootOf(leaf(index), index, last.size(), path)).isEqualTo(last.root());
        }
    }

    private Hash leaf(long index) {
        var bytes =
                cluster.ask(
                        copy(),
                        "SELECT encode(log_entry, 'hex') FROM journal.leaf WHERE index = " + index);
        return LogEntry.parse(java.util.HexFormat.of().parseHex(bytes)).leaf();
    }

    private Published stranger() {
        return new Published(application.address(), 1);
    }

    private void write(int count, boolean shortly) {
        var kind = shortly ? Trace.SHORT : Trace.USUAL;
        Many.callers(
                count, i -> application.journal().appendAlone(Trace.of("ligne " + i).kept(kind)));
        publish();
    }

    private void publish() {
        application.settle();
        var stranger = stranger();
        published.add(stranger.checkpoint(stranger.key()).orElseThrow());
    }

    private void onTheOriginal() {
        application.bean(SwitchedDatabase.Source.class).use(cluster.url(ORIGINAL));
    }

    private void onACopy() {
        copies++;
        var copy = cluster.copy(ORIGINAL, copy());
        application.bean(SwitchedDatabase.Source.class).use(cluster.url(copy));
    }

    private String copy() {
        return ORIGINAL + copies;
    }
}
