package fr.socle.journal.format;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.journal.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReceiptTests {

    private static final int SIZE = 1000;
    private static final int INDEX = 613;

    private final NoteSigner log = NoteSigner.fresh("exemple.fr/journal/1", VerifierKey.Type.LOG);
    private final NoteSigner one =
            NoteSigner.fresh("temoin-un.exemple.fr", VerifierKey.Type.WITNESS);
    private final NoteSigner two =
            NoteSigner.fresh("temoin-deux.exemple.fr", VerifierKey.Type.WITNESS);
    private final Receipt receipt = receipt();
    private final String text = receipt.write();

    @Test
    void itHoldsForWhoTrustsTheLogAlone() {
        var verdict = verdict(text, Set.of(), 0);
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Holds.class,
                        holds -> {
                            assertThat(holds.index()).isEqualTo(INDEX);
                            assertThat(holds.checkpoint().size()).isEqualTo(SIZE);
                            assertThat(holds.open())
                                    .containsExactly(Map.of("quoi", "Quotient familial demandé"));
                            assertThat(holds.closed()).isEqualTo(1);
                            assertThat(holds.trusted()).isEmpty();
                            assertThat(holds.others()).isEqualTo(2);
                            assertThat(holds.enough()).isTrue();
                        });
    }

    @Test
    void itCountsOnlyTheWitnessesWhomTheReaderNames() {
        assertThat(verdict(text, Set.of(one.verifier()), 1))
                .isInstanceOfSatisfying(
                        Verdict.Holds.class, it -> assertThat(it.enough()).isTrue());
        assertThat(verdict(text, Set.of(one.verifier()), 2))
                .isInstanceOfSatisfying(
                        Verdict.Holds.class, it -> assertThat(it.enough()).isFalse());
        var stranger =
                NoteSigner.fresh("temoin-un.exemple.fr", VerifierKey.Type.WITNESS).verifier();
        assertThat(verdict(text, Set.of(stranger), 1))
                .isInstanceOfSatisfying(
                        Verdict.Holds.class, it -> assertThat(it.trusted()).isEmpty());
    }

    @Test
    void theKeyOfAnotherLogRefusesIt() {
        var other = NoteSigner.fresh("exemple.fr/journal/1", VerifierKey.Type.LOG).verifier();
        assertThat(Verdict.of(text, other, Set.of(), 0)).isInstanceOf(Verdict.False.class);
    }

    /**
     * One bit or another, anywhere in the file: witnesses whom the reader does not know included.
     */
    @Test
    void everyChangeOfOneByteIsRefused() {
        var random = new Random(20261122);
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 5000; i++) {
            var changed = bytes.clone();
            changed[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
            var verdict = verdict(new String(changed, StandardCharsets.UTF_8), Set.of(), 0);
            assertThat(verdict).isInstanceOf(Verdict.False.class);
        }
    }

    @Test
    void whatIsCutOrLengthenedIsRefused() {
        for (int length = 0; length < text.length(); length += 7) {
            assertThat(verdict(text.substring(0, length), Set.of(), 0))
                    .isInstanceOf(Verdict.False.class);
        }
        assertThat(verdict(text + "\n", Set.of(), 0)).isInstanceOf(Verdict.False.class);
        assertThat(verdict(text + text, Set.of(), 0)).isInstanceOf(Verdict.False.class);
        assertThat(verdict(text.replace("\n", "\r\n"), Set.of(), 0))
                .isInstanceOf(Verdict.False.class);
    }

    @Test
    void aPartOfAnotherEntryIsRefused() {
        var foreign =
                new Receipt.Disclosure.Open(
                        new byte[16], CanonicalJson.write(Map.of("quoi", "autre chose")));
        var forged =
                new Receipt(
                        receipt.index(),
                        receipt.link(),
                        List.of(foreign, receipt.parts().get(1)),
                        receipt.witnesses(),
                        receipt.path(),
                        receipt.note());
        assertThat(verdict(forged.write(), Set.of(), 0)).isInstanceOf(Verdict.False.class);
    }

    @Test
    void aCosignatureOfAnotherCheckpointIsRefused() {
        var elsewhere = new Checkpoint("exemple.fr/journal/1", SIZE, Merkle.EMPTY);
        var note =
                new SignedNote(
                        receipt.note().text(),
                        List.of(
                                receipt.note().signatures().getFirst(),
                                one.cosign(elsewhere, Instant.EPOCH),
                                receipt.note().signatures().getLast()));
        var forged =
                new Receipt(
                        receipt.index(),
                        receipt.link(),
                        receipt.parts(),
                        receipt.witnesses(),
                        receipt.path(),
                        note);
        assertThat(verdict(forged.write(), Set.of(), 0)).isInstanceOf(Verdict.False.class);
    }

    private Verdict verdict(String file, Set<VerifierKey> witnesses, int minimum) {
        return Verdict.of(file, log.verifier(), witnesses, minimum);
    }

    private Receipt receipt() {
        var open =
                new Receipt.Disclosure.Open(
                        "seize octets sel".getBytes(StandardCharsets.UTF_8),
                        CanonicalJson.write(Map.of("quoi", "Quotient familial demandé")));
        var closed =
                new Receipt.Disclosure.Closed(
                        Hash.sha256("ailleurs".getBytes(StandardCharsets.UTF_8)));
        var link = Hash.sha256("lien".getBytes(StandardCharsets.UTF_8));
        var entry =
                new LogEntry(
                        LogEntry.commit(List.of(open.commitment(), closed.commitment())), link);
        var tree = MemoryTree.of(INDEX);
        tree.add(entry.bytes());
        for (int i = INDEX + 1; i < SIZE; i++) {
            tree.add(new byte[] {(byte) i});
        }
        var checkpoint = new Checkpoint("exemple.fr/journal/1", SIZE, tree.hash(0, SIZE));
        var note =
                new SignedNote(
                        checkpoint.text(),
                        List.of(
                                log.sign(checkpoint),
                                one.cosign(checkpoint, Instant.parse("2026-11-22T08:00:00Z")),
                                two.cosign(checkpoint, Instant.parse("2026-11-22T08:00:01Z"))));
        return new Receipt(
                INDEX,
                link,
                List.of(open, closed),
                List.of(one.verifier(), two.verifier()),
                Merkle.inclusion(tree, INDEX, SIZE),
                note);
    }
}
