package fr.socle.journal.append;

import fr.socle.house.Keyring;
import fr.socle.journal.Entry;
import fr.socle.journal.Reference;
import fr.socle.journal.store.PendingStore;
import fr.socle.journal.store.PersonKeys;
import fr.socle.kernel.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes entries, by either way. */
@Component
public class JournalWriter {

    private final PendingStore pending;
    private final PersonKeys keys;
    private final GroupCommit group;
    private final Keyring keyring;
    private final Wakeup wakeup;
    private final Clock clock;
    private final SecureRandom random;
    private final KindRegister kinds;
    private final Ids ids;

    JournalWriter(
            PendingStore pending,
            PersonKeys keys,
            GroupCommit group,
            Keyring keyring,
            Wakeup wakeup,
            Clock clock,
            SecureRandom random,
            KindRegister kinds) {
        this.pending = pending;
        this.keys = keys;
        this.group = group;
        this.keyring = keyring;
        this.wakeup = wakeup;
        this.clock = clock;
        this.random = random;
        this.kinds = kinds;
        this.ids = new Ids(clock, random);
    }

    /** Writes inside the caller's transaction. */
    public Reference append(Entry entry) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalTransactionStateException(
                    "append joins a transaction, and there is none");
        }
        var draft = Draft.of(entry, clock, ids, random);
        pending.insert(draft.seal(keys.of(draft.holders()), keyring));
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        wakeup.wake();
                        kinds.note(entry.kind());
                    }
                });
        return draft.reference();
    }

    /** Writes in a transaction of the journal's own. */
    public Reference appendAlone(Entry entry) {
        var draft = Draft.of(entry, clock, ids, random);
        group.write(draft);
        wakeup.wake();
        kinds.note(entry.kind());
        return draft.reference();
    }
}
