package fr.socle.journal.format;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.journal.Hash;
import fr.socle.journal.format.Tiles.Place;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TilesTests {

    /** Three levels of tiles, the last one of each partial. */
    private static final int SIZE = 256 * 256 + 256 + 77;

    private final MemoryTree tree = MemoryTree.of(SIZE);
    private final Map<Place, byte[]> tiles = tiles();

    @Test
    void theTilesThatAQuestionNeedsAnswerIt() {
        var random = new Random(20261122);
        for (int i = 0; i < 20; i++) {
            var index = random.nextInt(SIZE);
            same(it -> Merkle.inclusion(it, index, SIZE));
            same(it -> Merkle.consistency(it, index, SIZE));
        }
        same(it -> Merkle.root(it, SIZE));
    }

    @Test
    void aProofNeedsItsOwnTilesAndThoseOfTheEdge() {
        assertThat(Tiles.neededBy(it -> Merkle.inclusion(it, 1000, SIZE)))
                .containsExactlyInAnyOrder(
                        new Place(0, 3), new Place(1, 0), new Place(1, 1), new Place(0, 257));
        assertThat(Tiles.neededBy(it -> Merkle.inclusion(it, 0, 1))).isEqualTo(Set.of());
    }

    @Test
    void anAddressBeyondEveryTreeNamesNoTile() {
        assertThat(Tiles.width(0, 3, 1000)).isEqualTo(232);
        assertThat(Tiles.width(0, 4, 1000)).isZero();
        assertThat(Tiles.width(0, 36_028_797_019_963_968L, 1000)).isZero();
        assertThat(Tiles.width(0, Long.MAX_VALUE, 1000)).isZero();
        assertThat(Tiles.width(0, 4, 1024)).isZero();
        assertThat(Tiles.width(0, 3, 1024)).isEqualTo(256);
    }

    private <T> void same(Function<Merkle.Nodes, T> question) {
        var expected = question.apply(tree);
        assertThat((Object) ask(question)).isEqualTo(expected);
    }

    /** Answers from the needed tiles only: a tile that was not named is not there. */
    private <T> T ask(Function<Merkle.Nodes, T> question) {
        var read = new HashMap<Place, byte[]>();
        Tiles.neededBy(question).forEach(it -> read.put(it, tiles.get(it)));
        return question.apply(
                new Tiles((level, n) -> Objects.requireNonNull(read.get(new Place(level, n)))));
    }

    private Map<Place, byte[]> tiles() {
        var made = new HashMap<Place, byte[]>();
        for (int level = 0; SIZE >> 8 * level > 0; level++) {
            for (int index = 0; index < SIZE >> 8 * level; index++) {
                put(made, level, index, tree.node(8 * level, index));
            }
        }
        return made;
    }

    private static void put(Map<Place, byte[]> made, int level, int index, Hash hash) {
        var inside = index % Tiles.WIDTH;
        var place = new Place(level, index / Tiles.WIDTH);
        var wider = Arrays.copyOf(made.getOrDefault(place, new byte[0]), (inside + 1) * Hash.BYTES);
        hash.into(wider, inside * Hash.BYTES);
        made.put(place, wider);
    }
}
