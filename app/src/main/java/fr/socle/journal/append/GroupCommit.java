package fr.socle.journal.append;

import fr.socle.house.Keyring;
import fr.socle.journal.store.OwnConnections;
import fr.socle.journal.store.PendingStore;
import fr.socle.journal.store.PersonKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
        try {
            waiting.durable().join();
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
        var batch = new ArrayList<Waiting>(MAX_BATCH);
        while (open || !queue.isEmpty()) {
            try {
                var first = queue.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    backlog.await();
                    batch.add(first);
                    queue.drainTo(batch, MAX_BATCH - 1);
                    commit(batch);
                    batch.clear();
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

    private void commit(List<Waiting> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            transaction.executeWithoutResult(_ -> write(batch));
            batch.forEach(it -> it.durable().complete(null));
            backlog.written(batch.getLast().draft().id());
        } catch (RuntimeException | Error failed) {
            LOG.warn("{} entries could not be made durable: {}", batch.size(), failed.toString());
            batch.forEach(it -> it.durable().completeExceptionally(failed));
        }
    }

    private void write(List<Waiting> batch) {
        var holders = new HashSet<PersonKeys.Holder>();
        batch.forEach(it -> holders.addAll(it.draft().holders()));
        var available = keys.of(holders);
        pending.copy(batch.stream().map(it -> it.draft().seal(available, keyring)).toList());
    }
}
