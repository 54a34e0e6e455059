package fr.socle.journal.store;

import fr.socle.journal.Hash;
import fr.socle.journal.format.Checkpoint;
import fr.socle.journal.format.SignedNote;
import fr.socle.journal.format.VerifierKey;
import java.util.Optional;

/**
 * The head of a log.
 *
 * @param minimum entries before this index may be gone
 * @param drained the snapshot up to which {@code pending} was emptied; empty text: none that means
 *     something here
 * @param remembered the newest checkpoint that some node remembers and this database did not
 *     continue; signed by this log, or it counts for nothing
 * @param links empty until its first entry is linked
 */
public record LogHead(
        int log,
        String origin,
        VerifierKey verifier,
        byte[] sealedKey,
        long size,
        Hash root,
        long minimum,
        String drained,
        Optional<SignedNote> remembered,
        Optional<Links> links) {

    /**
     * How the log links its entries.
     *
     * @param from the first index that is linked; those before belong to an older version
     * @param sealedKey what makes pseudonyms of persons, under the master key
     */
    public record Links(long from, byte[] sealedKey) {}

    public Checkpoint checkpoint() {
        return new Checkpoint(origin, size, root);
    }
}
