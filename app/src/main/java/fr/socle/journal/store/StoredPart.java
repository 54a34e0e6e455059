package fr.socle.journal.store;

import fr.socle.journal.Audience;
import fr.socle.journal.Hash;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part as the database keeps it.
 *
 * @param key the person key that seals the payload; 0 when it is not sealed
 * @param opensOn the first day of Paris on which its person may open it; null for at once
 * @param payload {@code salt(16) ‖ canonical JSON}, sealed if a key is named
 */
public record StoredPart(
        Set<Audience> audiences,
        long key,
        @Nullable LocalDate opensOn,
        Hash commitment,
        byte[] payload) {

    private static final byte FORMAT = 1;

    /** As the first one, and a day after each key: older nodes must not take it for the first. */
    private static final byte DEFERRED = 2;

    private static final int HEADER_BYTES = 1 + 8 + Hash.BYTES + 4;
    private static final int DAY_BYTES = 4;

    /** No day: the part is open at once. */
    private static final int AT_ONCE = Integer.MIN_VALUE;

    /**
     * All parts of an entry in one value: format, then per part audiences, key, in the second
     * format the day since 1970, commitment, length, payload.
     */
    public static byte[] encode(List<StoredPart> parts) {
        var deferred = parts.stream().anyMatch(part -> part.opensOn != null);
        var header = HEADER_BYTES + (deferred ? DAY_BYTES : 0);
        var size = 1 + parts.stream().mapToInt(part -> header + part.payload.length).sum();
        var bytes = ByteBuffer.allocate(size).put(deferred ? DEFERRED : FORMAT);
        for (var part : parts) {
            bytes.put(mask(part.audiences)).putLong(part.key);
            if (deferred) {
                bytes.putInt(day(part.opensOn));
            }
            bytes.put(part.commitment.bytes());
            bytes.putInt(part.payload.length).put(part.payload);
        }
        return bytes.array();
    }

    private static int day(@Nullable LocalDate day) {
        return day == null ? AT_ONCE : Math.toIntExact(day.toEpochDay());
    }

    private static @Nullable LocalDate day(int stored) {
        return stored == AT_ONCE ? null : LocalDate.ofEpochDay(stored);
    }

    public static List<StoredPart> decode(byte[] encoded) {
        var bytes = ByteBuffer.wrap(encoded);
        var format = bytes.hasRemaining() ? bytes.get() : 0;
        if (format != FORMAT && format != DEFERRED) {
            throw new IllegalStateException("parts of an unknown format");
        }
        var header = HEADER_BYTES + (format == DEFERRED ? DAY_BYTES : 0);
        var parts = new ArrayList<StoredPart>();
        while (bytes.hasRemaining()) {
            if (bytes.remaining() < header) {
                throw new IllegalStateException("parts that end too early");
            }
            var audiences = audiences(bytes.get());
            var key = bytes.getLong();
            var opensOn = format == DEFERRED ? day(bytes.getInt()) : null;
            var commitment = Hash.of(take(bytes, Hash.BYTES));
            parts.add(
                    new StoredPart(
                            audiences, key, opensOn, commitment, take(bytes, bytes.getInt())));
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
