package fr.socle.bench.avis;

import fr.socle.avis.Grade;
import fr.socle.avis.JudgedId;
import fr.socle.avis.Satisfaction;
import fr.socle.avis.store.Answer;
import fr.socle.avis.store.Asked;
import fr.socle.avis.store.Opinion;
import fr.socle.avis.token.Opinions;
import fr.socle.avis.token.Opinions.Said;
import fr.socle.bench.measure.Latencies;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** People who fill the form, all at once, each step a transaction that is durable. */
final class StepSaves {

    private static final List<Answer> STEPS =
            List.of(
                    _ -> java.util.Optional.of(Opinion.of(Satisfaction.GOOD)),
                    before -> before.map(it -> it.withClarity(Grade.GOOD)),
                    before -> before.map(it -> it.withHelp(List.of("phone"), true, Grade.GOOD)),
                    before ->
                            before.map(
                                    it -> it.withVerbatim("Rapide, et clair du début à la fin.")));

    private final Opinions opinions;

    StepSaves(Opinions opinions) {
        this.opinions = opinions;
    }

    /**
     * @return how long each step took
     */
    Latencies run(int people, long forms) {
        var latencies = new Latencies();
        var left = new AtomicLong(forms);
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            var fillers =
                    IntStream.range(0, people)
                            .mapToObj(
                                    _ ->
                                            CompletableFuture.runAsync(
                                                    () -> fill(left, latencies), all))
                            .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(fillers).join();
        }
        return latencies;
    }

    private void fill(AtomicLong left, Latencies latencies) {
        while (left.getAndDecrement() > 0) {
            fill(latencies);
        }
    }

    private void fill(Latencies latencies) {
        var said = Said.open(UUID.randomUUID(), new JudgedId(new UUID(8, 0)), Asked.COMMON);
        for (var step : STEPS) {
            var began = System.nanoTime();
            if (opinions.keep(said, step).isEmpty()) {
                throw new IllegalStateException("a step was not kept");
            }
            latencies.add(System.nanoTime() - began);
        }
    }
}
