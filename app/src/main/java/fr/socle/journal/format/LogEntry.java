package fr.socle.journal.format;

import fr.socle.journal.Hash;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the log holds of an entry: {@code version(1) ‖ SHA-256(part commitments in order) ‖
 * link(32)}, 65 bytes.
 *
 * @param link ties it to the previous entry of each person concerned ({@link Link}); random when
 *     there is none, so that nothing can be told apart
 */
public record LogEntry(Hash commitment, Hash link) {

    public static final int BYTES = 1 + 2 * Hash.BYTES;
    public static final int SALT_BYTES = 16;

    private static final byte VERSION = 1;
    private static final byte[] PART_DOMAIN = "socle/part/1".getBytes(StandardCharsets.US_ASCII);

    /** The commitment of a part: without the salt nobody can guess its content. */
    public static Hash commitPart(byte[] salt, byte[] content) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("a salt has 16 bytes");
        }
        return Hash.sha256(PART_DOMAIN, salt, content);
    }

    public static Hash commit(List<Hash> parts) {
        var all = new byte[parts.size() * Hash.BYTES];
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).into(all, i * Hash.BYTES);
        }
        return Hash.sha256(all);
    }

    /**
     * @throws IllegalArgumentException unless these are 65 bytes of the version that we know
     */
    public static LogEntry parse(byte[] bytes) {
        if (bytes.length != BYTES || bytes[0] != VERSION) {
            throw new IllegalArgumentException("not a log entry of version 1");
        }
        return new LogEntry(
                Hash.of(java.util.Arrays.copyOfRange(bytes, 1, 1 + Hash.BYTES)),
                Hash.of(java.util.Arrays.copyOfRange(bytes, 1 + Hash.BYTES, BYTES)));
    }

    public byte[] bytes() {
        var bytes = new byte[BYTES];
        bytes[0] = VERSION;
        commitment.into(bytes, 1);
        link.into(bytes, 1 + Hash.BYTES);
        return bytes;
    }

    public Hash leaf() {
        return Merkle.leaf(bytes());
    }
}
