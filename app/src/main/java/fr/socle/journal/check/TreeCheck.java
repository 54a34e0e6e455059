package fr.socle.journal.check;

import fr.socle.journal.Hash;
import fr.socle.journal.check.CheckReport.Tally;
import fr.socle.journal.format.Merkle;
import fr.socle.journal.format.Tiles;
import fr.socle.journal.store.LogHead;
import fr.socle.journal.store.TileStore;
import java.util.Arrays;

/**
 * Grows the tree again from the leaves and compares it with every stored tile. Below the minimum
 * index the leaves are gone: there the tiles that remain are believed, and the root, which was
 * signed, has the last word.
 */
final class TreeCheck {

    private static final int LEVELS = 8;

    private final LogHead head;
    private final TileStore tiles;
    private final Tally tally;
    private final byte[][] rows = new byte[LEVELS][Tiles.WIDTH * Hash.BYTES];
    private final long[] next = new long[LEVELS];

    TreeCheck(LogHead head, TileStore tiles, Tally tally) {
        this.head = head;
        this.tiles = tiles;
        this.tally = tally;
        startAtMinimum();
    }

    void add(Hash leaf) {
        add(0, leaf);
    }

    void finish() {
        for (int level = 0; level < LEVELS; level++) {
            if (next[level] % Tiles.WIDTH != 0) {
                compare(level, next[level] / Tiles.WIDTH, (int) (next[level] % Tiles.WIDTH));
            }
        }
        if (next[0] != head.size()) {
            tally.fault(
                    "the head of "
                            + head.origin()
                            + " says "
                            + head.size()
                            + " entries, there are "
                            + next[0]);
            return;
        }
        var root = tiles.ask(head.log(), it -> Merkle.root(it, head.size()));
        if (!root.equals(head.root())) {
            tally.fault("the head of " + head.origin() + " has another root than its tiles");
        }
    }

    /** The first hashes of the tiles that straddle the minimum are taken as they are. */
    private void startAtMinimum() {
        for (int level = 0; level < LEVELS; level++) {
            next[level] = head.minimum() >> (8 * level);
            var width = (int) (next[level] % Tiles.WIDTH);
            if (width > 0) {
                var stored = tiles.of(head.log()).tile(level, next[level] / Tiles.WIDTH);
                System.arraycopy(stored, 0, rows[level], 0, width * Hash.BYTES);
            }
        }
    }

    private void add(int level, Hash hash) {
        var at = (int) (next[level] % Tiles.WIDTH);
        hash.into(rows[level], at * Hash.BYTES);
        next[level]++;
        if (at == Tiles.WIDTH - 1) {
            compare(level, next[level] / Tiles.WIDTH - 1, Tiles.WIDTH);
            add(level + 1, Tiles.fold(rows[level], 0, Tiles.WIDTH));
        }
    }

    private void compare(int level, long n, int width) {
        tally.tiles++;
        var stored = tiles.find(head.log(), level, n);
        if (stored.isEmpty()
                || !Arrays.equals(stored.get(), Arrays.copyOf(rows[level], width * Hash.BYTES))) {
            tally.fault(
                    "tile "
                            + level
                            + "/"
                            + Tiles.path(n)
                            + " of "
                            + head.origin()
                            + " is not what the entries give");
        }
    }
}
