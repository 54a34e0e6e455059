package fr.socle.journal.fire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.journal.format.Checkpoint;
import fr.socle.journal.format.VerifierKey;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;

/** Collects the checkpoints that both nodes serve, as a stranger would. */
final class Served implements AutoCloseable {

    private static final int PAIRS = 200;

    private final Fleet fleet;
    private final VerifierKey key;
    private final Map<Long, Checkpoint> seen = new ConcurrentSkipListMap<>();
    private final AtomicReference<String> fault = new AtomicReference<>("");
    private final Thread poller;
    private volatile boolean going = true;

    Served(Fleet fleet) {
        this.fleet = fleet;
        this.key = new Published(fleet.nodes().getFirst().address(), 1).key();
        this.poller = Thread.ofPlatform().daemon().start(this::poll);
    }

    int count() {
        return seen.size();
    }

    /** Each continues the one before it, and so do pairs picked at random. */
    void assertOneHistory(String address) {
        assertThat(fault.get()).isEmpty();
        var published = new Published(address, 1);
        var all = List.copyOf(seen.values());
        assertThat(all).hasSizeGreaterThan(1);
        for (int i = 1; i < all.size(); i++) {
            published.assertContinues(all.get(i - 1), all.get(i));
        }
        var random = ThreadLocalRandom.current();
        for (int i = 0; i < PAIRS; i++) {
            var newer = 1 + random.nextInt(all.size() - 1);
            published.assertContinues(all.get(random.nextInt(newer)), all.get(newer));
        }
    }

    @Override
    public void close() throws InterruptedException {
        going = false;
        poller.join();
    }

    private void poll() {
        try {
            while (going) {
                fleet.nodes().stream().filter(Node::listens).forEach(this::look);
                Thread.sleep(200);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Node node) {
        try {
            new Published(node.address(), 1).checkpoint(key).ifPresent(this::keep);
        } catch (UncheckedIOException killed) {
            // It was killed while it answered.
        } catch (AssertionError | IllegalArgumentException wrong) {
            fault.set("a false checkpoint was served: " + wrong);
        }
    }

    private void keep(Checkpoint checkpoint) {
        var before = seen.putIfAbsent(checkpoint.size(), checkpoint);
        if (before != null && !before.equals(checkpoint)) {
            fault.set("two roots at size " + checkpoint.size());
        }
    }
}
