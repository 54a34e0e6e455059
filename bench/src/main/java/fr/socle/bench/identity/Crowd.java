package fr.socle.bench.identity;

import fr.socle.bench.measure.Latencies;
import fr.socle.bench.measure.ServerCpu;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Workers who sign people in at one broker, over connections that they keep. */
final class Crowd implements AutoCloseable {

    /** A server that has just started may answer too late; who measures nothing tries again. */
    private static final int TRIES = 3;

    /** How many visits go through a step before the next step begins. */
    private static final int TOGETHER = 400;

    private static final long SEED = 20_261_122;

    private final Side side;
    private final Population population;
    private final BlockingQueue<Hands> hands;
    private final ExecutorService workers;
    private final Random random = new Random(SEED);

    /** What each person's browser keeps from one sign-in to another day's. */
    private final Map<Integer, Map<String, String>> browsers = new ConcurrentHashMap<>();

    /**
     * @param workers how many sign-ins go on at once
     * @param provider the demonstration provider's port
     */
    Crowd(Side side, int workers, int provider, Population population) throws IOException {
        this.side = side;
        this.population = population;
        this.hands = new ArrayBlockingQueue<>(workers);
        this.workers = Executors.newFixedThreadPool(workers);
        for (var worker = 0; worker < workers; worker++) {
            hands.add(Hands.at(side.port(), provider));
        }
    }

    Side side() {
        return side;
    }

    /**
     * Everybody signs in from the first step to the last, and nothing is measured.
     *
     * @throws java.util.concurrent.ExecutionException when one of them does not get in
     */
    void signIn(int count) throws Exception {
        for (var left = count; left > 0; left -= TOGETHER) {
            var visits = visits(Math.min(left, TOGETHER));
            all(visits, this::patiently);
        }
    }

    /** Each account once, so that no later sign-in is an account's first, nor at a new device. */
    void introduce() throws Exception {
        var visits = new ArrayList<Visit>();
        for (var person = 0; person < population.people(); person++) {
            visits.add(visit(side.service(0), person));
        }
        all(visits, this::patiently);
    }

    private void patiently(Visit visit) throws Exception {
        for (var tries = 1; ; tries++) {
            try {
                var again = visit(visit.service(), visit.person());
                through(again, _ -> true);
                browsers.putIfAbsent(visit.person(), again.jar().lasting());
                return;
            } catch (IOException late) {
                if (tries == TRIES) {
                    throw late;
                }
            }
        }
    }

    /**
     * The same people go through one step, then through the next, so that each can be told apart.
     *
     * @return what the server used in each step that is not elsewhere, in their order
     */
    Map<Step, ServerCpu> stepByStep(int count) throws Exception {
        var steps = side.steps();
        var spent = new LinkedHashMap<Step, ServerCpu>();
        for (var left = count; left > 0; left -= TOGETHER) {
            var visits = visits(Math.min(left, TOGETHER));
            for (var step : steps) {
                var before = side.cpu();
                all(visits, it -> with(mine -> step.move().make(it, mine)));
                if (step.part() != Step.Part.ELSEWHERE) {
                    spent.merge(step, side.cpu().since(before), ServerCpu::plus);
                }
            }
        }
        return spent;
    }

    /** Sign-ins that begin at an even pace; one that waits for a worker waits all the same. */
    Latencies paced(int perSecond, Duration time) throws Exception {
        var latencies = new Latencies();
        var work = new ArrayList<Future<?>>();
        var began = System.nanoTime();
        long gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
        for (var i = 0; i < perSecond * time.toSeconds(); i++) {
            long due = began + i * gap;
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            var visit = visits(1).getFirst();
            work.add(
                    workers.submit(
                            () -> {
                                through(visit, it -> it.part() != Step.Part.AFTER_IT);
                                latencies.add(System.nanoTime() - due);
                                return visit;
                            }));
        }
        for (var it : work) {
            it.get();
        }
        return latencies;
    }

    private List<Visit> visits(int count) {
        var visits = new ArrayList<Visit>();
        for (var i = 0; i < count; i++) {
            var service = side.service(random.nextInt(population.services()));
            visits.add(visit(service, random.nextInt(population.people())));
        }
        return visits;
    }

    private Visit visit(Service service, int person) {
        var jar = new Jar(browsers.getOrDefault(person, Map.of()));
        synchronized (random) {
            return new Visit(service, person, jar, random);
        }
    }

    private interface Work<T> {
        void on(T it) throws Exception;
    }

    private void all(List<Visit> visits, Work<Visit> work) throws Exception {
        var tasks = new ArrayList<Callable<Visit>>();
        for (var visit : visits) {
            tasks.add(
                    () -> {
                        work.on(visit);
                        return visit;
                    });
        }
        for (var done : workers.invokeAll(tasks)) {
            done.get();
        }
    }

    private void through(Visit visit, Predicate<Step> wanted) throws Exception {
        with(
                mine -> {
                    for (var step : side.steps()) {
                        if (wanted.test(step)) {
                            step.move().make(visit, mine);
                        }
                    }
                });
    }

    private void with(Work<Hands> work) throws Exception {
        var mine = hands.take();
        try {
            work.on(mine);
        } finally {
            hands.add(mine);
        }
    }

    @Override
    public void close() throws IOException {
        workers.shutdownNow();
        for (var it : hands) {
            it.close();
        }
    }
}
