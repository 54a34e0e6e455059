package fr.socle.kernel;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Makes ids that grow with time: version 7 of RFC 9562, so that the indexes of the tables stay
 * compact. One generator never gives a lower id after a higher one, even within a millisecond or
 * when the clock steps back. An id tells when it was made; {@link PersonRef} does not.
 */
public final class Ids {

    /** Characters of an id, hyphens included. */
    private static final int WRITTEN = 36;

    private static final int COUNTER_BITS = 12;
    private static final int FIRST_COUNTER = 1 << 11;

    private final InstantSource clock;
    private final RandomGenerator random;

    /** Milliseconds since 1970, then a counter: both grow, as one number. */
    private final AtomicLong last = new AtomicLong();

    /**
     * @param random safe for concurrent use and hard to guess: a {@link java.security.SecureRandom}
     *     outside tests
     */
    public Ids(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public UUID next() {
        // because a counter that starts in the lower half has room for 2048 more ids
        long candidate = clock.millis() << COUNTER_BITS | random.nextInt(FIRST_COUNTER);
        long tick = last.updateAndGet(before -> Math.max(before + 1, candidate));
        long high = tick >>> COUNTER_BITS << 16 | 0x7000L | tick & 0xFFFL;
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** The id that somebody wrote; empty for anything that is none. */
    public static Optional<UUID> parse(String text) {
        try {
            return text.length() == WRITTEN ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    /**
     * When an id of this kind was made, to the millisecond.
     *
     * @throws IllegalArgumentException for an id of another version
     */
    public static Instant madeAt(UUID id) {
        if (id.version() != 7) {
            throw new IllegalArgumentException("not a time-ordered id");
        }
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
