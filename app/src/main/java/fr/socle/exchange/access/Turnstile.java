package fr.socle.exchange.access;

import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.store.TurnstileStore;
import fr.socle.habilitations.HabilitationId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets a call pass when its habilitation has not asked too often in this minute, and when the same
 * call is not under way on any node.
 */
@Component
public class Turnstile {

    private static final int MINUTE = 60;

    private final TurnstileStore store;
    private final Clock clock;

    Turnstile(TurnstileStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** How a call passed. */
    public sealed interface Passage<T> {

        /** What the limit is, how much of it is left, when it starts again (epoch second). */
        Quota quota();

        record Passed<T>(T result, Quota quota) implements Passage<T> {}

        record TooOften<T>(Quota quota, long retryIn) implements Passage<T> {}

        record UnderWay<T>(Quota quota) implements Passage<T> {}
    }

    public record Quota(int limit, int remaining, long reset) {}

    /**
     * @param call what makes two calls the same: address and parameters
     */
    public <T> Passage<T> pass(HabilitationId on, DataSet set, String call, Supplier<T> work) {
        var now = clock.instant();
        var key = hash(on + " " + call);
        var entry = store.enter(on.value(), set.code(), key, now);
        var limit = set.terms().perMinute();
        var reset = (now.getEpochSecond() / MINUTE + 1) * MINUTE;
        var quota = new Quota(limit, Math.max(0, limit - entry.number()), reset);
        if (!entry.alone()) {
            return new Passage.UnderWay<>(quota);
        }
        try {
            return entry.number() > limit
                    ? new Passage.TooOften<>(quota, reset - now.getEpochSecond())
                    : new Passage.Passed<>(work.get(), quota);
        } finally {
            store.leave(key);
        }
    }

    /** Because the parameters are somebody's civil status, and a table is no place for it. */
    private static byte[] hash(String call) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(call.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
