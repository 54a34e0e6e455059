package fr.socle.kernel;

import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * A person inside Socle: random, says nothing of the person, and never leaves the process. It is in
 * no address, token or log line, so it cannot be printed, and nothing outside can name one: there
 * is no {@code parse}.
 *
 * @param value for the stores only
 */
public record PersonRef(UUID value) {

    private static final int RANDOM = 4;

    public PersonRef {
        if (value.version() != RANDOM || value.variant() != 2) {
            throw new IllegalArgumentException("a person reference is a random UUID");
        }
    }

    /**
     * A reference that no one has.
     *
     * @param random cannot be guessed: a {@link java.security.SecureRandom} outside tests
     */
    public static PersonRef fresh(RandomGenerator random) {
        long high = random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x4000L;
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new PersonRef(new UUID(high, low));
    }

    @Override
    public String toString() {
        return "PersonRef[hidden]";
    }
}
