package fr.socle.journal.format;

import fr.socle.journal.Hash;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The sparse Merkle map from persons to their last entries, as who verifies needs it. Its bits are
 * those of the key, the highest first; a leaf sits at the shallowest depth at which it is alone, so
 * no key can be at two places.
 */
public final class PersonMap {

    public static final int MAX_DEPTH = 8 * Hash.BYTES;

    private static final byte[] LEAF = domain("socle/map/leaf/1");
    private static final byte[] NODE = domain("socle/map/node/1");

    /** What stands for no person at all. */
    public static final Hash EMPTY = Hash.sha256(domain("socle/map/empty/1"));

    private PersonMap() {}

    static Hash leaf(byte[]... members) {
        var all = new byte[members.length + 1][];
        all[0] = LEAF;
        System.arraycopy(members, 0, all, 1, members.length);
        return Hash.sha256(all);
    }

    public static Hash node(Hash left, Hash right) {
        return Hash.sha256(NODE, left.bytes(), right.bytes());
    }

    /** The bit of this depth, 0 for the highest. */
    public static boolean bit(Hash key, int depth) {
        return (key.bytes()[depth / 8] >> 7 - depth % 8 & 1) == 1;
    }

    /**
     * The root to which this leaf and path lead.
     *
     * @param path from the leaf's sibling up to the root's child
     */
    public static Hash rootOf(MapLeaf leaf, List<Hash> path) {
        if (path.size() > MAX_DEPTH) {
            throw new IllegalArgumentException("a path in the map has at most 256 hashes");
        }
        var hash = leaf.hash();
        var depth = path.size();
        for (var sibling : path) {
            depth--;
            hash = bit(leaf.key(), depth) ? node(sibling, hash) : node(hash, sibling);
        }
        return hash;
    }

    private static byte[] domain(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
