package fr.socle.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures that belong together. */
public record Section(String title, List<Figure> figures) {

    public Section {
        figures = List.copyOf(figures);
    }

    /** The median of this figure. */
    public double median(String label) {
        return figure(label).median();
    }

    public Figure figure(String label) {
        return figures.stream()
                .filter(it -> it.label().equals(label))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(title + " does not measure " + label));
    }

    /** Gathers the rounds of a section: a label that comes again is one more value. */
    public static final class Rounds {

        private final String title;
        private final Map<String, String> units = new LinkedHashMap<>();
        private final Map<String, List<Double>> values = new LinkedHashMap<>();

        public Rounds(String title) {
            this.title = title;
        }

        public Rounds add(String label, String unit, double value) {
            units.put(label, unit);
            values.computeIfAbsent(label, _ -> new ArrayList<>()).add(value);
            return this;
        }

        public Section section() {
            return new Section(
                    title,
                    units.entrySet().stream()
                            .map(
                                    it ->
                                            new Figure(
                                                    it.getKey(),
                                                    it.getValue(),
                                                    values.getOrDefault(it.getKey(), List.of())))
                            .toList());
        }
    }
}
