package fr.socle.journal.format;

import fr.socle.journal.Hash;
import java.security.DigestException;
import java.util.ArrayList;
import java.util.List;

/** The Merkle tree of RFC 6962, section 2.1: hashes, proofs, and their verification. */
public final class Merkle {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    /** The root of the empty tree. */
    public static final Hash EMPTY = Hash.sha256();

    private Merkle() {}

    /**
     * Gives the hash of the complete subtree over leaves {@code [index·2^height,
     * (index+1)·2^height)}.
     */
    public interface Nodes {
        Hash node(int height, long index);
    }

    public static Hash leaf(byte[] entry) {
        return Hash.sha256(LEAF, entry);
    }

    public static Hash parent(Hash left, Hash right) {
        var bytes = new byte[1 + 2 * Hash.BYTES];
        bytes[0] = NODE[0];
        left.into(bytes, 1);
        right.into(bytes, 1 + Hash.BYTES);
        return Hash.sha256(bytes);
    }

    /**
     * Puts the parents of the first {@code count} hashes at the front, in place: folding a tile
     * makes hundreds of them.
     */
    static void pairUp(byte[] hashes, int count) {
        var digest = Hash.digest();
        try {
            for (var pair = 0; pair < count / 2; pair++) {
                digest.update(NODE);
                digest.update(hashes, 2 * pair * Hash.BYTES, 2 * Hash.BYTES);
                digest.digest(hashes, pair * Hash.BYTES, Hash.BYTES);
            }
        } catch (DigestException impossible) {
            throw new IllegalStateException("32 bytes hold a SHA-256 digest", impossible);
        }
    }

    public static Hash root(Nodes tree, long size) {
        return size == 0 ? EMPTY : range(tree, 0, size);
    }

    /** The path from the leaf's sibling up to the root's child, RFC 6962 section 2.1.1. */
    public static List<Hash> inclusion(Nodes tree, long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        var path = new ArrayList<Hash>();
        inclusion(tree, index, 0, size, path);
        return path;
    }

    /**
     * The proof that the tree of {@code older} leaves is a prefix of the tree of {@code newer},
     * section 2.1.2.
     */
    public static List<Hash> consistency(Nodes tree, long older, long newer) {
        if (older < 0 || older > newer) {
            throw new IllegalArgumentException("no proof from " + older + " to " + newer);
        }
        var proof = new ArrayList<Hash>();
        if (older > 0 && older < newer) {
            consistency(tree, older, 0, newer, true, proof);
        }
        return proof;
    }

    /**
     * The root to which this leaf and path lead; RFC 9162 section 2.1.3.2. Throws if the path has a
     * wrong length.
     */
    public static Hash rootOf(Hash leaf, long index, long size, List<Hash> path) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        var hash = leaf;
        long node = index;
        long last = size - 1;
        for (var sibling : path) {
            if (last == 0) {
                throw new IllegalArgumentException("the path is too long");
            }
            if ((node & 1) == 1 || node == last) {
                hash = parent(sibling, hash);
                var up = Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            } else {
                hash = parent(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new IllegalArgumentException("the path is too short");
        }
        return hash;
    }

    /**
     * Whether the proof shows that the newer tree begins with the older one; RFC 9162 section
     * 2.1.4.2.
     */
    public static boolean consistent(
            long older, Hash olderRoot, long newer, Hash newerRoot, List<Hash> proof) {
        if (older == newer) {
            return proof.isEmpty() && olderRoot.equals(newerRoot);
        }
        if (older == 0) {
            return proof.isEmpty() && olderRoot.equals(EMPTY);
        }
        if (older > newer || proof.isEmpty() && Long.bitCount(older) != 1) {
            return false;
        }
        var hashes = new ArrayList<>(proof);
        if (Long.bitCount(older) == 1) {
            hashes.addFirst(olderRoot);
        }
        return climbs(older, olderRoot, newer, newerRoot, hashes);
    }

    private static boolean climbs(
            long older, Hash olderRoot, long newer, Hash newerRoot, List<Hash> hashes) {
        long node = older - 1;
        long last = newer - 1;
        var up = Long.numberOfTrailingZeros(~node);
        node >>= up;
        last >>= up;
        var oldHash = hashes.getFirst();
        var newHash = hashes.getFirst();
        for (var hash : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                oldHash = parent(hash, oldHash);
                newHash = parent(hash, newHash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                newHash = parent(newHash, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && oldHash.equals(olderRoot) && newHash.equals(newerRoot);
    }

    /**
     * The hash over leaves [from, to), where {@code from} is a multiple of the largest power of two
     * below the width.
     */
    private static Hash range(Nodes tree, long from, long to) {
        var width = to - from;
        if (Long.bitCount(width) == 1) {
            var height = Long.numberOfTrailingZeros(width);
            return tree.node(height, from >> height);
        }
        var split = Long.highestOneBit(width);
        return parent(range(tree, from, from + split), range(tree, from + split, to));
    }

    private static void inclusion(Nodes tree, long index, long from, long to, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        var split = from + Long.highestOneBit(to - from - 1);
        if (index < split) {
            inclusion(tree, index, from, split, path);
            path.add(range(tree, split, to));
        } else {
            inclusion(tree, index, split, to, path);
            path.add(range(tree, from, split));
        }
    }

    private static void consistency(
            Nodes tree, long older, long from, long to, boolean known, List<Hash> proof) {
        if (older == to) {
            if (!known) {
                proof.add(range(tree, from, to));
            }
            return;
        }
        var split = from + Long.highestOneBit(to - from - 1);
        if (older <= split) {
            consistency(tree, older, from, split, known, proof);
            proof.add(range(tree, split, to));
        } else {
            consistency(tree, older, split, to, false, proof);
            proof.add(range(tree, from, split));
        }
    }
}
