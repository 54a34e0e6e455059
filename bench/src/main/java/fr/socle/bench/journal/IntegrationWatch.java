package fr.socle.bench.journal;

import fr.socle.bench.journal.Callers.Sample;
import fr.socle.bench.measure.Latencies;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks every 20 ms which of the sampled entries are in the log by now, with one query for all of
 * them.
 */
final class IntegrationWatch implements Consumer<Sample>, AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(20);

    private final JdbcClient db;
    private final Latencies latencies = new Latencies();
    private final Queue<Sample> arriving = new ConcurrentLinkedQueue<>();
    private final Map<UUID, Long> waiting = new HashMap<>();
    private final Thread thread;
    private volatile boolean more = true;

    IntegrationWatch(JdbcClient db) {
        this.db = db;
        this.thread = Thread.ofPlatform().name("integration-watch").start(this::run);
    }

    @Override
    public void accept(Sample sample) {
        arriving.add(sample);
    }

    /** Returns once every sample is in the log. */
    Latencies finish() throws InterruptedException {
        more = false;
        thread.join();
        return latencies;
    }

    @Override
    public void close() {
        more = false;
        thread.interrupt();
    }

    private void run() {
        try {
            while (more || !arriving.isEmpty() || !waiting.isEmpty()) {
                Thread.sleep(EVERY);
                look();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        for (var it = arriving.poll(); it != null; it = arriving.poll()) {
            waiting.put(it.id(), it.asked());
        }
        if (!waiting.isEmpty()) {
            var found =
                    db.sql("SELECT id FROM journal.content WHERE id = ANY (:ids)")
                            .param("ids", waiting.keySet().toArray(UUID[]::new))
                            .query(UUID.class)
                            .list();
            var now = System.nanoTime();
            found.forEach(id -> latencies.add(now - Objects.requireNonNull(waiting.remove(id))));
        }
    }
}
