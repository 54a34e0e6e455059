package fr.socle.house;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Wrong tries at secrets, counted on this node so that nobody guesses for long. What is counted is
 * always of one address: whoever fails for an account from one place does not lock it at another.
 * Each count is a leaky bucket that one moment tells, the one at which it will be empty (the
 * generic cell rate algorithm of ITU-T I.371). A right try writes nothing but that it was right.
 *
 * <pre>{@code
 * var attempt = tries.begin(DOOR, clientId, request);   // TooManyTries
 * if (isRight) attempt.right(); else attempt.wrong();   // TooManyTries, of many at once
 * }</pre>
 */
@Component
public class Tries {

    /**
     * What is tried.
     *
     * @param name as metrics show it
     * @param spreads whether who is wrong here for many names is held up for all of them; not where
     *     strangers can make an honest caller fail
     */
    public record Door(String name, boolean spreads) {}

    private static final long KNOWN = Duration.ofDays(1).toMillis();
    private static final long KNOWN_ENOUGH = KNOWN - Duration.ofHours(1).toMillis();
    private static final String ANY = "\0any";

    private final TriesSettings settings;
    private final Origins origins;
    private final Clock clock;
    private final MeterRegistry meters;
    private final byte[] salt = new byte[16];

    private final Moments empty = new Moments();
    private final Moments known = new Moments();

    /** When the last bucket will be empty: until somebody fails, nothing else is looked at. */
    private final AtomicLong busyUntil = new AtomicLong();

    Tries(TriesSettings settings, Origins origins, Clock clock, MeterRegistry meters) {
        this.settings = settings;
        this.origins = origins;
        this.clock = clock;
        this.meters = meters;
        new SecureRandom().nextBytes(salt);
    }

    /** As {@link #begin(Door, Supplier, HttpServletRequest)}. */
    public Attempt begin(Door door, String name, HttpServletRequest request) {
        return begin(door, () -> name, request);
    }

    /**
     * @param name whom or what the try is about, as the caller says; empty: nobody can tell. Read
     *     only when somebody failed lately
     * @throws TooManyTries when it is too early for another
     */
    public Attempt begin(Door door, Supplier<String> name, HttpServletRequest request) {
        return begin(new Attempt(door, name, () -> origins.of(request)));
    }

    /** As {@link #begin(Door, Supplier, HttpServletRequest)}, from a place that is known. */
    public Attempt begin(Door door, String name, String origin) {
        return begin(new Attempt(door, () -> name, () -> origin));
    }

    private Attempt begin(Attempt attempt) {
        long now = clock.millis();
        if (now < busyUntil.get()) {
            attempt.refuse(attempt.early(now));
        }
        return attempt;
    }

    /** A try whose outcome is to be told. */
    public final class Attempt {

        private final Door door;
        private final Supplier<String> name;
        private final Supplier<String> origin;

        private Attempt(Door door, Supplier<String> name, Supplier<String> origin) {
            this.door = door;
            this.name = name;
            this.origin = origin;
        }

        private long same() {
            return key(door.name(), name.get(), origin.get());
        }

        private long address() {
            return key(door.name(), ANY, origin.get());
        }

        private long early(long now) {
            long same = same();
            long wait = left(empty.of(same), settings.same(), now);
            return wait > 0 || !door.spreads() || known.of(same) > now
                    ? wait
                    : left(empty.of(address()), settings.address(), now);
        }

        /** Of the many that fail at the same moment, only so many are told so. */
        public void wrong() {
            long now = clock.millis();
            long same = same();
            long wait = fill(same, settings.same(), now);
            if (wait == 0 && door.spreads() && known.of(same) <= now) {
                wait = fill(address(), settings.address(), now);
            }
            refuse(wait);
            meters.counter("socle.tries.wrong", "door", door.name()).increment();
        }

        /** Others at this address, who are wrong, hold it up no more today. */
        public void right() {
            right(name.get());
        }

        /** As {@link #right()}, of whom the try proved. */
        public void right(String proved) {
            if (!door.spreads()) {
                return;
            }
            long now = clock.millis();
            long same = key(door.name(), proved, origin.get());
            if (known.of(same) < now + KNOWN_ENOUGH) {
                known.move(same, _ -> now + KNOWN);
            }
        }

        private void refuse(long wait) {
            if (wait > 0) {
                meters.counter("socle.tries.refused", "door", door.name()).increment();
                throw new TooManyTries(Duration.ofMillis(wait));
            }
        }
    }

    /** Adds one wrong try, unless the bucket is full. */
    private long fill(long key, int most, long now) {
        long each = settings.within().toMillis() / most;
        long before =
                empty.move(key, it -> left(it, most, now) > 0 ? it : Math.max(it, now) + each);
        long wait = left(before, most, now);
        if (wait == 0) {
            busyUntil.accumulateAndGet(Math.max(before, now) + each, Math::max);
        }
        return wait;
    }

    /** How long until the bucket takes one more; zero: it does. */
    private long left(long emptyAt, int most, long now) {
        long each = settings.within().toMillis() / most;
        return Math.max(0, emptyAt - now - (most - 1) * each);
    }

    /** Nobody outside can make two of them meet, because nobody outside knows the salt. */
    private long key(String door, String name, String origin) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            for (var part : new String[] {door, origin, name}) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                digest.update(bytes);
            }
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
