package fr.socle.directory;

import fr.socle.directory.store.EntrepriseStore;
import fr.socle.kernel.PersonRef;
import fr.socle.kernel.Siren;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Companies as subjects of the journal. A company's reference is of the type that persons have, so
 * that its entries are linked, counted, sealed, shown and erased as those of a person are.
 */
@Component
public class Entreprises {

    private static final int MOST_REMEMBERED = 20_000;

    private final EntrepriseStore store;
    private final SecureRandom random;

    /** A reference never changes. */
    private final Map<Siren, PersonRef> known = new ConcurrentHashMap<>();

    Entreprises(EntrepriseStore store, SecureRandom random) {
        this.store = store;
        this.random = random;
    }

    /** The reference under which this company's file is kept; made when it is asked for first. */
    public PersonRef subjectOf(Siren siren) {
        var remembered = known.get(siren);
        if (remembered != null) {
            return remembered;
        }
        var subject = store.find(siren).orElseGet(() -> made(siren));
        if (known.size() >= MOST_REMEMBERED) {
            known.clear();
        }
        known.put(siren, subject);
        return subject;
    }

    private PersonRef made(Siren siren) {
        store.insert(siren, PersonRef.fresh(random));
        return store.find(siren).orElseThrow();
    }
}
