package fr.socle.identity.broker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What providers publish, read ahead of need: nobody waits while a copy exists. After ten minutes a
 * copy is read again behind the back of who asks; when that fails, the old one holds for a day.
 */
final class Refreshed<T> {

    static final Duration FRESH = Duration.ofMinutes(10);
    static final Duration HOLDS = Duration.ofDays(1);
    static final Duration NOT_SOONER = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Refreshed.class);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    /** Reads what lies at an address. */
    @FunctionalInterface
    interface Source<T> {
        T read(String address) throws UpstreamFailure;
    }

    /**
     * @param nextAt when it should be read again
     */
    private record Copy<T>(T value, Instant readAt, Instant nextAt) {
        Copy<T> later(Instant next) {
            return new Copy<>(value, readAt, next);
        }
    }

    private final Source<T> source;
    private final Clock clock;
    private final Map<String, Copy<T>> copies = new ConcurrentHashMap<>();

    Refreshed(Source<T> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    T of(String address) throws UpstreamFailure {
        var now = clock.instant();
        var copy = copies.get(address);
        if (copy == null || copy.readAt().plus(HOLDS).isBefore(now)) {
            return read(address);
        }
        if (copy.nextAt().isBefore(now)
                && copies.replace(address, copy, copy.later(now.plus(AFTER_FAILURE)))) {
            Thread.startVirtualThread(() -> refresh(address));
        }
        return copy.value();
    }

    /** The copy that is there, however old; nothing is read. */
    Optional<T> atHand(String address) {
        return Optional.ofNullable(copies.get(address)).map(Copy::value);
    }

    /** Read now, because the copy lacks something; but not for everyone who says so. */
    T again(String address) throws UpstreamFailure {
        var copy = copies.get(address);
        if (copy == null) {
            return read(address);
        }
        if (copy.readAt().plus(NOT_SOONER).isAfter(clock.instant())) {
            return copy.value();
        }
        try {
            return read(address);
        } catch (UpstreamFailure failed) {
            LOG.warn("{} keeps its old copy: {}", address, failed.getMessage());
            return copy.value();
        }
    }

    private T read(String address) throws UpstreamFailure {
        var value = source.read(address);
        var now = clock.instant();
        copies.put(address, new Copy<>(value, now, now.plus(FRESH)));
        return value;
    }

    private void refresh(String address) {
        try {
            read(address);
        } catch (UpstreamFailure failed) {
            LOG.warn("{} keeps its old copy: {}", address, failed.getMessage());
        }
    }
}
