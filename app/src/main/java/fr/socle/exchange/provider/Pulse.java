package fr.socle.exchange.provider;

import fr.socle.exchange.store.PulseStore;
import fr.socle.exchange.store.PulseStore.Day;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Notes how providers answer, seldom enough to cost nothing. What was counted since the last note
 * is written with the next one, or when the node stops; a node that dies loses at most ten seconds
 * of it.
 */
@Component
public class Pulse {

    /** How long the answers of a day are told. */
    public static final int DAYS = 90;

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final PulseStore store;
    private final Clock clock;
    private final Map<String, Tally> tallies = new ConcurrentHashMap<>();

    /** What one provider answered, not yet written. */
    private static final class Tally {
        private @Nullable LocalDate day;
        private Instant noted = Instant.MIN;
        private boolean wasOk;
        private long ok;
        private long failed;

        /** What is to be written because the day changed; null when nothing is. */
        synchronized @Nullable Day turned(LocalDate today) {
            var before = day;
            day = today;
            return before == null || before.equals(today) ? null : taken(before);
        }

        /** Whether it is time to write. */
        synchronized boolean count(boolean good, Instant now) {
            ok += good ? 1 : 0;
            failed += good ? 0 : 1;
            var due = good != wasOk || now.isAfter(noted.plus(EVERY)) || noted.equals(Instant.MIN);
            if (due) {
                wasOk = good;
                noted = now;
            }
            return due;
        }

        synchronized @Nullable Day taken() {
            return day == null ? null : taken(day);
        }

        private @Nullable Day taken(LocalDate of) {
            var all = new Day(of, ok, failed);
            ok = 0;
            failed = 0;
            return all.ok() + all.failed() == 0 ? null : all;
        }
    }

    Pulse(PulseStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The same answer, noted; a person whom the provider does not know is no failure. */
    public ProviderAnswer saw(String code, ProviderAnswer answer) {
        var ok =
                switch (answer) {
                    case ProviderAnswer.Found _,
                            ProviderAnswer.Flowing _,
                            ProviderAnswer.NotFound _ ->
                            true;
                    case ProviderAnswer.Failed _ -> false;
                };
        var now = clock.instant();
        var tally = tallies.computeIfAbsent(code, _ -> new Tally());
        var yesterday = tally.turned(LocalDate.ofInstant(now, PARIS));
        if (yesterday != null) {
            write(() -> store.add(code, yesterday));
        }
        if (tally.count(ok, now)) {
            write(() -> store.write(code, ok, now));
            writeCounted(code, tally);
        }
        return answer;
    }

    @PreDestroy
    void stop() {
        tallies.forEach(this::writeCounted);
    }

    private void writeCounted(String code, Tally tally) {
        var counted = tally.taken();
        if (counted != null) {
            write(
                    () -> {
                        store.add(code, counted);
                        store.forget(code, counted.day().minusDays(DAYS));
                    });
        }
    }

    /** A note that is missed stops nobody. */
    private static void write(Runnable note) {
        try {
            note.run();
        } catch (DataAccessException silent) {
            LOG.warn("the state of a provider was not noted", silent);
        }
    }
}
