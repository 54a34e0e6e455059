package fr.socle.journal.chain;

import fr.socle.journal.Hash;
import fr.socle.journal.chain.MapPage.Slot;
import fr.socle.journal.format.MapLeaf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A leaf of the map, and the way from its sibling up to the root's child.
 *
 * @param path the lowest first
 */
record MapPlace(MapLeaf leaf, List<Hash> path) {

    /** Every page on whose way the key can lie. */
    static List<String> paths(Hash key) {
        var digits = HexFormat.of().formatHex(key.bytes());
        return IntStream.range(0, digits.length()).mapToObj(it -> digits.substring(0, it)).toList();
    }

    /** Where this key lies among these pages; nothing when the map does not hold it. */
    static Optional<MapPlace> of(Hash key, Map<String, byte[]> pages) {
        var path = new ArrayList<Hash>();
        var at = "";
        while (pages.get(at) instanceof byte[] encoded) {
            var page = MapPage.decode(encoded);
            var slot = MapPage.slotOf(key, at.length());
            path.addAll(page.path(slot));
            switch (page.slot(slot)) {
                case Slot.Nothing _ -> {
                    return Optional.empty();
                }
                case Slot.Alone(var leaf) -> {
                    Collections.reverse(path);
                    return Optional.of(new MapPlace(leaf, path))
                            .filter(it -> leaf.key().equals(key));
                }
                case Slot.Below _ -> at = MapGrowth.child(at, slot);
            }
        }
        return Optional.empty();
    }
}
