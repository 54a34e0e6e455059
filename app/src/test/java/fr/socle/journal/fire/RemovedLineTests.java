package fr.socle.journal.fire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.TestFolders;
import fr.socle.house.DataFolder;
import fr.socle.journal.format.Checkpoint;
import fr.socle.journal.format.Merkle;
import fr.socle.journal.format.SignedNote;
import fr.socle.journal.store.CheckpointStore;
import fr.socle.journal.store.TileStore;
import fr.socle.journal.witness.Witness;
import fr.socle.journal.witness.WitnessAnswer;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The operator removes a line of a person from every table and projection, and signs again whatever
 * his key can sign. {@code ./socle verify --dossier} exposes him.
 */
@Tag("fire")
class RemovedLineTests extends CopiedLog {

    private static final int LINES = 9;
    private static final int MIDDLE = 5;

    private Witness witness;
    private byte[] kept;

    RemovedLineTests() {
        super("ligne_vraie");
    }

    @BeforeAll
    void start() {
        for (int i = 1; i <= LINES; i++) {
            application.journal().appendAlone(Several.about("ligne " + i, someone, other));
            application.journal().appendAlone(Several.about("ailleurs " + i, other));
        }
        application.map();
        witness =
                Witness.open(
                        "temoin.essai.example",
                        List.of(key),
                        new DataFolder(TestFolders.fresh("socle-temoin")),
                        Clock.systemUTC());
        var checkpoints = application.bean(CheckpointStore.class);
        var last = checkpoints.last(1).orElseThrow();
        var seen = (WitnessAnswer.Cosigned) witness.add(0, List.of(), last.note());
        checkpoints.cosign(1, last.size(), witness.key(), seen.line());
        kept = application.statement(someone);
    }

    @Test
    void theTrueStatementHoldsWithItsWitness() {
        var verified =
                Verified.by(kept, key, "--witness", witness.key().text(), "--min-witnesses", "1");
        assertThat(verified.exit()).as(verified.told()).isZero();
        assertThat(verified.told())
                .contains("Aucune ligne ne manque entre 1 et " + LINES + " à la date du ")
                .contains("temoin.essai.example")
                .contains("Non prouvé");
    }

    @Test
    void aLineRemovedFromTheMiddleIsMissed() {
        onACopy();
        remove(MIDDLE);
        assertExposed(Verified.by(statement(), key), "il manque la ligne " + MIDDLE);
    }

    @Test
    void theLinesAfterItCannotBeRenumbered() {
        onACopy();
        remove(MIDDLE);
        change("UPDATE journal.link SET n = n - 1 WHERE n > " + MIDDLE + " AND key = " + mine());
        change("UPDATE journal.chain SET n = n - 1 WHERE key = " + mine());
        signAgain();
        assertExposed(
                Verified.by(statement(), key), "ligne " + MIDDLE, "n’est pas celle du journal");
    }

    @Test
    void whoPretendsThatAllBeforeItWasPurgedHasToSaySo() {
        onACopy();
        for (int n = 1; n <= MIDDLE; n++) {
            remove(n);
        }
        var verified = Verified.by(statement(), key);
        assertThat(verified.told())
                .contains("Premières lignes qui ne sont plus là, échues ou effacées : " + MIDDLE)
                .doesNotContain("entre 1 et");
    }

    @Test
    void theLastLineIsMissedAsLongAsTheMapStands() {
        onACopy();
        remove(LINES);
        assertExposed(Verified.by(statement(), key), "il manque la ligne " + LINES);
    }

    @Test
    void aNewMapWithoutTheLastLineContradictsTheStatementThatWasKept() {
        onACopy();
        removeLastAndMapAgain();
        assertExposed(
                Verified.by(statement(), key, "--earlier", Verified.file(kept)),
                "comptait " + LINES + " lignes, celui-ci n’en compte que " + (LINES - 1));
    }

    @Test
    void anotherLineInPlaceOfTheLastOneContradictsItToo() {
        onACopy();
        removeLastAndMapAgain();
        application.journal().appendAlone(Several.about("en remplacement", someone));
        application.map();
        assertExposed(
                Verified.by(statement(), key, "--earlier", Verified.file(kept)),
                "la ligne " + LINES + " n’est plus celle du relevé plus ancien");
    }

