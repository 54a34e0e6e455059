package fr.socle.demarches.export;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.builder.PublishedRevision;
import fr.socle.demarches.export.ExportStore.Taken;
import fr.socle.demarches.liste.Colonne;
import fr.socle.demarches.liste.Demande;
import fr.socle.demarches.trace.RechercheFaite;
import fr.socle.journal.Journal;
import fr.socle.ui.Dictionary;
import fr.socle.ui.access.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the dossiers of a list on their way to a file, in the background: a lot, its entries in the
 * journal and how far that is become durable together. A node that dies leaves the rest to another,
 * and no dossier is read twice. No more than one lot is ever in memory.
 */
@Service
public class Exports {

    /** An agent's exports of one procedure that are kept at the same time; older ones go. */
    public static final int MOST = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);

    /** Longer than any lot takes. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final ExportStore store;
    private final Lots lots;
    private final Journal journal;
    private final Dictionary dictionary;
    private final Room room;

    /** Of each node, so that exports never take all connections from those who wait for a page. */
    private final Semaphore workers = new Semaphore(2);

    /** What the work needs around it. */
    @Component
    record Room(TransactionTemplate transaction, Clock clock) {

        /** As PostgreSQL keeps it, because the lease is compared with what was stored. */
        Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }
    }

    Exports(ExportStore store, Lots lots, Journal journal, Dictionary dictionary, Room room) {
        this.store = store;
        this.lots = lots;
        this.journal = journal;
        this.dictionary = dictionary;
        this.room = room;
    }

    /**
     * Durable on return, and begun at once. A search by words is in the journal, as in a list.
     *
     * @param list whose dossiers are wanted
     * @param shown the fields whose answers are wanted; null: all, annotations too
     */
    public UUID order(
            PublishedRevision asked,
            Visitor.Agent agent,
            Demande list,
            @Nullable List<Colonne> shown) {
        var id = UUID.randomUUID();
        var scope = Scope.of(list, shown);
        var headings =
                Columns.of(asked.definition(), scope.colonnes(), dictionary.french()).headings();
        room.transaction.executeWithoutResult(
                _ -> {
                    if (list.searches()) {
                        journal.append(new RechercheFaite(agent, list.demarche(), list.words()));
                    }
                    store.insert(id, asked, agent, scope, headings, room.now());
                    store.keepLast(asked.demarche(), agent, MOST);
                });
        Thread.startVirtualThread(this::everyFiveSeconds);
        return id;
    }

    /** The agent's own, as long as it is kept. */
    public Optional<Export> find(UUID id, Visitor.Agent agent) {
        return store.find(id, agent, oldest());
    }

    /** The agent's own of a procedure, the newest first. */
    public List<Export> of(DemarcheId demarche, Visitor.Agent agent) {
        return store.of(demarche, agent, oldest());
    }

    /** The agent's own goes now, finished or not. */
    public void giveUp(UUID id, Visitor.Agent agent) {
        store.delete(id, agent);
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT16S")
    void everyFiveSeconds() {
        if (!workers.tryAcquire()) {
            return;
        }
        try {
            for (var taken = take(); taken.isPresent(); taken = take()) {
                work(taken.get());
            }
        } finally {
            workers.release();
        }
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT13M")
    void purge() {
        store.deleteBefore(oldest());
    }

    Optional<Taken> take() {
        return store.take(room.now(), room.now().plus(LEASE));
    }

    /** What goes wrong is tried again, by whichever node, once the lease is over. */
    private void work(Taken taken) {
        try {
            var mine = Optional.of(taken);
            while (mine.isPresent()) {
                mine = one(mine.get());
            }
        } catch (RuntimeException wrong) {
            LOG.error("export {} waits", taken.id(), wrong);
        }
    }

    /** Treats the next lot; empty when the export is finished, given up, or another node's. */
    Optional<Taken> one(Taken taken) {
        var going = room.transaction.execute(_ -> next(taken));
        return going == null ? Optional.empty() : going;
    }

    private Optional<Taken> next(Taken taken) {
        var mine = store.renew(taken, room.now().plus(LEASE));
        mine.filter(it -> !lots.treat(it, room.now()))
                .ifPresent(it -> store.finish(it.id(), room.now()));
        // a finished one has no lease to renew
        return mine;
    }

    private Instant oldest() {
        return room.now().minus(Export.LIFE);
    }
}
