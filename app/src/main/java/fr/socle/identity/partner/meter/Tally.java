package fr.socle.identity.partner.meter;

import java.time.Instant;

/** How often one thing happened to one service in one minute. */
final class Tally {

    /** What is counted together. */
    record Key(String clientId, Instant minute, Step step, String outcome)
            implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return java.util.Comparator.comparing(Key::clientId)
                    .thenComparing(Key::minute)
                    .thenComparing(Key::step)
                    .thenComparing(Key::outcome)
                    .compare(this, other);
        }
    }

    private final Long[] buckets = new Long[Latency.BUCKETS];
    private long total;

    Tally() {
        java.util.Arrays.fill(buckets, 0L);
    }

    Tally add(long millis) {
        buckets[Latency.bucket(millis)]++;
        total++;
        return this;
    }

    Tally add(Tally other) {
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] += other.buckets[i];
        }
        total += other.total;
        return this;
    }

    long total() {
        return total;
    }

    Long[] buckets() {
        return buckets.clone();
    }
}
