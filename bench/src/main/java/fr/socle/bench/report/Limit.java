package fr.socle.bench.report;

/**
 * A promise of the project about one figure.
 *
 * @param atMost whether the limit is a ceiling; else it is a floor
 */
public record Limit(String text, double value, double bound, boolean atMost, String unit) {

    public static Limit atMost(String text, double value, double bound, String unit) {
        return new Limit(text, value, bound, true, unit);
    }

    public static Limit atLeast(String text, double value, double bound, String unit) {
        return new Limit(text, value, bound, false, unit);
    }

    public boolean holds() {
        return atMost ? value <= bound : value >= bound;
    }
}
