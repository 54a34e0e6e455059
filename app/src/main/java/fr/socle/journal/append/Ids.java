package fr.socle.journal.append;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Time-ordered random ids (RFC 9562, version 7): neighbours in time are neighbours in an index. */
final class Ids {

    private Ids() {}

    static UUID timeOrdered(Instant now, SecureRandom random) {
        var high = now.toEpochMilli() << 16 | 0x7000L | random.nextInt(1 << 12);
        var low = random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
