package fr.socle.journal.format;

import fr.socle.journal.Hash;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

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

    /** Where a tile lies. */
    public record Place(int level, long n) {}

    private final Source source;

    public Tiles(Source source) {
        this.source = source;
    }

    /**
     * The tiles at which a question about the tree looks, so that they can be read together.
     *
     * @param question asks for the same nodes whatever their hashes are
     */
    public static Set<Place> neededBy(Function<Merkle.Nodes, ?> question) {
        var needed = new LinkedHashSet<Place>();
        Merkle.Nodes blank =
                (height, index) -> {
                    needed.add(place(height, index));
                    return Merkle.EMPTY;
                };
        var _ = question.apply(blank);
        return needed;
    }

    @Override
    public Hash node(int height, long index) {
        var place = place(height, index);
        var inside = height % HEIGHT;
        var first = (int) ((index << inside) % WIDTH);
        return fold(source.tile(place.level(), place.n()), first, 1 << inside);
    }

    private static Place place(int height, long index) {
        return new Place(height / HEIGHT, (index << height % HEIGHT) / WIDTH);
    }

    /** The hash over {@code count} neighbouring hashes of a tile; a power of two. */
    public static Hash fold(byte[] tile, int first, int count) {
        var hashes = Arrays.copyOfRange(tile, first * Hash.BYTES, (first + count) * Hash.BYTES);
        for (var left = count; left > 1; left /= 2) {
            Merkle.pairUp(hashes, left);
        }
        return Hash.of(Arrays.copyOf(hashes, Hash.BYTES));
    }

    /**
     * How many hashes the tile has in a tree of this size: 256 when it is full, 0 when it does not
     * exist.
     */
    public static int width(int level, long n, long size) {
        var hashes = level >= 8 ? 0 : size >> (HEIGHT * level);
        // compared before it is multiplied: an address may name any number
        return n > hashes / WIDTH ? 0 : (int) Math.min(hashes - n * WIDTH, WIDTH);
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
