package fr.socle.journal.fire;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Many callers at once, as a busy node has them, so that they share their commits. */
final class Many {

    private Many() {}

    /** Does it for each number below {@code count}; fails if one of them fails. */
    static void callers(int count, IntConsumer each) {
        try (var threads = Executors.newFixedThreadPool(64)) {
            var calls = new ArrayList<Future<?>>();
            for (int i = 0; i < count; i++) {
                var number = i;
                calls.add(threads.submit(() -> each.accept(number)));
            }
            for (var call : calls) {
                call.get();
            }
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
