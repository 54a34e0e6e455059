package fr.socle.journal.format;

import fr.socle.journal.Hash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A tree of made-up entries in memory, computed straight from the definition of RFC 6962. */
final class MemoryTree implements Merkle.Nodes {

    private final List<byte[]> entries = new ArrayList<>();

    static MemoryTree of(int size) {
        var tree = new MemoryTree();
        for (int i = 0; i < size; i++) {
            tree.entries.add(("entrée " + i).getBytes(StandardCharsets.UTF_8));
        }
        return tree;
    }

    byte[] entry(int index) {
        return entries.get(index);
    }

    void add(byte[] entry) {
        entries.add(entry);
    }

    @Override
    public Hash node(int height, long index) {
        return hash((int) (index << height), (int) ((index + 1) << height));
    }

    /** MTH(D[from:to]), section 2.1. */
    Hash hash(int from, int to) {
        var width = to - from;
        if (width == 0) {
            return Merkle.EMPTY;
        }
        if (width == 1) {
            return Merkle.leaf(entries.get(from));
        }
        var split = from + Integer.highestOneBit(width - 1);
        return Merkle.parent(hash(from, split), hash(split, to));
    }
}
