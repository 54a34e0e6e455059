package fr.socle.journal.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigstore.merkle.InclusionProofVerifier;
import fr.socle.journal.Hash;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleTests {

    private static final int SIZE = 70;

    private final MemoryTree tree = MemoryTree.of(SIZE);

    @Test
    void theEmptyTreeAndTheFirstLeafHashAsTheStandardSays() {
        assertThat(HexFormat.of().formatHex(Merkle.EMPTY.bytes()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(HexFormat.of().formatHex(Merkle.leaf(new byte[0]).bytes()))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    @Test
    void everyRootIsTheOneOfTheDefinition() {
        for (int size = 0; size <= SIZE; size++) {
            assertThat(Merkle.root(tree, size)).isEqualTo(tree.hash(0, size));
        }
    }

    @Test
    void anotherHandAcceptsEveryInclusionProof() {
        for (int size = 1; size <= SIZE; size++) {
            for (int index = 0; index < size; index++) {
                var path = Merkle.inclusion(tree, index, size);
                var leaf = Merkle.leaf(tree.entry(index));
                var root = tree.hash(0, size).bytes();
                var hashes = path.stream().map(Hash::bytes).toList();
                var at = index;
                var of = size;
                assertThatCode(
                                () ->
                                        InclusionProofVerifier.verify(
                                                leaf.bytes(), at, of, hashes, root))
                        .doesNotThrowAnyException();
                assertThat(Merkle.rootOf(leaf, index, size, path).bytes()).isEqualTo(root);
            }
        }
    }

    @Test
    void everyConsistencyProofHoldsAndNoneHoldsForAnotherTree() {
        for (int newer = 0; newer <= SIZE; newer++) {
            for (int older = 0; older <= newer; older++) {
                var proof = Merkle.consistency(tree, older, newer);
                var olderRoot = tree.hash(0, older);
                var newerRoot = tree.hash(0, newer);
                assertThat(Merkle.consistent(older, olderRoot, newer, newerRoot, proof)).isTrue();
                if (older < newer && older > 0) {
                    assertThat(Merkle.consistent(older, newerRoot, newer, newerRoot, proof))
                            .isFalse();
                    assertThat(Merkle.consistent(older, olderRoot, newer, olderRoot, proof))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void theStandardsOwnWordsAcceptEveryConsistencyProofAlsoBeyondATile() {
        var large = MemoryTree.of(520);
        for (var newer : List.of(2, 3, 7, 8, 64, 65, 70, 255, 256, 257, 511, 512, 513, 520)) {
            var newerRoot = large.hash(0, newer);
            for (int older = 1; older < newer; older += newer < 100 ? 1 : 7) {
                var proof = Merkle.consistency(large, older, newer);
                var root = large.hash(0, older);
                assertThat(StandardConsistency.verify(older, root, newer, newerRoot, proof))
                        .as("%d in %d", older, newer)
                        .isTrue();
                assertThat(StandardConsistency.verify(older, newerRoot, newer, newerRoot, proof))
                        .isFalse();
            }
        }
    }

    @Test
    void aChangedShortenedOrLengthenedConsistencyProofIsRefused() {
        for (int older = 1; older < SIZE; older++) {
            var proof = Merkle.consistency(tree, older, SIZE);
            for (int i = 0; i < proof.size(); i++) {
                var changed = new ArrayList<>(proof);
                changed.set(i, Merkle.EMPTY);
                assertThat(holds(older, changed)).isFalse();
            }
            assertThat(holds(older, proof.subList(0, Math.max(0, proof.size() - 1)))).isFalse();
            var longer = new ArrayList<>(proof);
            longer.add(Merkle.EMPTY);
            assertThat(holds(older, longer)).isFalse();
        }
    }

    @Test
    void aPathOfTheWrongLengthIsRefused() {
        var path = Merkle.inclusion(tree, 5, SIZE);
        var leaf = Merkle.leaf(tree.entry(5));
        assertThatThrownBy(() -> Merkle.rootOf(leaf, 5, SIZE, path.subList(1, path.size())))
                .isInstanceOf(IllegalArgumentException.class);
        var longer = new ArrayList<>(path);
        longer.add(Merkle.EMPTY);
        assertThatThrownBy(() -> Merkle.rootOf(leaf, 5, SIZE, longer))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Merkle.rootOf(leaf, SIZE, SIZE, path))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private boolean holds(int older, List<Hash> proof) {
        return Merkle.consistent(older, tree.hash(0, older), SIZE, tree.hash(0, SIZE), proof);
    }
}
