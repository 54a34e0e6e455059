package fr.socle.exchange.api;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes answers that say the same take the same time, whatever was looked up for them: nobody
 * learns from a clock that a number exists.
 */
final class Pace {

    /** Far longer than any of the look-ups; what takes longer ends at the next multiple. */
    private static final long STEP = Duration.ofMillis(50).toNanos();

    private final long began = System.nanoTime();

    /** Waits, with nothing held. */
    void even() {
        var end = began + ((System.nanoTime() - began) / STEP + 1) * STEP;
        for (var left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
