package fr.socle.journal.format;

import fr.socle.journal.Hash;
import java.nio.ByteBuffer;

/**
 * What the map says of one person.
 *
 * @param key their pseudonym, {@code HMAC(map key, person)}
 * @param n how many entries of the log concern them
 * @param entry the last of these, as the log holds it
 */
public record MapLeaf(Hash key, long n, LogEntry entry) {

    public Hash hash() {
        return PersonMap.leaf(
                key.bytes(), ByteBuffer.allocate(8).putLong(n).array(), entry.bytes());
    }
}
