package fr.socle.citoyen.protection;

import fr.socle.citoyen.store.ProtectionStore;
import fr.socle.citoyen.store.RecapitulatifStore;
import fr.socle.exchange.spi.ProtectedFiles;
import fr.socle.journal.Journal;
import fr.socle.kernel.PersonRef;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files that their persons had protected: a declared motive founds no exchange about them, and no
 * digest about them leaves by e-mail. The person says why; nobody examines it, and they lift it
 * themself.
 */
@Service
public class Protections implements ProtectedFiles {

    /** What another node changed holds here after this. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final ProtectionStore store;
    private final RecapitulatifStore digests;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile Known known = Known.NOTHING;

    /** The list as it was at one moment, and until when that is good enough. */
    private record Known(Set<PersonRef> persons, long version, Instant until) {
        static final Known NOTHING = new Known(Set.of(), 0, Instant.MIN);
    }

    Protections(
            ProtectionStore store,
            RecapitulatifStore digests,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.digests = digests;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public boolean isProtected(PersonRef person) {
        return known().persons().contains(person);
    }

    /** When it was protected; empty when it is not. */
    public Optional<Instant> since(PersonRef person) {
        return store.since(person);
    }

    /** Twice is once. Holds on every node within two seconds. */
    public void protect(PersonRef person, Motif motif) {
        transaction.executeWithoutResult(
                _ -> {
                    if (store.insert(person, clock.instant())) {
                        digests.forget(person, person);
                        journal.append(new ProtectionAct(person, motif));
                    }
                });
        known = Known.NOTHING;
    }

    /** Twice is once. */
    public void lift(PersonRef person) {
        transaction.executeWithoutResult(
                _ -> {
                    if (store.delete(person)) {
                        journal.append(new ProtectionAct(person, null));
                    }
                });
        known = Known.NOTHING;
    }

    private Known known() {
        var present = known;
        var now = clock.instant();
        if (now.isBefore(present.until())) {
            return present;
        }
        // before the list: what is added in between is then read once too often, never missed
        var version = store.version();
        var persons = version == present.version() ? present.persons() : store.all();
        var fresh = new Known(persons, version, now.plus(FRESH));
        known = fresh;
        return fresh;
    }
}
