package fr.socle.exchange.access;

import fr.socle.directory.Actor;
import fr.socle.exchange.provider.Provider;
import fr.socle.exchange.provider.Providers;
import fr.socle.exchange.store.ConsumerStore;
import fr.socle.exchange.trace.JetonAct;
import fr.socle.habilitations.Habilitation;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.Habilitations;
import fr.socle.journal.Journal;
import fr.socle.kernel.IpNetwork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
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

    @Transactional
    public Issued issue(Actor actor, ConsumerDraft draft) {
        var consumer = consumer(draft, clock.instant());
        store.insert(consumer);
        journal.append(new JetonAct(actor, JetonAct.Act.CREE, consumer));
        return new Issued(
                consumer,
                draft.keys() == null
                        ? Optional.of(tokens.lasting(consumer, scopes(consumer)))
                        : Optional.empty());
    }

    private static Consumer consumer(ConsumerDraft draft, Instant now) {
        var until = now.plus(MONTH.multipliedBy(draft.months()));
        var id = UUID.randomUUID();
        return switch (draft.ground()) {
            case ConsumerDraft.Ground.Held(var on) ->
                    new Consumer(
                            id,
                            on.id(),
                            on.organisation(),
                            draft.label(),
                            draft.networks(),
                            draft.keys(),
                            now,
                            until,
                            null);
            case ConsumerDraft.Ground.Delegated(var editor) ->
                    new Consumer(
                            id,
                            null,
                            editor.id(),
                            draft.label(),
                            draft.networks(),
                            draft.keys(),
                            now,
                            until,
                            null);
        };
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

    /**
     * Ties it to these ranges of addresses from the next call on every node; to none when empty.
     * False when it was revoked, or never was.
     */
    @Transactional
    public boolean tie(Actor actor, UUID id, List<IpNetwork> networks) {
        if (!store.networks(id, networks)) {
            return false;
        }
        var tied = store.find(id).orElseThrow();
        journal.append(new JetonAct(actor, JetonAct.Act.RESEAUX_CHANGES, tied));
        return true;
    }

    public List<Consumer> latest() {
        return store.latest(A_PAGE);
    }

    public Optional<Consumer> find(UUID id) {
        return store.find(id);
    }

    /**
     * What it may ask at this moment, in the words of the older tokens; nothing for a software
     * editor's, whose rights depend on the recipient of each call.
     */
    public Set<String> scopes(Consumer consumer) {
        var on = consumer.habilitation();
        return on == null ? Set.of() : scopes(on);
    }

    /** What may be asked at this moment on the ground of this habilitation. */
    public Set<String> scopes(HabilitationId on) {
        var scopes = new TreeSet<String>();
        ground.habilitations()
                .find(on)
                .map(Habilitation::fields)
                .orElse(Map.of())
                .forEach(
                        (set, fields) ->
                                ground.providers()
                                        .provider(set)
                                        .map(Provider::set)
                                        .ifPresent(it -> scopes.addAll(it.scopes(fields))));
        return scopes;
    }
}
