package fr.socle.house;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long to wait after each attempt to reach a program that failed: 5 and 30 seconds, 2 and 10
 * minutes, 1, 6 and 18 hours. After that it is given up, a day later.
 */
public final class Waits {

    private static final List<Duration> EACH =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10),
                    Duration.ofHours(1),
                    Duration.ofHours(6),
                    Duration.ofHours(18));

    private Waits() {}

    /**
     * The wait after this many attempts; empty when it was the last.
     *
     * @param attempts at least one
     */
    public static Optional<Duration> after(int attempts) {
        return attempts > EACH.size() ? Optional.empty() : Optional.of(EACH.get(attempts - 1));
    }
}
