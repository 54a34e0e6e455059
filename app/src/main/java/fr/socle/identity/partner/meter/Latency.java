package fr.socle.identity.partner.meter;

import java.util.List;

/**
 * How long answers took, in buckets: enough to say where the slow ones lie, in a row that does not
 * grow.
 *
 * @param counts one for each bound of {@link #BOUNDS}, and a last one for what took longer
 */
public record Latency(List<Long> counts) {

    /** In milliseconds, each included. */
    static final List<Long> BOUNDS = List.of(5L, 10L, 25L, 50L, 100L, 250L, 500L, 1000L, 2500L);

    static final int BUCKETS = BOUNDS.size() + 1;

    private static final long SCALE = 100;

    public Latency {
        counts = List.copyOf(counts);
    }

    static int bucket(long millis) {
        int bucket = 0;
        while (bucket < BOUNDS.size() && millis > BOUNDS.get(bucket)) {
            bucket++;
        }
        return bucket;
    }

    public long total() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The bound, in milliseconds, under which this share of the answers came.
     *
     * @param percent from 1 to 100
     * @return 0 when there was none; -1 when it lies beyond the last bound
     */
    public long within(int percent) {
        var total = total();
        if (total == 0) {
            return 0;
        }
        long seen = 0;
        for (int i = 0; i < BOUNDS.size(); i++) {
            seen += counts.get(i);
            if (seen * SCALE >= total * percent) {
                return BOUNDS.get(i);
            }
        }
        return -1;
    }
}
