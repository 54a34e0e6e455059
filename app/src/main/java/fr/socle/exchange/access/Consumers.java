package fr.socle.exchange.access;

import fr.socle.directory.Actor;
import fr.socle.exchange.provider.Provider;
import fr.socle.exchange.provider.Providers;
import fr.socle.exchange.store.ConsumerStore;
import fr.socle.exchange.trace.JetonAct;
import fr.socle.habilitations.Habilitation;
import fr.socle.habilitations.Habilitations;
import fr.socle.journal.Journal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets programs in and out. Each act is in the journal. */
@Component
public class Consumers {

    /** As API Entreprise's and API Particulier's own tokens. */
    public static final int LONGEST_MONTHS = 18;

    private static final int A_PAGE = 200;
    private static final Duration MONTH = Duration.ofDays(30);

    private final ConsumerStore store;
    private final Tokens tokens;
    private final Ground ground;
    private final Journal journal;
    private final Clock clock;

    /** What a program's rights stand on. */
    @Component
    record Ground(Habilitations habilitations, Providers providers) {}

    Consumers(ConsumerStore store, Tokens tokens, Ground ground, Journal journal, Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.ground = ground;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * A program that was just let in.
     *
     * @param token its long-lived token, told once; empty for one that has keys
     */
    public record Issued(Consumer consumer, Optional<String> token) {

        /** Without the token, so that no log line can carry it. */
        @Override
        public String toString() {
            return "Issued[" + consumer.id() + "]";
        }
    }

    /**
     * @param keys public keys as a JWK set; null for a long-lived token
     * @param months of thirty days, up to {@link #LONGEST_MONTHS}
     */
    @Transactional
    public Issued issue(
            Actor actor, Habilitation on, String label, @Nullable String keys, int months) {
        var now = clock.instant();
        var consumer =
                new Consumer(
                        UUID.randomUUID(),
                        on.id(),
                        on.organisation(),
                        label,
                        keys,
                        now,
                        now.plus(MONTH.multipliedBy(months)),
                        null);
        store.insert(consumer);
        journal.append(new JetonAct(actor, JetonAct.Act.CREE, consumer));
        return new Issued(
                consumer,
                keys == null
                        ? Optional.of(tokens.lasting(consumer, scopes(consumer)))
                        : Optional.empty());
    }

    /** Holds from the next call on every node. False when it was revoked before, or never was. */
    @Transactional
    public boolean revoke(Actor actor, UUID id) {
        var consumer = store.find(id).orElse(null);
        if (consumer == null || !store.revoke(id, clock.instant())) {
            return false;
        }
        journal.append(new JetonAct(actor, JetonAct.Act.REVOQUE, consumer));
        return true;
    }

    public List<Consumer> latest() {
        return store.latest(A_PAGE);
    }

    public Optional<Consumer> find(UUID id) {
        return store.find(id);
    }

    /** The habilitation on whose ground it asks, as it is now. */
    public Optional<Habilitation> habilitation(Consumer consumer) {
        return ground.habilitations().find(consumer.habilitation());
    }

    /** What it may ask at this moment, in the words of the older tokens. */
    public Set<String> scopes(Consumer consumer) {
        var scopes = new TreeSet<String>();
        habilitation(consumer)
                .ifPresent(
                        it ->
                                it.fields()
                                        .forEach(
                                                (set, fields) ->
                                                        ground.providers()
                                                                .provider(set)
                                                                .map(Provider::set)
                                                                .ifPresent(
                                                                        known ->
                                                                                scopes.addAll(
                                                                                        known
                                                                                                .scopes(
                                                                                                        fields)))));
        return scopes;
    }
}
