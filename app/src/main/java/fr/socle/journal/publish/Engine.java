package fr.socle.journal.publish;

import fr.socle.house.HouseSettings;
import fr.socle.journal.JournalSettings;
import fr.socle.journal.append.Wakeup;
import fr.socle.journal.chain.MapMaker;
import fr.socle.journal.log.Integrator;
import fr.socle.journal.log.LogOpening;
import fr.socle.journal.store.OwnConnections;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the journal moving on this node: integration, signatures, witnesses, projections, maps.
 * Each part runs in a thread of its own, so that a slow witness holds up nothing; a failure is
 * logged once and tried again.
 */
@Component
class Engine implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration MAP = Duration.ofSeconds(1);

    private final LogOpening opening;
    private final Integrator integrator;
    private final Publisher publisher;
    private final WitnessCaller witnesses;
    private final ProjectionRunner projections;
    private final MapMaker maps;
    private final Wakeup wakeup;
    private final JournalSettings settings;
    private final HouseSettings house;
    private volatile List<Thread> threads = List.of();

    Engine(
            LogOpening opening,
            Integrator integrator,
            Publisher publisher,
            WitnessCaller witnesses,
            ProjectionRunner projections,
            MapMaker maps,
            Wakeup wakeup,
            JournalSettings settings,
            HouseSettings house) {
        this.opening = opening;
        this.integrator = integrator;
        this.publisher = publisher;
        this.witnesses = witnesses;
        this.projections = projections;
        this.maps = maps;
        this.wakeup = wakeup;
        this.settings = settings;
        this.house = house;
    }

    @Override
    public void start() {
        opening.openFirst();
        threads =
                List.of(
                        repeat(
                                "journal-integrator",
                                settings.integrateEvery(),
                                wakeup.signal(),
                                integrator::integrate),
                        repeat(
                                "journal-publisher",
                                settings.publishEvery(),
                                new Semaphore(0),
                                publisher::publish),
                        repeat(
                                "journal-witnesses",
                                settings.witnessEvery(),
                                new Semaphore(0),
                                witnesses::call),
                        repeat("journal-projections", IDLE, new Semaphore(0), projections::run),
                        repeat("journal-map", MAP, new Semaphore(0), maps::makeWhenDue));
    }

    @Override
    public void stop() {
        threads.forEach(Thread::interrupt);
        threads.forEach(Engine::await);
        threads = List.of();
    }

    /** A command only looks; the nodes do the work. */
    @Override
    public boolean isAutoStartup() {
        return house.background();
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }

    private static Thread repeat(String name, Duration pause, Semaphore signal, Runnable work) {
        return Thread.ofPlatform()
                .name(name)
                .daemon()
                .start(OwnConnections.on(() -> again(name, pause, signal, work)));
    }

    /** Repeats the work at most every {@code pause}; the signal ends the idle wait early. */
    private static void again(String name, Duration pause, Semaphore signal, Runnable work) {
        var failing = false;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                failing = attempt(name, work, failing);
                Thread.sleep(pause);
                // because a signal given while it slept ends the wait too
                signal.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS);
                signal.drainPermits();
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    private static boolean attempt(String name, Runnable work, boolean failing) {
        try {
            work.run();
            return false;
        } catch (RuntimeException failed) {
            if (!failing && !Thread.currentThread().isInterrupted()) {
                LOG.warn("{} failed and tries again: {}", name, failed.toString());
            }
            return true;
        }
    }

    private static void await(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
