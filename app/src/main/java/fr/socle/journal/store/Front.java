package fr.socle.journal.store;

import java.time.Instant;
import java.util.Optional;

/**
 * What the public page tells of the open log.
 *
 * @param key its verifier key
 * @param last its last checkpoint; empty until the first one is signed
 * @param witnesses how many cosigned the best checkpoint of the last hour
 */
public record Front(int log, String origin, String key, Optional<Signed> last, int witnesses) {

    /**
     * @param note the checkpoint with the log's signature, as it is published
     */
    public record Signed(long size, String note, Instant at) {}
}
