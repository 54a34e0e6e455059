package fr.socle.journal.store;

import fr.socle.journal.Audience;
import fr.socle.journal.Hash;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A part as the database keeps it.
 *
 * @param key the person key that seals the payload; 0 when it is not sealed
 * @param payload {@code salt(16) ‖ canonical JSON}, sealed if a key is named
 */
public record StoredPart(Set<Audience> audiences, long key, Hash commitment, byte[] payload) {

    private static final byte FORMAT = 1;
    private static final int HEADER_BYTES = 1 + 8 + Hash.BYTES + 4;

    /**
     * All parts of an entry in one value: format, then per part audiences, key, commitment, length,
     * payload.
     */
    public static byte[] encode(List<StoredPart> parts) {
        var size = 1 + parts.stream().mapToInt(part -> HEADER_BYTES + part.payload.length).sum();
        var bytes = ByteBuffer.allocate(size).put(FORMAT);
        for (var part : parts) {
            bytes.put(mask(part.audiences)).putLong(part.key).put(part.commitment.bytes());
            bytes.putInt(part.payload.length).put(part.payload);
        }
        return bytes.array();
    }

    public static List<StoredPart> decode(byte[] encoded) {
        var bytes = ByteBuffer.wrap(encoded);
        if (!bytes.hasRemaining() || bytes.get() != FORMAT) {
            throw new IllegalStateException("parts of an unknown format");
        }
        var parts = new ArrayList<StoredPart>();
        while (bytes.hasRemaining()) {
            if (bytes.remaining() < HEADER_BYTES) {
                throw new IllegalStateException("parts that end too early");
            }
            var audiences = audiences(bytes.get());
            var key = bytes.getLong();
            var commitment = Hash.of(take(bytes, Hash.BYTES));
            parts.add(new StoredPart(audiences, key, commitment, take(bytes, bytes.getInt())));
        }
        return parts;
    }

    private static byte[] take(ByteBuffer bytes, int count) {
        if (count < 0 || count > bytes.remaining()) {
            throw new IllegalStateException("parts that end too early");
        }
        var taken = new byte[count];
        bytes.get(taken);
        return taken;
    }

    private static byte mask(Set<Audience> audiences) {
        var mask = 0;
        for (var audience : audiences) {
            mask |= 1 << bit(audience);
        }
        return (byte) mask;
    }

    private static Set<Audience> audiences(byte mask) {
        var audiences = EnumSet.noneOf(Audience.class);
        for (var audience : Audience.values()) {
            if ((mask & 1 << bit(audience)) != 0) {
                audiences.add(audience);
            }
        }
        return audiences;
    }

    /** The bit is stored, so it may not follow the order of the source. */
    private static int bit(Audience audience) {
        return switch (audience) {
            case PERSONNE -> 0;
            case CONSOMMATEUR -> 1;
            case FOURNISSEUR -> 2;
            case DPO -> 3;
            case AUDITEUR -> 4;
        };
    }
}
