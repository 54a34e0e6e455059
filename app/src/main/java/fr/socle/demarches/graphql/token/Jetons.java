package fr.socle.demarches.graphql.token;

import fr.socle.directory.Actor;
import fr.socle.directory.AgentId;
import fr.socle.directory.OrganisationId;
import fr.socle.directory.Secrets;
import fr.socle.house.Origins;
import fr.socle.house.Tries;
import fr.socle.journal.Journal;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes tokens, revokes them, and knows programs by them. */
@Component
public class Jetons {

    /** How a token starts, so that scanners of leaked secrets know it. */
    static final String PREFIX = "demarches_";

    /** As the original's own limit. */
    public static final int PER_MINUTE = 400;

    private static final int BYTES = 32;
    private static final Tries.Door DOOR = new Tries.Door("demarches.jeton", true);

    private final JetonStore store;
    private final Journal journal;
    private final House house;

    /** What the door needs. */
    @Component
    record House(Clock clock, SecureRandom random, Origins origins, Tries tries) {}

    Jetons(JetonStore store, Journal journal, House house) {
        this.store = store;
        this.journal = journal;
        this.house = house;
    }

    /**
     * A token that was just made.
     *
     * @param secret for the caller alone; nobody can read it again
     */
    record Created(Jeton jeton, String secret) {

        /** Says nothing of the secret, so that no log line can carry it. */
        @Override
        public String toString() {
            return "Created[" + jeton.id() + "]";
        }
    }

    /** Who presents what. */
    public sealed interface Entrance {

        record Known(Jeton jeton) implements Entrance {}

        /** It presents nothing. */
        record Nobody() implements Entrance {}

        /** No such token, or one that ended, or from a place where it does not hold. */
        record Refused() implements Entrance {}

        /** More than its calls of this minute. */
        record TooOften(int limit) implements Entrance {}
    }

    @Transactional
    Created create(Actor actor, AgentId agent, OrganisationId organisation, JetonDraft draft) {
        var secret = PREFIX + fresh();
        var now = house.clock.instant();
        var jeton =
                new Jeton(
                        UUID.randomUUID(),
                        organisation,
                        agent,
                        draft.label(),
                        draft.demarches(),
                        draft.networks(),
                        draft.mayWrite(),
                        now,
                        now.plus(draft.life()),
                        null,
                        null);
        store.insert(jeton, Secrets.hash(secret));
        journal.append(new JetonAct(actor, JetonAct.What.CREATION, jeton));
        return new Created(jeton, secret);
    }

    /** Holds from the next call on every node. False when it is not this organisation's. */
    @Transactional
    boolean revoke(Actor actor, OrganisationId organisation, UUID id) {
        var jeton =
                store.find(id).filter(it -> it.organisation().equals(organisation)).orElse(null);
        if (jeton == null) {
            return false;
        }
        if (store.revoke(id, house.clock.instant())) {
            journal.append(new JetonAct(actor, JetonAct.What.REVOCATION, jeton));
        }
        return true;
    }

    List<Jeton> of(OrganisationId organisation) {
        return store.of(organisation);
    }

    /** The token, while it holds. */
    public Optional<Jeton> usable(UUID id) {
        return store.find(id).filter(it -> it.usable(house.clock.instant()));
    }

    /**
     * @throws fr.socle.house.TooManyTries when it is too early for another try
     */
    public Entrance enter(HttpServletRequest request) {
        var bearer = Bearer.of(request);
        if (bearer.isEmpty()) {
            return new Entrance.Nobody();
        }
        var attempt = house.tries.begin(DOOR, bearer.get(), request);
        var seen = store.see(Secrets.hash(bearer.get()), house.clock.instant()).orElse(null);
        if (seen == null || !holds(seen.jeton(), request)) {
            attempt.wrong();
            return new Entrance.Refused();
        }
        attempt.right();
        return seen.calls() > PER_MINUTE
                ? new Entrance.TooOften(PER_MINUTE)
                : new Entrance.Known(seen.jeton());
    }

    private boolean holds(Jeton jeton, HttpServletRequest request) {
        return jeton.usable(house.clock.instant())
                && jeton.mayComeFrom(house.origins.address(request));
    }

    private String fresh() {
        var bytes = new byte[BYTES];
        house.random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
