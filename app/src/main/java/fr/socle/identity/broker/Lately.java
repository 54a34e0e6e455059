package fr.socle.identity.broker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was read in the last second: one sign-in asks for the same provider nine times, and for its
 * service as often. What is not there is not remembered, so that made-up keys fill nothing.
 */
public final class Lately<V> {

    private static final Duration KEPT = Duration.ofSeconds(1);

    private record Read<V>(V value, Instant at) {}

    private final Function<String, Optional<V>> reader;
    private final Clock clock;
    private final Map<String, Read<V>> reads = new ConcurrentHashMap<>();

    public Lately(Function<String, Optional<V>> reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    public Optional<V> of(String key) {
        var now = clock.instant();
        var known = reads.get(key);
        if (known != null && known.at().plus(KEPT).isAfter(now)) {
            return Optional.of(known.value());
        }
        var read = reader.apply(key);
        read.ifPresentOrElse(it -> reads.put(key, new Read<>(it, now)), () -> reads.remove(key));
        return read;
    }

    /** What this node has just written is read again at once; other nodes see it a second later. */
    public void forget(String key) {
        reads.remove(key);
    }
}
