package fr.socle.journal.log;

import fr.socle.journal.Hash;
import fr.socle.journal.format.Merkle;
import fr.socle.journal.format.Tiles;
import fr.socle.journal.format.Tiles.Place;
import fr.socle.journal.store.TileStore.Tile;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * A tree to which leaves are added at its right edge. It reads the partial tiles once and keeps
 * what it changes.
 */
final class GrowingTree {

    private final Tiles.Source stored;
    private final Map<Place, byte[]> edge = new HashMap<>();
    private final Map<Place, byte[]> changed = new HashMap<>();
    private long size;

    GrowingTree(Tiles.Source stored, long size) {
        this.stored = stored;
        this.size = size;
    }

    void add(Hash leaf) {
        append(0, size, leaf);
        size++;
    }

    long size() {
        return size;
    }

    Hash root() {
        return Merkle.root(new Tiles((level, n) -> tile(new Place(level, n))), size);
    }

    /** The tiles that are new or wider than before. */
    Collection<Tile> changed() {
        return changed.entrySet().stream()
                .map(
                        it ->
                                new Tile(
                                        it.getKey().level(),
                                        it.getKey().n(),
                                        Arrays.copyOf(
                                                it.getValue(), filled(it.getKey()) * Hash.BYTES)))
                .toList();
    }

    /** A tile that becomes full gives its root to the level above. */
    private void append(int level, long position, Hash hash) {
        var place = new Place(level, position / Tiles.WIDTH);
        var tile = changed.computeIfAbsent(place, it -> wide(it, position));
        hash.into(tile, (int) (position % Tiles.WIDTH) * Hash.BYTES);
        if (position % Tiles.WIDTH == Tiles.WIDTH - 1) {
            append(level + 1, place.n(), Tiles.fold(tile, 0, Tiles.WIDTH));
        }
    }

    private byte[] wide(Place place, long position) {
        var room = Tiles.WIDTH * Hash.BYTES;
        return position % Tiles.WIDTH == 0
                ? new byte[room]
                : Arrays.copyOf(stored.tile(place.level(), place.n()), room);
    }

    private byte[] tile(Place place) {
        var mine = changed.get(place);
        return mine != null
                ? mine
                : edge.computeIfAbsent(place, it -> stored.tile(it.level(), it.n()));
    }

    private int filled(Place place) {
        return Tiles.width(place.level(), place.n(), size);
    }
}
