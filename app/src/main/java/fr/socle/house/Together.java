package fr.socle.house;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets concurrent callers share one statement: while one is under way, those who come wait, and the
 * next one asks for all of them. Nothing is remembered: whoever asks is answered by a statement
 * that began after they asked, so what another node changed before holds. A caller who is alone
 * waits for nobody; one within a transaction asks alone, in it.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
public final class Together<Q, A> {

    /** Of one statement. */
    private static final int MOST = 256;

    private final Function<List<Q>, List<A>> statement;
    private final ConcurrentLinkedQueue<Waiting<Q, A>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean underWay = new AtomicBoolean();

    private record Waiting<Q, A>(Q question, CompletableFuture<A> answer) {}

    /**
     * @param statement gives an answer for each question, in their order; some may be equal
     */
    public Together(Function<List<Q>, List<A>> statement) {
        this.statement = statement;
    }

    /** Throws what the statement threw, to all whom it was for. */
    public A ask(Q question) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return statement.apply(List.of(question)).getFirst();
        }
        var mine = new Waiting<Q, A>(question, new CompletableFuture<>());
        queue.add(mine);
        if (underWay.compareAndSet(false, true)) {
            next();
            goOn();
        }
        try {
            return mine.answer().join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException why) {
                throw why;
            }
            throw failed;
        }
    }

    /**
     * Whoever made the first statement has an answer to carry home; those who came meanwhile are
     * not theirs to serve.
     */
    private void goOn() {
        if (queue.isEmpty()) {
            rest();
        } else {
            Thread.startVirtualThread(this::serve);
        }
    }

    private void serve() {
        while (!queue.isEmpty()) {
            next();
        }
        rest();
    }

    /** One who came between the last look and the end of it would wait for ever. */
    private void rest() {
        underWay.set(false);
        if (!queue.isEmpty() && underWay.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::serve);
        }
    }

    private void next() {
        var some = new ArrayList<Waiting<Q, A>>();
        for (var one = queue.poll(); one != null; one = queue.poll()) {
            some.add(one);
            if (some.size() == MOST) {
                break;
            }
        }
        if (some.isEmpty()) {
            // because the statement before took them all
            return;
        }
        try {
            var answers = statement.apply(some.stream().map(Waiting::question).toList());
            for (int i = 0; i < some.size(); i++) {
                some.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException | Error failed) {
            some.forEach(it -> it.answer().completeExceptionally(failed));
        }
    }
}
