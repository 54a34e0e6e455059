package fr.socle.notifications.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/**
 * How long to wait before the next attempt: 1, 3, 9, 27, 81 minutes, then every 4 hours, each up to
 * a fifth more or less so that letters which failed together do not come back together. After 18
 * attempts, two days later, it gives up.
 */
@Component
public class BackOff {

    static final int ATTEMPTS = 18;

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final double JITTER = 0.2;

    private final RandomGenerator random;

    public BackOff(RandomGenerator random) {
        this.random = random;
    }

    /** The wait after this many attempts; empty when it was the last. */
    Optional<Duration> after(int attempts) {
        if (attempts >= ATTEMPTS) {
            return Optional.empty();
        }
        var jitter = 1 + JITTER * (2 * random.nextDouble() - 1);
        return Optional.of(Duration.ofMillis((long) (plain(attempts).toMillis() * jitter)));
    }

    private static Duration plain(int attempts) {
        var wait = FIRST;
        for (var i = 1; i < attempts && wait.compareTo(LONGEST) < 0; i++) {
            wait = wait.multipliedBy(3);
        }
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
