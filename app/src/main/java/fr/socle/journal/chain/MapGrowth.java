package fr.socle.journal.chain;

import fr.socle.journal.Hash;
import fr.socle.journal.chain.MapPage.Slot;
import fr.socle.journal.format.MapLeaf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Puts leaves into the map. Only the pages on their ways are read, one question per level, and
 * written once; what no leaf changes is not looked at.
 */
final class MapGrowth {

    /** Where pages lie, by path. */
    interface Pages {
        Map<String, byte[]> read(Collection<String> paths);

        void write(Map<String, byte[]> pages);
    }

    private static final String ROOT = "";

    private final Pages stored;
    private final Map<String, MapPage> pages = new HashMap<>();

    private MapGrowth(Pages stored) {
        this.stored = stored;
    }

    /** Puts these leaves, each in place of the older one of its key; gives the new root. */
    static Hash put(Pages stored, Collection<MapLeaf> leaves) {
        return new MapGrowth(stored).put(leaves);
    }

    private Hash put(Collection<MapLeaf> leaves) {
        read(List.of(ROOT));
        pages.computeIfAbsent(ROOT, _ -> new MapPage());
        Map<String, List<MapLeaf>> level = Map.of(ROOT, List.copyOf(leaves));
        while (!level.isEmpty()) {
            var below = new HashMap<String, List<MapLeaf>>();
            level.forEach((path, some) -> some.forEach(leaf -> put(path, leaf, below)));
            read(below.keySet().stream().filter(it -> !pages.containsKey(it)).toList());
            below.keySet().forEach(it -> pages.computeIfAbsent(it, _ -> new MapPage()));
            level = below;
        }
        foldUpwards();
        var encoded = new HashMap<String, byte[]>();
        pages.forEach((path, page) -> encoded.put(path, page.encode()));
        stored.write(encoded);
        return page(ROOT).hash();
    }

    /** Puts a leaf into its slot, or sends it to the page below, with the one that was there. */
    private void put(String path, MapLeaf leaf, Map<String, List<MapLeaf>> below) {
        var page = page(path);
        var at = MapPage.slotOf(leaf.key(), path.length());
        switch (page.slot(at)) {
            case Slot.Nothing _ -> page.put(at, new Slot.Alone(leaf));
            case Slot.Alone(var other) when other.key().equals(leaf.key()) ->
                    page.put(at, new Slot.Alone(leaf));
            case Slot.Alone(var other) -> {
                page.put(at, new Slot.Below(other.key()));
                send(path, at, other, below);
                send(path, at, leaf, below);
            }
            case Slot.Below _ -> send(path, at, leaf, below);
        }
    }

    private static void send(String path, int at, MapLeaf leaf, Map<String, List<MapLeaf>> below) {
        below.computeIfAbsent(child(path, at), _ -> new ArrayList<>()).add(leaf);
    }

    /** The deepest pages first: each one's hash stands in the page above. */
    private void foldUpwards() {
        pages.keySet().stream()
                .filter(path -> !path.isEmpty())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(
                        path -> {
                            var above = page(path.substring(0, path.length() - 1));
                            var at = HexFormat.fromHexDigit(path.charAt(path.length() - 1));
                            above.put(at, new Slot.Below(page(path).hash()));
                        });
    }

    private MapPage page(String path) {
        return Objects.requireNonNull(pages.get(path), "a page that was read or made");
    }

    private void read(Collection<String> paths) {
        if (!paths.isEmpty()) {
            stored.read(paths).forEach((path, encoded) -> pages.put(path, MapPage.decode(encoded)));
        }
    }

    static String child(String path, int at) {
        return path + Character.forDigit(at, MapPage.WIDTH);
    }
}
