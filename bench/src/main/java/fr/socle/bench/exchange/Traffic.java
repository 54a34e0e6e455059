package fr.socle.bench.exchange;

import fr.socle.bench.measure.Latencies;
import fr.socle.bench.page.HttpConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Callers, each over a connection of its own and about persons of its own: the same question twice
 * at once would be a conflict.
 *
 * @param questions one per person
 * @param status what a good answer has; another one ends the bench
 */
record Traffic(int port, List<byte[]> questions, int callers, int status) {

    /** What came back. */
    record Answered(long count, Duration took, Latencies latencies) {

        double perSecond() {
            return count / (took.toNanos() / 1e9);
        }
    }

    Traffic {
        questions = List.copyOf(questions);
    }

    Answered times(long count) {
        var left = new AtomicLong(count);
        return run(() -> left.getAndDecrement() > 0 ? System.nanoTime() : -1);
    }

    Answered during(Duration time) {
        var end = System.nanoTime() + time.toNanos();
        return run(() -> System.nanoTime() < end ? System.nanoTime() : -1);
    }

    /**
     * So many a second, evenly. What had to wait because an earlier one took long counts from when
     * it should have gone.
     */
    Answered paced(int rate, Duration time) {
        var began = System.nanoTime();
        var step = Duration.ofSeconds(1).toNanos() / rate;
        var last = time.toNanos() / step;
        var next = new AtomicLong();
        return run(
                () -> {
                    var mine = next.getAndIncrement();
                    return mine < last ? await(began + mine * step) : -1;
                });
    }

    private static long await(long due) {
        for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return due;
    }

    /**
     * @param next when the next question goes, or should have gone; negative: no more
     */
    private Answered run(LongSupplier next) {
        var latencies = new Latencies();
        var failures = new ConcurrentLinkedQueue<IOException>();
        var began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(callers)) {
            for (int caller = 0; caller < callers; caller++) {
                var mine = questionsOf(caller);
                threads.execute(() -> call(mine, next, latencies, failures));
            }
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        if (!failures.isEmpty()) {
            throw new IllegalStateException("an exchange failed under load", failures.peek());
        }
        return new Answered(latencies.count(), took, latencies);
    }

    private List<byte[]> questionsOf(int caller) {
        var mine = new ArrayList<byte[]>();
        for (int i = caller; i < questions.size(); i += callers) {
            mine.add(questions.get(i));
        }
        return mine.isEmpty() ? List.of(questions.get(caller % questions.size())) : mine;
    }

    private void call(
            List<byte[]> mine,
            LongSupplier next,
            Latencies latencies,
            ConcurrentLinkedQueue<IOException> failures) {
        try (var connection = new HttpConnection(port)) {
            int at = 0;
            for (var due = next.getAsLong(); due >= 0; due = next.getAsLong()) {
                var answer = connection.ask(mine.get(at++ % mine.size()));
                latencies.add(System.nanoTime() - due);
                if (answer.status() != status) {
                    throw new IOException("status " + answer.status());
                }
            }
        } catch (IOException failed) {
            failures.add(failed);
        }
    }
}
