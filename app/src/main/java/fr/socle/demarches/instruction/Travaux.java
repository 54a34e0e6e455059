package fr.socle.demarches.instruction;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.instruction.TravailStore.Item;
import fr.socle.demarches.instruction.TravailStore.Taken;
import fr.socle.directory.AgentId;
import fr.socle.ui.access.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does something with many dossiers, one transaction for each: what is done and that it is done
 * become durable together. A node that dies leaves the rest to another, and nothing is done twice.
 */
@Service
public class Travaux {

    private static final Logger LOG = LoggerFactory.getLogger(Travaux.class);

    /** The most dossiers of one order. */
    public static final int MOST = 1000;

    /** Longer than any dossier takes. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration KEPT = Duration.ofDays(30);

    private final TravailStore store;
    private final Ouvrier ouvrier;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Travaux(TravailStore store, Ouvrier ouvrier, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.ouvrier = ouvrier;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Takes the order; durable on return. It begins at once.
     *
     * @param dossiers at least one, at most {@link #MOST}; whether the agent is in charge of each
     *     is asked when its turn comes
     */
    public UUID order(
            DemarcheId demarche, Visitor.Agent agent, Ordre ordre, List<DossierId> dossiers) {
        var id = UUID.randomUUID();
        var distinct = dossiers.stream().distinct().limit(MOST).toList();
        transaction.executeWithoutResult(
                _ -> store.insert(id, demarche, agent, ordre, distinct, now()));
        Thread.startVirtualThread(this::everyFiveSeconds);
        return id;
    }

    /** The agent's own order. */
    public Optional<Travail> find(UUID id, AgentId agent) {
        return store.find(id, agent);
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT15S")
    void everyFiveSeconds() {
        for (var taken = take(); taken.isPresent(); taken = take()) {
            var mine = taken;
            while (mine.isPresent()) {
                mine = one(mine.get());
            }
        }
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT11M")
    void purge() {
        store.deleteBefore(now().minus(KEPT));
    }

    private Optional<Taken> take() {
        return store.take(now(), now().plus(LEASE));
    }

    /**
     * Treats the next dossier; empty when the order is finished, or another node's. A dossier that
     * cannot be treated is left, and told: it does not stop those behind it.
     */
    Optional<Taken> one(Taken taken) {
        try {
            return settled(taken, it -> ouvrier.treat(it.dossier(), taken.agent(), taken.ordre()));
        } catch (TransientDataAccessException
                | NonTransientDataAccessResourceException
                | TransactionException passing) {
            // the order is taken up again when its lease is over
            throw passing;
        } catch (RuntimeException broken) {
            LOG.error("one dossier of order {} cannot be treated", taken.id(), broken);
            return settled(taken, _ -> Travail.Outcome.ERREUR);
        }
    }

    private Optional<Taken> settled(Taken taken, Function<Item, Travail.Outcome> treatment) {
        var done = transaction.execute(_ -> next(taken, treatment));
        return done == null ? Optional.empty() : done;
    }

    private Optional<Taken> next(Taken taken, Function<Item, Travail.Outcome> treatment) {
        var until = now().plus(LEASE);
        if (!store.renew(taken, until)) {
            return Optional.empty();
        }
        var item = store.next(taken.id());
        if (item.isEmpty()) {
            store.finish(taken.id(), now());
            return Optional.empty();
        }
        store.settle(taken.id(), item.get().rank(), treatment.apply(item.get()));
        return Optional.of(new Taken(taken.id(), taken.agent(), taken.ordre(), until));
    }

    /** As PostgreSQL keeps it, because the lease is compared with what was stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
