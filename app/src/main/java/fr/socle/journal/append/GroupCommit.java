package fr.socle.journal.append;

import fr.socle.house.Keyring;
import fr.socle.journal.store.OwnConnections;
import fr.socle.journal.store.PendingStore;
import fr.socle.journal.store.PersonKeys;
import fr.socle.journal.store.PersonKeys.Holder;
import fr.socle.journal.store.PersonKeys.PersonKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Concurrent callers share one transaction: while one batch waits for the disk, the next one
 * gathers. A caller returns when its own batch is durable, and every caller of a batch that failed
 * is told so.
 */
@Component
class GroupCommit implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int MAX_BATCH = 1024;
    private static final int MAX_WAITING = 100_000;
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    /** After that the caller is told that the entry is not certain: it may still become durable. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private record Waiting(Draft draft, CompletableFuture<Void> durable) {}

    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(MAX_WAITING);
    private final TransactionTemplate transaction;
    private final PendingStore pending;
    private final PersonKeys keys;
    private final Keyring keyring;
    private final Backlog backlog;
    private final Thread writer;
    private volatile boolean open = true;

    GroupCommit(
            PlatformTransactionManager transactions,
            PendingStore pending,
            PersonKeys keys,
            Keyring keyring,
            Backlog backlog) {
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.pending = pending;
        this.keys = keys;
        this.keyring = keyring;
        this.backlog = backlog;
        this.writer =
                Thread.ofPlatform()
                        .name("journal-writer")
                        .daemon()
                        .start(OwnConnections.on(this::run));
    }

    /** Returns once the draft is durable. */
    void write(Draft draft) {
        var waiting = new Waiting(draft, new CompletableFuture<>());
        if (!open || !queue.offer(waiting)) {
            throw new DataAccessResourceFailureException("the journal takes no more entries now");
        }
        if (!writer.isAlive()) {
            refuseLate();
        }
        await(waiting.durable());
    }

    /** A database that says nothing, neither yes nor no, holds nobody for ever. */
    private static void await(CompletableFuture<Void> durable) {
        try {
            durable.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException failed) {
            throw new DataAccessResourceFailureException(
                    "the journal could not make an entry durable", failed.getCause());
        }
    }

    /** Writes what is waiting, then refuses whoever came too late. */
    @Override
    public void destroy() throws InterruptedException {
        open = false;
        writer.join(CLOSING);
        refuseLate();
    }

    private void run() {
        while (open || !queue.isEmpty()) {
            try {
                var first = queue.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    commit(first);
                }
            } catch (InterruptedException stranger) {
                LOG.warn("the journal's writer was interrupted, and goes on");
            }
        }
    }

    private void refuseLate() {
        for (var late = queue.poll(); late != null; late = queue.poll()) {
            late.durable()
                    .completeExceptionally(new IllegalStateException("the journal is closing"));
        }
    }

    /** Writes this one and whatever waits behind it. Whoever was taken from the queue is told. */
    private void commit(Waiting first) {
        var batch = new ArrayList<Waiting>(MAX_BATCH);
        batch.add(first);
        try {
            backlog.await();
            queue.drainTo(batch, MAX_BATCH - 1);
            // before the transaction, because a new person's key is made in one of its own
            var available = keys.of(holders(batch));
            transaction.executeWithoutResult(_ -> write(batch, available));
            batch.forEach(it -> it.durable().complete(null));
            backlog.written(batch.getLast().draft().id());
        } catch (RuntimeException | Error failed) {
            LOG.warn("{} entries could not be made durable: {}", batch.size(), failed.toString());
            batch.forEach(it -> it.durable().completeExceptionally(failed));
        }
    }

    private static Set<Holder> holders(List<Waiting> batch) {
        var holders = new HashSet<Holder>();
        batch.forEach(it -> holders.addAll(it.draft().holders()));
        return holders;
    }

    private void write(List<Waiting> batch, Map<Holder, PersonKey> available) {
        pending.copy(batch.stream().map(it -> it.draft().seal(available, keyring)).toList());
    }
}
