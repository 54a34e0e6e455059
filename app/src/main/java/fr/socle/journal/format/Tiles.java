package fr.socle.journal.format;

import fr.socle.journal.Hash;
import java.util.Arrays;

/** A Merkle tree read through its tiles of 256 hashes (c2sp.org/tlog-tiles). */
public final class Tiles implements Merkle.Nodes {

    public static final int WIDTH = 256;

    private static final int HEIGHT = 8;

    /**
     * Gives the hashes of a tile, one after the other: at least as many as the tree's size lets one
     * ask for.
     */
    public interface Source {
        byte[] tile(int level, long n);
    }

    private final Source source;

    public Tiles(Source source) {
        this.source = source;
    }

    @Override
    public Hash node(int height, long index) {
        var level = height / HEIGHT;
        var inside = height % HEIGHT;
        var first = index << inside;
        return fold(source.tile(level, first / WIDTH), (int) (first % WIDTH), 1 << inside);
    }

    /** The hash over {@code count} neighbouring hashes of a tile; a power of two. */
    public static Hash fold(byte[] tile, int first, int count) {
        if (count == 1) {
            return Hash.of(Arrays.copyOfRange(tile, first * Hash.BYTES, (first + 1) * Hash.BYTES));
        }
        var half = count / 2;
        return Merkle.parent(fold(tile, first, half), fold(tile, first + half, half));
    }

    /**
     * How many hashes the tile has in a tree of this size: 256 when it is full, 0 when it does not
     * exist.
     */
    public static int width(int level, long n, long size) {
        var hashes = level >= 8 ? 0 : size >> (HEIGHT * level);
        return (int) Math.clamp(hashes - n * WIDTH, 0, WIDTH);
    }

    /** {@code x001/x234/067}: the index in groups of three digits. */
    public static String path(long n) {
        var path = "%03d".formatted(n % 1000);
        for (var rest = n / 1000; rest > 0; rest /= 1000) {
            path = "x%03d/".formatted(rest % 1000) + path;
        }
        return path;
    }
}
