package fr.socle.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@NullMarked
class TogetherTests {

    private final List<List<Integer>> statements = new CopyOnWriteArrayList<>();
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final AtomicInteger truth = new AtomicInteger(1);

    @AfterEach
    void stop() {
        callers.shutdownNow();
    }

    /** The answer is the truth of the moment at which the statement begins. */
    private Together<Integer, Integer> slow(CountDownLatch first) {
        return new Together<>(
                questions -> {
                    statements.add(questions);
                    var seen = truth.get();
                    if (statements.size() == 1) {
                        awaited(first);
                    }
                    return questions.stream().map(it -> it * seen).toList();
                });
    }

    @Test
    void whoComesWhileAStatementIsUnderWaySharesTheNextOne() throws Exception {
        var first = new CountDownLatch(1);
        var together = slow(first);
        var one = asked(() -> together.ask(1));
        await().until(() -> statements.size() == 1);
        var others = new ArrayList<Future<Integer>>();
        for (int i = 2; i < 42; i++) {
            int question = i;
            others.add(asked(() -> together.ask(question)));
        }
        Thread.sleep(200);
        first.countDown();
        assertThat(one.get()).isEqualTo(1);
        for (int i = 0; i < others.size(); i++) {
            assertThat(others.get(i).get()).isEqualTo(i + 2);
        }
        assertThat(statements.getFirst()).containsExactly(1);
        assertThat(statements).hasSizeLessThan(10);
    }

    @Test
    void nobodyIsAnsweredByAStatementThatBeganBeforeTheyAsked() throws Exception {
        var first = new CountDownLatch(1);
        var together = slow(first);
        var early = asked(() -> together.ask(7));
        await().until(() -> statements.size() == 1);
        truth.set(10);
        var late = asked(() -> together.ask(7));
        Thread.sleep(100);
        first.countDown();
        assertThat(early.get()).isEqualTo(7);
        assertThat(late.get()).isEqualTo(70);
    }

    @Test
    void aFailureIsToldToThoseWhomItMetAndTheNextAreAnswered() throws Exception {
        var together =
                new Together<Integer, Integer>(
                        questions -> {
                            statements.add(questions);
                            if (questions.contains(13)) {
                                throw new IllegalStateException("thirteen");
                            }
                            return questions;
                        });
        assertThatThrownBy(() -> together.ask(13)).hasMessage("thirteen");
        assertThat(together.ask(14)).isEqualTo(14);
        assertThat(statements).containsExactly(List.of(13), List.of(14));
    }

    @Test
    void whoHoldsATransactionAsksAloneInIt() {
        var names = new CopyOnWriteArrayList<String>();
        var first = new CountDownLatch(1);
        var together =
                new Together<Integer, Integer>(
                        questions -> {
                            names.add(Thread.currentThread().getName());
                            if (names.size() == 1) {
                                awaited(first);
                            }
                            return questions;
                        });
        var one = asked(() -> together.ask(1));
        await().until(() -> names.size() == 1);
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThat(together.ask(2)).isEqualTo(2);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
        assertThat(names.getLast()).isEqualTo(Thread.currentThread().getName());
        assertThat(one).isNotDone();
        first.countDown();
    }

    @Test
    void ofManyWhoAskAtOnceEachGetsTheirOwnAnswer() throws Exception {
        var together = new Together<Integer, Integer>(questions -> List.copyOf(questions));
        var all = new ArrayList<Future<Boolean>>();
        for (int i = 0; i < 32; i++) {
            int caller = i;
            all.add(
                    asked(
                            () -> {
                                for (int n = 0; n < 2_000; n++) {
                                    var question = caller * 10_000 + n;
                                    if (together.ask(question) != question) {
                                        return false;
                                    }
                                }
                                return true;
                            }));
        }
        for (var each : all) {
            assertThat(each.get()).isTrue();
        }
    }

    private <T> Future<T> asked(Callable<T> call) {
        return callers.submit(call);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
