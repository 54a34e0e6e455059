package fr.socle.journal.chain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.journal.Hash;
import fr.socle.journal.format.LogEntry;
import fr.socle.journal.format.MapLeaf;
import fr.socle.journal.format.PersonMap;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The map against one that is computed straight from its definition. */
class PersonMapTests {

    private final Random random = new Random(20261122);
    private final Memory stored = new Memory();

    @Test
    void theRootIsThatOfTheDefinitionHoweverTheLeavesCame() {
        var all = new TreeMap<String, MapLeaf>();
        for (int round = 0; round < 60; round++) {
            var some = leaves(1 + random.nextInt(40), all);
            some.forEach(leaf -> all.put(leaf.key().base64(), leaf));
            assertThat(MapGrowth.put(stored, some)).isEqualTo(naive(List.copyOf(all.values()), 0));
        }
        assertThat(all).hasSizeGreaterThan(500);
        var root = naive(List.copyOf(all.values()), 0);
        for (var leaf : all.values()) {
            var place = place(leaf.key());
            assertThat(place.leaf()).isEqualTo(leaf);
            assertThat(PersonMap.rootOf(leaf, place.path())).isEqualTo(root);
        }
    }

    @Test
    void oneLeafIsTheRootAndItsWayIsEmpty() {
        var leaf = leaf(key(), 1);
        assertThat(MapGrowth.put(stored, List.of(leaf))).isEqualTo(leaf.hash());
        assertThat(place(leaf.key()).path()).isEmpty();
    }

    /** Two keys that share 203 bits: their leaves lie deep, with nothing beside their way. */
    @Test
    void keysThatBeginAlikeLieDeepAndAreProved() {
        var one = key();
        var bytes = one.bytes();
        bytes[25] ^= 0x10;
        var two = Hash.of(bytes);
        var leaves = List.of(leaf(one, 7), leaf(two, 8), leaf(key(), 9));
        var root = MapGrowth.put(stored, leaves);
        assertThat(root).isEqualTo(naive(leaves, 0));
        assertThat(place(one).path()).hasSize(204);
        assertThat(PersonMap.rootOf(leaves.get(1), place(two).path())).isEqualTo(root);
    }

    @Test
    void aNumberAnEntryOrAKeyThatTheMapDoesNotHoldLeadsElsewhere() {
        var leaves = leaves(100, Map.of());
        var root = MapGrowth.put(stored, leaves);
        var leaf = leaves.getFirst();
        var path = place(leaf.key()).path();
        assertThat(PersonMap.rootOf(new MapLeaf(leaf.key(), leaf.n() - 1, leaf.entry()), path))
                .isNotEqualTo(root);
        assertThat(PersonMap.rootOf(leaf(leaf.key(), leaf.n()), path)).isNotEqualTo(root);
        assertThat(PersonMap.rootOf(new MapLeaf(key(), leaf.n(), leaf.entry()), path))
                .isNotEqualTo(root);
        var stranger = key();
        assertThat(MapPlace.of(stranger, stored.read(MapPlace.paths(stranger)))).isEmpty();
    }

    /** 45 million persons are not read again because one of them has a new entry. */
    @Test
    void onlyTheWayToWhatChangedIsReadAndWritten() {
        MapGrowth.put(stored, leaves(20_000, Map.of()));
        stored.asked.clear();
        var pages = stored.pages.size();
        MapGrowth.put(stored, List.of(leaf(key(), 1)));
        assertThat(stored.asked).hasSizeLessThan(8);
        assertThat(stored.pages.size() - pages).isLessThan(8);
    }

    private MapPlace place(Hash key) {
        return MapPlace.of(key, stored.read(MapPlace.paths(key))).orElseThrow();
    }

    /** Some new keys, and some that are known. */
    private List<MapLeaf> leaves(int count, Map<String, MapLeaf> known) {
        var keys = new HashSet<Hash>();
        var old = new ArrayList<>(known.values());
        for (int i = 0; i < count; i++) {
            keys.add(
                    old.isEmpty() || random.nextInt(3) > 0
                            ? key()
                            : old.get(random.nextInt(old.size())).key());
        }
        return keys.stream().map(key -> leaf(key, 2 + random.nextInt(1000))).toList();
    }

    private MapLeaf leaf(Hash key, long n) {
        return new MapLeaf(key, n, new LogEntry(key(), key()));
    }

    private Hash key() {
        var bytes = new byte[Hash.BYTES];
        random.nextBytes(bytes);
        return Hash.of(bytes);
    }

    /** Nothing, the only leaf, or the node over both halves. */
    private static Hash naive(List<MapLeaf> leaves, int depth) {
        if (leaves.isEmpty()) {
            return Hash.sha256(
                    "socle/map/empty/1".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        if (leaves.size() == 1) {
            var leaf = leaves.getFirst();
            return Hash.sha256(
                    "socle/map/leaf/1".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    leaf.key().bytes(),
                    ByteBuffer.allocate(8).putLong(leaf.n()).array(),
                    leaf.entry().bytes());
        }
        var left = new ArrayList<MapLeaf>();
        var right = new ArrayList<MapLeaf>();
        for (var leaf : leaves) {
            var bit = leaf.key().bytes()[depth / 8] & 0x80 >> depth % 8;
            (bit == 0 ? left : right).add(leaf);
        }
        return Hash.sha256(
                "socle/map/node/1".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                naive(left, depth + 1).bytes(),
                naive(right, depth + 1).bytes());
    }

    private static final class Memory implements MapGrowth.Pages {
        private final Map<String, byte[]> pages = new HashMap<>();
        private final Set<String> asked = new HashSet<>();

        @Override
        public Map<String, byte[]> read(Collection<String> paths) {
            asked.addAll(paths);
            var found = new HashMap<String, byte[]>();
            for (var path : paths) {
                if (pages.get(path) instanceof byte[] page) {
                    found.put(path, page);
                }
            }
            return found;
        }

        @Override
        public void write(Map<String, byte[]> more) {
            pages.putAll(more);
        }
    }
}
