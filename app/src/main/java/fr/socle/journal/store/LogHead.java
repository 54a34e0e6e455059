package fr.socle.journal.store;

import fr.socle.journal.Hash;
import fr.socle.journal.format.Checkpoint;
import fr.socle.journal.format.VerifierKey;

/**
 * The head of a log.
 *
 * @param minimum entries before this index may be gone
 * @param drained the snapshot up to which {@code pending} was emptied; empty text: none that means
 *     something here
 */
public record LogHead(
        int log,
        String origin,
        VerifierKey verifier,
        byte[] sealedKey,
        long size,
        Hash root,
        long minimum,
        String drained) {

    public Checkpoint checkpoint() {
        return new Checkpoint(origin, size, root);
    }
}
