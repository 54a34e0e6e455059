package fr.socle.journey;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Kills the node and its PostgreSQL at drawn moments, and knows when it did: what goes wrong for a
 * person is forgiven only then.
 */
final class Fire {

    /** After the house answers again, connections that died with it may still be met. */
    private static final Duration AFTERMATH = Duration.ofSeconds(5);

    private static final Duration LONGEST_LIFE = Duration.ofSeconds(6);

    private enum Victim {
        NODE,
        POSTGRES
    }

    /** From a kill to the end of its aftermath, which is not known at first. */
    private record Trouble(Instant from, Instant to) {}

    private final LivingNode node;
    private final Random random;
    private final List<Trouble> troubles = new CopyOnWriteArrayList<>();
    private final AtomicInteger postgresKills = new AtomicInteger();
    private final AtomicInteger met = new AtomicInteger();
    private final AtomicInteger foundDone = new AtomicInteger();
    private volatile boolean over;

    Fire(LivingNode node, Random random) {
        this.node = node;
        this.random = random;
    }

    /**
     * In a drawn order, each at a drawn moment of a life that has just begun.
     *
     * @param longest after which it goes out, whatever was still to be killed
     */
    void rage(int nodeKills, int postgresKills, Duration longest) throws InterruptedException {
        var end = Instant.now().plus(longest);
        var victims = new ArrayList<>(Collections.nCopies(nodeKills, Victim.NODE));
        victims.addAll(Collections.nCopies(postgresKills, Victim.POSTGRES));
        Collections.shuffle(victims, random);
        try {
            for (var victim : victims) {
                if (Instant.now().isAfter(end)) {
                    return;
                }
                Thread.sleep(random.nextLong(LONGEST_LIFE.toMillis()));
                kill(victim);
            }
        } finally {
            over = true;
        }
    }

    boolean over() {
        return over;
    }

    int kills() {
        return troubles.size();
    }

    int postgresKills() {
        return postgresKills.get();
    }

    /** How often persons met an error, and found after one that their act was done all the same. */
    String told() {
        return "%d errors met, %d acts done though their answer was lost"
                .formatted(met.get(), foundDone.get());
    }

    /**
     * Does it, as a person would: after an error they come back and look first whether it is done.
     *
     * @param seen what the act gives, if the pages show that it is done
     */
    <T> T through(Supplier<Optional<T>> seen, Supplier<T> act) {
        for (var first = true; ; first = false) {
            var began = Instant.now();
            try {
                var done = first ? Optional.<T>empty() : seen.get();
                done.ifPresent(_ -> foundDone.incrementAndGet());
                return done.orElseGet(act);
            } catch (UncheckedIOException | Unexpected failed) {
                forgive(began, failed);
            }
        }
    }

    private void forgive(Instant began, RuntimeException failed) {
        var ended = Instant.now();
        if (troubles.stream().noneMatch(it -> it.from.isBefore(ended) && it.to.isAfter(began))) {
            throw failed;
        }
        met.incrementAndGet();
        try {
            Thread.sleep(300 + random.nextInt(700));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void kill(Victim victim) throws InterruptedException {
        var from = Instant.now();
        var place = troubles.size();
        troubles.add(new Trouble(from, Instant.MAX));
        switch (victim) {
            case NODE -> node.killAndStart();
            case POSTGRES -> {
                node.killPostgres();
                postgresKills.incrementAndGet();
            }
        }
        node.ready();
        troubles.set(place, new Trouble(from, Instant.now().plus(AFTERMATH)));
        System.out.printf(
                "fire: %d %s, back after %d ms%n",
                kills(), victim, Duration.between(from, Instant.now()).toMillis());
    }
}
