package fr.socle.journal.chain;

import fr.socle.journal.Hash;
import fr.socle.journal.format.LogEntry;
import fr.socle.journal.format.MapLeaf;
import fr.socle.journal.format.PersonMap;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Four levels of the map: one slot for each value of the next four bits. A slot is empty, holds the
 * one leaf that begins so, or the hash of the page below.
 */
final class MapPage {

    static final int WIDTH = 16;
    static final int LEVELS = 4;

    private static final byte NOTHING = 0;
    private static final byte LEAF = 1;
    private static final byte BELOW = 2;
    private static final int LEAF_BYTES = Hash.BYTES + Long.BYTES + LogEntry.BYTES;

    /** What a slot holds. */
    sealed interface Slot {
        record Nothing() implements Slot {}

        record Alone(MapLeaf leaf) implements Slot {}

        /** Two leaves or more begin so. */
        record Below(Hash hash) implements Slot {}
    }

    private static final Slot NONE = new Slot.Nothing();

    private final Slot[] slots = new Slot[WIDTH];

    MapPage() {
        Arrays.fill(slots, NONE);
    }

    Slot slot(int at) {
        return slots[at];
    }

    void put(int at, Slot slot) {
        slots[at] = slot;
    }

    /** The slot of this key in the page at this path. */
    static int slotOf(Hash key, int pathLength) {
        var both = key.bytes()[pathLength / 2];
        return (pathLength % 2 == 0 ? both >> LEVELS : both) & WIDTH - 1;
    }

    /** The hash of the node at which the page begins. */
    Hash hash() {
        return hash(0, WIDTH);
    }

    /** The siblings on the way from the page's top to this slot, the topmost first. */
    List<Hash> path(int slot) {
        var path = new ArrayList<Hash>(LEVELS);
        var from = 0;
        var to = WIDTH;
        while (to - from > 1 && alone(from, to) == null) {
            var middle = (from + to) / 2;
            if (slot < middle) {
                path.add(hash(middle, to));
                to = middle;
            } else {
                path.add(hash(from, middle));
                from = middle;
            }
        }
        return path;
    }

    byte[] encode() {
        var bytes = ByteBuffer.allocate(WIDTH * (1 + LEAF_BYTES));
        for (var slot : slots) {
            switch (slot) {
                case Slot.Nothing _ -> bytes.put(NOTHING);
                case Slot.Alone(var leaf) ->
                        bytes.put(LEAF)
                                .put(leaf.key().bytes())
                                .putLong(leaf.n())
                                .put(leaf.entry().bytes());
                case Slot.Below(var hash) -> bytes.put(BELOW).put(hash.bytes());
            }
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    static MapPage decode(byte[] encoded) {
        var bytes = ByteBuffer.wrap(encoded);
        var page = new MapPage();
        for (int i = 0; i < WIDTH; i++) {
            page.slots[i] =
                    switch (bytes.get()) {
                        case NOTHING -> NONE;
                        case LEAF -> new Slot.Alone(leaf(bytes));
                        case BELOW -> new Slot.Below(hash(bytes));
                        default -> throw new IllegalStateException("a page of an unknown format");
                    };
        }
        return page;
    }

    private static MapLeaf leaf(ByteBuffer bytes) {
        var key = hash(bytes);
        var n = bytes.getLong();
        var entry = new byte[LogEntry.BYTES];
        bytes.get(entry);
        return new MapLeaf(key, n, LogEntry.parse(entry));
    }

    private static Hash hash(ByteBuffer bytes) {
        var hash = new byte[Hash.BYTES];
        bytes.get(hash);
        return Hash.of(hash);
    }

    private Hash hash(int from, int to) {
        var alone = alone(from, to);
        if (alone instanceof Slot.Alone(var leaf)) {
            return leaf.hash();
        }
        if (alone != null) {
            return PersonMap.EMPTY;
        }
        if (to - from == 1 && slots[from] instanceof Slot.Below(var hash)) {
            return hash;
        }
        var middle = (from + to) / 2;
        return PersonMap.node(hash(from, middle), hash(middle, to));
    }

    /** The one leaf between these slots, or nothing at all; null when there is more. */
    private @Nullable Slot alone(int from, int to) {
        var found = NONE;
        for (int i = from; i < to; i++) {
            if (slots[i] instanceof Slot.Below
                    || slots[i] instanceof Slot.Alone && found instanceof Slot.Alone) {
                return null;
            }
            if (slots[i] instanceof Slot.Alone) {
                found = slots[i];
            }
        }
        return found;
    }
}
