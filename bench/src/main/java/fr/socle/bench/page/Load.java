package fr.socle.bench.page;

import fr.socle.bench.measure.Latencies;
import fr.socle.bench.page.HttpConnection.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Readers who ask for a page, each over a connection of their own, again as soon as they have it.
 *
 * @param cookies that each sends; empty for none
 */
public record Load(int port, int readers, String cookies) {

    /** Readers whom nobody knows. */
    Load(int port, int readers) {
        this(port, readers, "");
    }

    /** What came back; a wrong answer ends the bench. */
    public record Answered(long count, Duration took, Latencies latencies) {

        double perSecond() {
            return count / (took.toNanos() / 1e9);
        }
    }

    Answer once(String path) throws IOException {
        try (var connection = new HttpConnection(port)) {
            return connection.ask(request(path));
        }
    }

    public Answered times(String path, long count) {
        var left = new AtomicLong(count);
        return run(path, () -> left.getAndDecrement() > 0);
    }

    Answered during(String path, Duration time) {
        var end = System.nanoTime() + time.toNanos();
        return run(path, () -> System.nanoTime() < end);
    }

    private byte[] request(String path) {
        var more = cookies.isEmpty() ? "" : "Cookie: " + cookies + "\r\n";
        return HttpConnection.request(port, path, "Accept: text/html\r\n" + more);
    }

    private Answered run(String path, BooleanSupplier more) {
        var latencies = new Latencies();
        var failures = new ConcurrentLinkedQueue<IOException>();
        var began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(readers)) {
            for (var reader = 0; reader < readers; reader++) {
                threads.execute(() -> read(path, more, latencies, failures));
            }
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        if (!failures.isEmpty()) {
            throw new IllegalStateException(path + " failed under load", failures.peek());
        }
        return new Answered(latencies.count(), took, latencies);
    }

    private void read(
            String path,
            BooleanSupplier more,
            Latencies latencies,
            ConcurrentLinkedQueue<IOException> failures) {
        var request = request(path);
        try (var connection = new HttpConnection(port)) {
            while (more.getAsBoolean()) {
                var asked = System.nanoTime();
                var answer = connection.ask(request);
                latencies.add(System.nanoTime() - asked);
                if (answer.status() != 200) {
                    throw new IOException("status " + answer.status());
                }
            }
        } catch (IOException failed) {
            failures.add(failed);
        }
    }
}
