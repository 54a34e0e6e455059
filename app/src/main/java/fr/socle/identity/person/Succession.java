package fr.socle.identity.person;

import fr.socle.identity.federation.IdentityAct.Reunion;
import fr.socle.identity.store.PersonStore;
import fr.socle.identity.store.SuccessionStore;
import fr.socle.journal.Journal;
import fr.socle.kernel.PersonRef;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person whose civil status changed and who came with a new account is somebody else here, until
 * the operator, who saw the proof, says that the two are one. Services go on with the subject that
 * they have; one that knew both gets the newer, and hears of the former as {@code previous_sub}.
 * What the person agreed to before holds on.
 */
@Component
public class Succession {

    /** What comes of it. */
    public enum Outcome {
        JOINED,
        /** This service knows nobody by one of the subjects. */
        UNKNOWN,
        /** They are one already. */
        SAME
    }

    private final PersonStore persons;
    private final SuccessionStore store;
    private final Journal journal;

    Succession(PersonStore persons, SuccessionStore store, Journal journal) {
        this.persons = persons;
        this.store = store;
        this.journal = journal;
    }

    /**
     * Makes one person of two whom this service knows.
     *
     * @param former the subject under the civil status of before
     * @param present the subject under the one of today
     */
    @Transactional
    public Outcome join(String clientId, String former, String present) {
        var before = persons.ofSubject(clientId, former);
        var now = persons.ofSubject(clientId, present);
        if (before.isEmpty() || now.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        if (before.equals(now)) {
            return Outcome.SAME;
        }
        join(before.get(), now.get());
        return Outcome.JOINED;
    }

    private void join(PersonRef before, PersonRef now) {
        store.lock(before, now);
        store.moveAccounts(before, now);
        store.moveSubjects(before, now);
        store.moveConsents(before, now);
        store.close(before, now);
        journal.append(new Reunion(now));
    }
}
