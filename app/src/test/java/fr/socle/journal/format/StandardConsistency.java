package fr.socle.journal.format;

import fr.socle.journal.Hash;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/**
 * Verifies a consistency proof as RFC 9162, section 2.1.4.2, says it word by word, with nothing of
 * ours but the hashes given: no library at hand has this half of the standard.
 */
final class StandardConsistency {

    private StandardConsistency() {}

    /** For 0 < first < second. */
    static boolean verify(
            long first, Hash firstHash, long second, Hash secondHash, List<Hash> path) {
        if (path.isEmpty()) {
            return false;
        }
        var nodes = new ArrayDeque<byte[]>();
        if (Long.bitCount(first) == 1) {
            nodes.add(firstHash.bytes());
        }
        path.forEach(it -> nodes.add(it.bytes()));
        var fn = first - 1;
        var sn = second - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        var fr = nodes.removeFirst();
        var sr = fr;
        for (var c : nodes) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = node(c, fr);
                sr = node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0
                && Arrays.equals(fr, firstHash.bytes())
                && Arrays.equals(sr, secondHash.bytes());
    }

    /** HASH(0x01 || left || right), section 2.1.1. */
    private static byte[] node(byte[] left, byte[] right) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) 1);
            digest.update(left);
            return digest.digest(right);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
