package fr.socle.citoyen.suivi;

import fr.socle.citoyen.store.EmetteurStore;
import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.directory.OrganisationId;
import fr.socle.directory.Secrets;
import fr.socle.journal.Journal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The programs that may say how far procedures came, each for its organisation alone. */
@Service
public class Emetteurs {

    /** How its token starts, so that scanners of leaked secrets know it. */
    public static final String PREFIX = "soclesuivi_";

    private static final Duration LIFE = Duration.ofDays(365);
    private static final int MOST = 20;
    private static final int BYTES = 32;

    private final EmetteurStore store;
    private final Journal journal;
    private final SecureRandom random;
    private final Clock clock;

    Emetteurs(EmetteurStore store, Journal journal, SecureRandom random, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.random = random;
        this.clock = clock;
    }

    /**
     * One that was just let in.
     *
     * @param secret for the caller alone; nobody can read it again
     */
    public record Created(Emetteur emetteur, String secret) {

        /** Nothing of the secret. */
        @Override
        public String toString() {
            return "Created[" + emetteur.id() + "]";
        }
    }

    @Transactional
    public Change<Created> create(
            Actor actor, OrganisationId organisation, String label, @Nullable String client) {
        var now = now();
        if (store.of(organisation).stream().filter(it -> it.usableAt(now)).count() >= MOST) {
            return Change.refused("libelle", "citoyen.emetteur.too-many", MOST);
        }
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var emetteur =
                new Emetteur(
                        UUID.randomUUID(), organisation, label, client, now, now.plus(LIFE), null);
        store.insert(emetteur, Secrets.hash(secret));
        journal.append(new SuiviAct.Allowed(actor, emetteur, true));
        return new Change.Done<>(new Created(emetteur, secret));
    }

    /** Holds from the next call on, on every node. Twice changes nothing. */
    @Transactional
    public Change<Emetteur> revoke(Actor actor, OrganisationId organisation, UUID id) {
        var found = store.find(id).filter(it -> it.organisation().equals(organisation));
        if (found.isEmpty()) {
            return new Change.Unknown<>();
        }
        if (store.revoke(id, now())) {
            journal.append(new SuiviAct.Allowed(actor, found.get(), false));
        }
        return new Change.Done<>(found.get());
    }

    /** The newest first. */
    public List<Emetteur> of(OrganisationId organisation) {
        return store.of(organisation);
    }

    public Optional<Emetteur> find(UUID id) {
        return store.find(id);
    }

    /** Who holds this token, while it holds. */
    Optional<Emetteur> see(String secret) {
        return store.find(Secrets.hash(secret)).filter(it -> it.usableAt(now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