    /** All is written again without the line, linked, mapped and signed: it is another log. */
    @Test
    void aForkedLogHasNoWitnessAndContradictsTheStatementThatWasKept() {
        var copy = onACopy();
        remove(MIDDLE);
        writeAgain();
        try (var forger =
                Application.quiet(cluster.url(copy), TestFolders.fresh("socle-fourche"))) {
            forger.map();
            var forged = forger.statement(someone);
            assertThat(Verified.by(forged, key).told())
                    .contains("entre 1 et " + (LINES - 1))
                    .contains("Sans témoin, rien ne prouve");
            assertThat(
                            Verified.by(
                                            forged,
                                            key,
                                            "--witness",
                                            witness.key().text(),
                                            "--min-witnesses",
                                            "1")
                                    .exit())
                    .isEqualTo(2);
            assertExposed(
                    Verified.by(forged, key, "--earlier", Verified.file(kept)),
                    "celui-ci n’en compte que " + (LINES - 1));
            assertThat(cosigned(forger)).isNotInstanceOf(WitnessAnswer.Cosigned.class);
        }
    }

    private WitnessAnswer cosigned(Application forger) {
        var seen = checkpoint(original.bean(CheckpointStore.class).best(1, 0).orElseThrow().note());
        var note = forger.bean(CheckpointStore.class).last(1).orElseThrow().note();
        var size = checkpoint(note).size();
        var proof =
                forger.bean(TileStore.class)
                        .ask(1, it -> Merkle.consistency(it, Math.min(seen.size(), size), size));
        return witness.add(Math.min(seen.size(), size), proof, note);
    }

    private static Checkpoint checkpoint(SignedNote note) {
        return Checkpoint.parse(note.text());
    }

    private static void assertExposed(Verified verified, String... told) {
        assertThat(verified.exit()).as(verified.told()).isEqualTo(1);
        assertThat(verified.told()).startsWith("FAUX : ").contains(told);
        assertThat(verified.told()).doesNotContain("Aucune ligne ne manque");
    }

    /** From every table; only its leaf's hash is left, which the tree needs. */
    private void remove(int n) {
        var index =
                db().sql("SELECT index FROM journal.link WHERE n = " + n + " AND key = " + mine())
                        .query(Long.class)
                        .single();
        for (var table : List.of("journal.link", "journal.content", "journal.leaf")) {
            db().sql("DELETE FROM " + table + " WHERE log = 1 AND index = " + index).update();
        }
    }

    private void removeLastAndMapAgain() {
        remove(LINES);
        change(
                """
                UPDATE journal.chain c SET n = l.n, log_entry = e.log_entry
                FROM journal.link l JOIN journal.leaf e USING (log, index)
                WHERE l.key = c.key AND l.n = c.n - 1 AND c.key = """
                        + " "
                        + mine());
        signAgain();
    }

    private void signAgain() {
        change(
                "INSERT INTO journal.touched SELECT log, key FROM journal.chain WHERE key = "
                        + mine());
        application.map();
    }

    /**
     * Everything that is left waits again, in its old order, for a log of the same name and key.
     */
    private void writeAgain() {
        change(
                """
                INSERT INTO journal.pending (id, kind, written_at, purge_month, commitment, parts)
                SELECT c.id, c.kind, c.written_at, c.purge_month, substring(l.log_entry FROM 2 FOR 32), c.parts
                FROM journal.content c JOIN journal.leaf l USING (log, index)
                WHERE c.kind <> 'journal.carte' ORDER BY index
                """);
        for (var table :
                List.of(
                        "content",
                        "leaf",
                        "tile",
                        "checkpoint",
                        "cosignature",
                        "link",
                        "chain",
                        "touched",
                        "map_page")) {
            db().sql("DELETE FROM journal." + table).update();
        }
        change("UPDATE journal.map SET size = 0, entry = NULL");
        change("UPDATE journal.head SET size = 0, drained = '', root = sha256('')");
        change("UPDATE journal.log SET remembered = NULL, minimum = 0");
    }

    /** The pseudonym of the person: only they have as many entries. */
    private String mine() {
        return "(SELECT key FROM journal.chain WHERE n < " + (2 * LINES) + " ORDER BY n LIMIT 1)";
    }

    private void change(String sql) {
        assertThat(db().sql(sql).update()).as(sql).isPositive();
    }
}
