package fr.socle.avis.web;

import fr.socle.avis.Indicators;
import fr.socle.avis.Level;
import fr.socle.avis.Marked;
import fr.socle.ui.Frame;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Indicators as a page shows them.
 *
 * @param visible false while the opinions are too few for a mark to mean something
 */
public record Shown(Indicators indicators, boolean visible) {

    /**
     * One answer of a chart.
     *
     * @param percent of those who answered the question
     */
    public record Bar(String label, long count, long percent) {}

    /** A mark out of ten, or why there is none. */
    public String mark(Frame frame, Optional<BigDecimal> mark) {
        if (!visible && indicators.opinions() > 0) {
            return frame.t("avis.too-few");
        }
        return mark.map(it -> frame.t("avis.out-of-ten", decimal(frame, it)))
                .orElseGet(() -> frame.t("avis.none"));
    }

    /** A share of ten as a percentage, or why there is none. */
    public String percent(Frame frame, Optional<BigDecimal> mark) {
        if (!visible && indicators.opinions() > 0) {
            return frame.t("avis.too-few");
        }
        return mark.map(it -> frame.t("avis.percent", it.movePointRight(1).toBigInteger()))
                .orElseGet(() -> frame.t("avis.none"));
    }

    /** How the Observatoire reads the satisfaction; null when no mark is shown. */
    public @Nullable Level level() {
        return visible ? indicators.satisfactionMark().map(Level::of).orElse(null) : null;
    }

    public List<Bar> satisfaction(Frame frame) {
        return bars(frame, "avis.satisfaction.", indicators.satisfaction());
    }

    public List<Bar> clarity(Frame frame) {
        return bars(frame, "avis.comprehension.", indicators.clarity());
    }

    private static <T extends Enum<T> & Marked> List<Bar> bars(
            Frame frame, String prefix, Map<T, Long> counts) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        var bars = new ArrayList<Bar>();
        counts.keySet().stream()
                .sorted()
                .forEach(
                        it -> {
                            long count = counts.getOrDefault(it, 0L);
                            long percent = all == 0 ? 0 : Math.round(100.0 * count / all);
                            bars.add(new Bar(frame.t(prefix + it.code()), count, percent));
                        });
        return bars;
    }

    private static String decimal(Frame frame, BigDecimal mark) {
        var format = NumberFormat.getNumberInstance(frame.words().locale());
        format.setMinimumFractionDigits(1);
        return format.format(mark);
    }
}
