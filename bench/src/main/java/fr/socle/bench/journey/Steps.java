package fr.socle.bench.journey;

import fr.socle.bench.report.Figure;
import fr.socle.bench.report.Section;
import fr.socle.journey.Travels.Watcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Adds up what each step of several journeys used, and tells the mean of one. */
final class Steps implements Watcher {

    static final String ALL = "le parcours entier";

    private record Step(Spent spent, int requests) {

        Step plus(Step other) {
            return new Step(spent.plus(other.spent), requests + other.requests);
        }
    }

    private final Meter meter;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private int journeys;
    private @Nullable Spent before;

    Steps(Meter meter) {
        this.meter = meter;
    }

    @Override
    public void begin() {
        journeys++;
        before = meter.read();
    }

    @Override
    public void ended(String promise, int requests) {
        var now = meter.read();
        var step = new Step(now.since(Objects.requireNonNull(before)), requests);
        steps.merge(promise, step, Step::plus);
        before = now;
    }

    /** One table for each thing that is counted. */
    List<Section> sections() {
        return List.of(
                section("processeur, Java", "ms", it -> it.spent().cpu().javaPer(1000)),
                section("processeur, PostgreSQL", "ms", it -> it.spent().cpu().postgresPer(1000)),
                section("écritures durables", "", it -> it.spent().writes()),
                section("journal de PostgreSQL (WAL)", "ko", it -> it.spent().wal() / 1e3),
                section("requêtes HTTP", "", Step::requests));
    }

    private Section section(String title, String unit, ToDoubleFunction<Step> counted) {
        var figures = new ArrayList<Figure>();
        double all = 0;
        for (var step : steps.entrySet()) {
            double mean = counted.applyAsDouble(step.getValue()) / journeys;
            figures.add(new Figure(step.getKey(), unit, List.of(mean)));
            all += mean;
        }
        figures.add(new Figure(ALL, unit, List.of(all)));
        return new Section(title, figures);
    }
}
