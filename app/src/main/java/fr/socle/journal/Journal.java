package fr.socle.journal;

import fr.socle.kernel.PersonRef;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The journal, as other blocks write it and read it. */
public interface Journal {

    /**
     * Writes the entry inside the caller's transaction: it is durable exactly when the caller
     * commits.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a
     *     transaction
     */
    Reference append(Entry entry);

    /**
     * Writes the entry by itself and returns once it is durable, whatever becomes of the caller.
     * Refusals, failures and accesses are written this way. Concurrent callers share one
     * transaction.
     *
     * @throws org.springframework.dao.DataAccessException if it could not be made durable: then
     *     nothing may be released
     */
    Reference appendAlone(Entry entry);

    /** The entry of this index in the present log, as far as it was not erased. */
    Optional<LoggedEntry> at(long index);

    /** The entry of this reference, once it has an index. */
    Optional<LoggedEntry> find(UUID id);

    /** At most {@code limit} entries from this index on, in the order of the log. */
    List<LoggedEntry> from(long index, int limit);

    /**
     * Erases the parts and salts of one entry and says so in the log. False when they were already
     * gone.
     */
    boolean erase(long index, String motif);

    /**
     * Erases this person's parts by erasing the key that seals them, here, on replicas and in
     * whatever backup is read later. Parts that a statute orders us to keep are sealed with another
     * key and stay until their term. False when there was nothing to erase.
     */
    boolean erasePerson(PersonRef person, String motif);
}
