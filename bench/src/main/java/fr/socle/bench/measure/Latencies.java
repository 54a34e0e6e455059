package fr.socle.bench.measure;

import org.HdrHistogram.ConcurrentHistogram;

/** How long things took: many threads write, to three significant digits. */
public final class Latencies {

    private final ConcurrentHistogram histogram = new ConcurrentHistogram(3);

    public void add(long nanos) {
        histogram.recordValue(Math.max(0, nanos));
    }

    public long count() {
        return histogram.getTotalCount();
    }

    /** In milliseconds. */
    public double percentile(double percent) {
        return histogram.getValueAtPercentile(percent) / 1e6;
    }
}
