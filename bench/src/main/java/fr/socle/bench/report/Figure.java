package fr.socle.bench.report;

import java.util.List;

/**
 * One thing measured, once or several times.
 *
 * @param values in the order of the rounds; at least one
 */
public record Figure(String label, String unit, List<Double> values) {

    public Figure {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured for " + label);
        }
    }

    public double min() {
        return sorted().getFirst();
    }

    public double max() {
        return sorted().getLast();
    }

    /** The middle value; of an even number, the mean of the two in the middle. */
    public double median() {
        var sorted = sorted();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private List<Double> sorted() {
        return values.stream().sorted().toList();
    }
}
