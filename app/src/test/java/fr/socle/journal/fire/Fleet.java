package fr.socle.journal.fire;

import static org.awaitility.Awaitility.await;

import fr.socle.TestFolders;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** Two nodes on one database. They are killed and come back, each with its own data folder. */
final class Fleet implements AutoCloseable {

    /** Every fifth kill takes both, so that nobody integrates until one is back. */
    private static final int BOTH = 5;

    private record Span(Instant from, Instant to) {
        boolean holds(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(to);
        }
    }

    private final String url;
    private final Consumer<String> heard;
    private final List<Path> folders = new ArrayList<>();
    private final List<Node> nodes = new CopyOnWriteArrayList<>();
    private final List<Span> troubles = new CopyOnWriteArrayList<>();
    private int kills;

    /** Both start at once, on a database that may be empty. */
    Fleet(String url, Consumer<String> heard) {
        this.url = url;
        this.heard = heard;
        for (int i = 0; i < 2; i++) {
            folders.add(TestFolders.fresh("socle-noeud"));
            nodes.add(Node.start(url, folders.get(i), heard));
        }
        nodes.forEach(Node::address);
    }

    List<Node> nodes() {
        return nodes;
    }

    int kills() {
        return kills;
    }

    /** Kills one node, or both, and starts it again; waits until both are back. */
    void kill() throws InterruptedException {
        kills++;
        var both = kills % BOTH == 0;
        var victim = ThreadLocalRandom.current().nextInt(2);
        var began = Instant.now();
        restart(victim);
        if (both) {
            restart(1 - victim);
        }
        await().atMost(Duration.ofSeconds(240)).until(() -> nodes.stream().anyMatch(Node::listens));
        troubles.add(new Span(began, Instant.now().plusSeconds(2)));
        nodes.forEach(Node::address);
    }

    /** Nobody had just been killed: at least one node had been working for two seconds. */
    boolean quiet(Instant moment) {
        return troubles.stream().noneMatch(it -> it.holds(moment));
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
    }

    private void restart(int victim) throws InterruptedException {
        nodes.get(victim).kill();
        nodes.set(victim, Node.start(url, folders.get(victim), heard));
    }
}
