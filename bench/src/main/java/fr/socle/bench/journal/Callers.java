package fr.socle.bench.journal;

import fr.socle.bench.measure.Latencies;
import fr.socle.journal.Journal;
import fr.socle.kernel.PersonRef;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Concurrent callers of the journal in this process, each in a virtual thread, each asking again as
 * soon as it is answered.
 */
public final class Callers {

    /** How an entry is written; gives its id. */
    public interface Way extends Function<ExchangeGranted, UUID> {

        static Way groupCommit(Journal journal) {
            return entry -> journal.appendAlone(entry).id();
        }

        static Way transactionEach(Journal journal, TransactionTemplate transaction) {
            return entry ->
                    Objects.requireNonNull(transaction.execute(_ -> journal.append(entry).id()));
        }

        /** Writes nothing: what is left is the load generator's own cost. */
        static Way nothing() {
            return entry -> new UUID(entry.number(), entry.parts().size());
        }
    }

    /**
     * @param refused calls that the journal answered with an exception: nothing was promised
     */
    public record Answered(long count, long refused, Latencies latencies) {}

    private static final int SAMPLED_ONE_IN = 64;

    private final int callers;
    private final long seed;
    private final List<PersonRef> persons;
    private final AtomicLong runs = new AtomicLong();

    public Callers(int callers, long seed) {
        this.callers = callers;
        this.seed = seed;
        this.persons = Persons.made(seed);
    }

    /** Writes this many entries. */
    public Answered times(long count, Way way) {
        var left = new AtomicLong(count);
        return run(() -> left.getAndDecrement() > 0, way, _ -> {});
    }

    /**
     * Writes for this long.
     *
     * @param sample is told the id of one entry in 64, as soon as it is durable
     */
    public Answered during(Duration time, Way way, Consumer<Sample> sample) {
        var end = System.nanoTime() + time.toNanos();
        return run(() -> System.nanoTime() < end, way, sample);
    }

    /**
     * @param asked when the caller called, in {@link System#nanoTime}
     */
    public record Sample(UUID id, long asked) {}

    private interface More {
        boolean more();
    }

    private Answered run(More more, Way way, Consumer<Sample> sample) {
        var latencies = new Latencies();
        var refused = new LongAdder();
        var run = runs.incrementAndGet();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var caller = 0; caller < callers; caller++) {
                var random = new SplittableRandom(seed + run * 1_000_003 + caller);
                threads.execute(() -> call(more, way, sample, random, latencies, refused));
            }
        }
        return new Answered(latencies.count(), refused.sum(), latencies);
    }

    private void call(
            More more,
            Way way,
            Consumer<Sample> sample,
            SplittableRandom random,
            Latencies latencies,
            LongAdder refused) {
        while (more.more()) {
            var asked = System.nanoTime();
            try {
                var id = way.apply(ExchangeGranted.about(persons, random));
                latencies.add(System.nanoTime() - asked);
                if (random.nextInt(SAMPLED_ONE_IN) == 0) {
                    sample.accept(new Sample(id, asked));
                }
            } catch (DataAccessException | CannotCreateTransactionException busy) {
                refused.increment();
            }
        }
    }
}
